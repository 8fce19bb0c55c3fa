//! Every key at once: for a walk over everybody, which the cache would only be in the way of.

use super::{Holder, KeyError, KeyStore, PersonKey, store::unwrap_row};
use crate::args;
use std::collections::HashMap;

/// Keys unwrapped for one walk, and wiped when it is over. Keys destroyed meanwhile must not be used on: walk soon.
pub struct OpenKeys(HashMap<Holder, PersonKey>);

impl OpenKeys {
    /// The key of `holder`, if it was not destroyed.
    #[must_use]
    pub fn of(&self, holder: Holder) -> Option<&PersonKey> {
        self.0.get(&holder)
    }

    /// How many keys there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl KeyStore {
    /// Unwraps every key, on two threads.
    ///
    /// # Errors
    /// [`KeyError::Damaged`] if one does not open; what the database says else.
    pub fn open_all(&self) -> Result<OpenKeys, KeyError> {
        const MIDDLE: [u8; 16] = [0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        const LOW: &str = "SELECT holder, kid, epoch, wrapped FROM person_keys WHERE holder < $1";
        const HIGH: &str = "SELECT holder, kid, epoch, wrapped FROM person_keys WHERE holder >= $1";
        let half = |sql: &'static str| {
            self.db.read(|tx| {
                let mut keys = Vec::new();
                tx.each(sql, args![&MIDDLE], &mut |row| {
                    keys.push(unwrap_row(&self.mission, &row));
                    Ok(())
                })?;
                keys.into_iter().collect::<Result<Vec<PersonKey>, KeyError>>()
            })
        };
        let (low, high) = std::thread::scope(|scope| {
            let low = scope.spawn(|| half(LOW));
            let high = half(HIGH);
            (low.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), high)
        });
        Ok(OpenKeys(low?.into_iter().chain(high?).map(|key| (key.holder(), key)).collect()))
    }
}
