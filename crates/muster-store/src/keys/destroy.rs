//! Destroying a person's key: the whole of an erasure.

use super::{Holder, KeyError, KeyStore};
use crate::{args, db::DbError};

impl KeyStore {
    /// Destroys the key of `holder`, durably and without a trace in the database's own files. What it sealed can
    /// never be read again. Doing it twice is safe; so is doing it for somebody who never had a key.
    ///
    /// Copies of the key database kept elsewhere still hold the key: they are to be replaced within their time.
    ///
    /// # Errors
    /// If the database fails. [`DbError::Busy`] says that the key is gone but its last traces are not yet: repeat.
    pub fn destroy(&self, holder: Holder) -> Result<(), KeyError> {
        self.forget(holder);
        self.db
            .write(move |tx| {
                tx.execute("DELETE FROM person_keys WHERE holder = $1", args![holder.bytes()])?;
                tx.execute(
                    "INSERT INTO destroyed_keys (holder) VALUES ($1) ON CONFLICT (holder) DO NOTHING",
                    args![holder.bytes()],
                )?;
                Ok::<_, DbError>(())
            })
            .wait()?;
        self.db.scrub("person_keys")?;
        Ok(())
    }

    /// Drops a key from this process's memory: for a process that learns from the log that another erased somebody.
    pub fn forget(&self, holder: Holder) {
        self.cache.forget(holder);
    }

    /// Whether the key of `holder` was destroyed, as against never made or lost.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn was_destroyed(&self, holder: Holder) -> Result<bool, KeyError> {
        self.db.read(|tx| {
            let rows = tx.query("SELECT 1 FROM destroyed_keys WHERE holder = $1", args![holder.bytes()])?;
            Ok(!rows.is_empty())
        })
    }
}
