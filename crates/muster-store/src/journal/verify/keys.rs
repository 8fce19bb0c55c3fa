//! Checking the keys against the log: all that are needed are there, and only erasures destroyed any.

use super::{Damage, VerifyReport};
use crate::{
    StoreError, args,
    journal::Journal,
    keys::{Holder, KeyReport},
};
use std::collections::HashSet;

impl Journal {
    /// `needed` are the holders of every box.
    pub(super) fn verify_keys(
        &self,
        needed: &HashSet<[u8; 16]>,
        report: &mut VerifyReport,
    ) -> Result<(), StoreError> {
        let KeyReport { whole, damaged, holders, destroyed, strange_missions } = self.keys.verify()?;
        report.keys = whole;
        let mut find = |holder: Holder, what| report.find(Damage::Key { holder: holder.to_string(), what });
        for holder in damaged {
            find(holder, "it does not open");
        }
        for holder in needed.iter().map(|holder| Holder::from_bytes(*holder)) {
            if !holders.contains(&holder) && !destroyed.contains(&holder) {
                find(holder, "it is missing, and nobody destroyed it");
            }
        }
        for holder in destroyed {
            if holders.contains(&holder) {
                find(holder, "it was destroyed and is there all the same");
            } else if !self.was_erased(holder)? {
                find(holder, "it was destroyed, but the log knows of no erasure");
            }
        }
        if strange_missions > 0 {
            report.find(Damage::Database {
                what: "the key database says of another mission key that it belongs to it".to_owned(),
            });
        }
        Ok(())
    }

    /// Asked after the keys were read: whoever's key is gone has a tombstone by now.
    fn was_erased(&self, holder: Holder) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM tombstones WHERE person = $1 LIMIT 1";
        let rows = self.db.read(|tx| tx.query(sql, args![holder.bytes()]))?;
        Ok(!rows.is_empty())
    }
}
