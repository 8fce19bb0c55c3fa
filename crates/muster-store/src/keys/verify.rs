//! Opening every key once, to know that none is damaged.

use super::{Holder, KeyError, KeyStore, store::unwrap_row};
use std::collections::HashSet;

/// What a walk over all keys found.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct KeyReport {
    /// Keys that open.
    pub whole: u64,
    /// Holders whose key does not open.
    pub damaged: Vec<Holder>,
    /// Every holder of a key.
    pub holders: HashSet<Holder>,
    /// Everybody whose key was destroyed.
    pub destroyed: HashSet<Holder>,
    /// Mission keys the database names as its own that are not the one it was opened with.
    pub strange_missions: u64,
}

impl KeyStore {
    /// Opens every key there is, and keeps none.
    ///
    /// # Errors
    /// If the database cannot be read. A damaged key is no error but a finding.
    pub fn verify(&self) -> Result<KeyReport, KeyError> {
        let mut report = KeyReport::default();
        self.db.read(|tx| {
            tx.each("SELECT holder, kid, epoch, wrapped FROM person_keys", &[], &mut |row| {
                let holder = Holder::from_bytes(row.get(0)?);
                report.holders.insert(holder);
                let opens = unwrap_row(&self.mission, &row).is_ok();
                if opens {
                    report.whole += 1;
                } else {
                    report.damaged.push(holder);
                }
                Ok(())
            })?;
            tx.each("SELECT holder FROM destroyed_keys", &[], &mut |row| {
                report.destroyed.insert(Holder::from_bytes(row.get(0)?));
                Ok(())
            })?;
            tx.each("SELECT epoch, sealed FROM mission_key_check", &[], &mut |row| {
                let ours = row.get::<u32>(0)? == self.mission.epoch() && self.mission.made(row.get(1)?);
                report.strange_missions += u64::from(!ours);
                Ok(())
            })?;
            Ok::<_, KeyError>(())
        })?;
        report.damaged.sort_unstable();
        Ok(report)
    }

    /// Asks the database whether its own files are sound; what it finds, in its words.
    pub(crate) fn check_files(&self) -> Result<Vec<String>, KeyError> {
        Ok(self.db.check_files()?)
    }

    /// Hands every holder to `see`, with whether their key opens.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn each_key(&self, see: &mut dyn FnMut(Holder, bool)) -> Result<(), KeyError> {
        self.db.read(|tx| {
            tx.each("SELECT holder, kid, epoch, wrapped FROM person_keys", &[], &mut |row| {
                see(Holder::from_bytes(row.get(0)?), unwrap_row(&self.mission, &row).is_ok());
                Ok(())
            })?;
            Ok(())
        })
    }
}
