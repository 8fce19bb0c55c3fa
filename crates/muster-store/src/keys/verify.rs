//! Opening every key once, to know that none is damaged.

use super::{Holder, KeyError, KeyStore, store::unwrap_row};

/// What a walk over all keys found.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct KeyReport {
    /// Keys that open.
    pub whole: u64,
    /// Holders whose key does not open.
    pub damaged: Vec<Holder>,
}

impl KeyStore {
    /// Opens every key there is, and keeps none.
    ///
    /// # Errors
    /// If the database cannot be read. A damaged key is no error but a finding.
    pub fn verify(&self) -> Result<KeyReport, KeyError> {
        let mut report = KeyReport::default();
        self.each_key(&mut |holder, opens| {
            if opens { report.whole += 1 } else { report.damaged.push(holder) }
        })?;
        report.damaged.sort_unstable();
        Ok(report)
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
