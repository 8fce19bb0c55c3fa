//! Checking the chain of hashes through the log.

use super::{Damage, VerifyReport};
use crate::{
    StoreError,
    db::DbError,
    journal::{
        Journal,
        entry::{COLUMNS, Chained},
    },
};
use muster_vocab::Digest;

/// How often whoever waits is told how far the walk has come.
const TOLD_EVERY: u64 = 4096;

impl Journal {
    /// Walks the log in its order: every entry is what its hash covers, and follows the one before.
    pub(super) fn verify_chain(
        &self,
        report: &mut VerifyReport,
        progress: &(dyn Fn(u64) + Sync),
    ) -> Result<(), StoreError> {
        let (mut seq, mut hash) = (0, Digest::ZERO);
        let sql = format!("SELECT {COLUMNS} FROM log ORDER BY seq");
        self.db.read(|tx| {
            tx.each(&sql, &[], &mut |row| {
                report.entries += 1;
                let Ok(entry) = Chained::read(&row) else {
                    report.find(Damage::Chain { seq: seq + 1, what: "the row cannot be read" });
                    seq += 1;
                    return Ok(());
                };
                if entry.seq != seq + 1 {
                    report.find(Damage::Chain { seq: entry.seq, what: "an entry before it is missing" });
                }
                if entry.prev != hash {
                    report
                        .find(Damage::Chain { seq: entry.seq, what: "it does not follow the entry before" });
                }
                if !entry.is_whole() {
                    report
                        .find(Damage::Chain { seq: entry.seq, what: "its hash does not cover what it says" });
                }
                (seq, hash) = (entry.seq, entry.hash);
                if seq.is_multiple_of(TOLD_EVERY) {
                    progress(seq);
                }
                Ok::<_, DbError>(())
            })
        })?;
        report.head = (seq > 0).then_some(hash);
        Ok(())
    }
}
