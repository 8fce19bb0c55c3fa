//! Checking everything: the files, the chain, the boxes, the views, the keys.

mod chain;
mod keys;
mod report;
mod state;

pub use report::{Damage, VerifyReport};

use super::Journal;
use crate::{StoreError, db::DbError, keys::KeyError};

impl Journal {
    /// Checks the databases' own structure, the chain, the boxes, the views and the keys. `progress` is told how many
    /// entries were walked.
    ///
    /// Two threads: one walks the chain in the log's order, one folds stream by stream and compares boxes and views,
    /// all of it in one state of the database, so that appends meanwhile do no harm.
    ///
    /// # Errors
    /// If a database is busy or cannot be reached. Damage is no error but a finding.
    ///
    /// # Panics
    /// If the walking thread did.
    pub fn verify(&self, progress: &(dyn Fn(u64) + Sync)) -> Result<VerifyReport, StoreError> {
        std::thread::scope(|scope| {
            let walk = scope.spawn(|| {
                let mut report = part(&|report| self.verify_chain(report, progress))?;
                report.absorb(part(&|report| self.verify_files(report))?);
                Ok::<_, StoreError>(report)
            });
            let mut found = part(&|report| self.verify_state(report));
            let mut report = walk.join().expect("the walk of the chain does not panic")?;
            report.absorb(std::mem::replace(&mut found, Ok(VerifyReport::default()))?);
            Ok(report)
        })
    }

    /// Asks the databases whether their own files are sound.
    fn verify_files(&self, report: &mut VerifyReport) -> Result<(), StoreError> {
        for what in self.db.check_files()?.into_iter().chain(self.keys.check_files()?) {
            report.find(Damage::Database { what });
        }
        Ok(())
    }
}

/// One part of the verification; a database that cannot be read through is a finding.
fn part(check: &dyn Fn(&mut VerifyReport) -> Result<(), StoreError>) -> Result<VerifyReport, StoreError> {
    let mut report = VerifyReport::default();
    match check(&mut report) {
        Ok(()) => {}
        Err(
            StoreError::Db(DbError::Broken(what))
            | StoreError::Keys(KeyError::Database(DbError::Broken(what))),
        ) => report.find(Damage::Database { what }),
        Err(error) => return Err(error),
    }
    Ok(report)
}
