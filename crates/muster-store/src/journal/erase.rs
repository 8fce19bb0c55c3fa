//! Erasure, after its event is on disk: the key goes.

use super::Journal;
use crate::{StoreError, keys::Holder, portal::forget};
use muster_vocab::PersonId;

impl Journal {
    /// Destroys the key of a person whose cases are all erased, and before it what the portal keeps of them. Doing it
    /// twice is safe.
    ///
    /// # Errors
    /// If the key database fails; then [`Journal::sweep`] finishes it at the next start.
    pub fn destroy_key(&self, person: PersonId) -> Result<(), StoreError> {
        let holder = Holder::from(person);
        forget(&self.db, holder)?;
        Ok(self.keys.destroy(holder)?)
    }

    /// Finishes erasures that a crash cut short: every person with a tombstone, no case left and a key loses the key.
    /// Gives how many there were.
    ///
    /// # Errors
    /// If a database fails.
    pub fn sweep(&self) -> Result<usize, StoreError> {
        const DUE: &str = "SELECT DISTINCT person FROM tombstones
              WHERE NOT EXISTS (SELECT 1 FROM cases WHERE cases.person = tombstones.person)";
        let rows = self.db.read(|tx| tx.query(DUE, &[]))?;
        let mut swept = 0;
        for row in rows.iter() {
            let holder = Holder::from_bytes(row.get(0)?);
            if self.keys.key(holder)?.is_some() {
                forget(&self.db, holder)?;
                self.keys.destroy(holder)?;
                swept += 1;
            }
        }
        Ok(swept)
    }
}
