//! What can go wrong with keys.

use super::Holder;
use crate::db::DbError;

/// Why a key could not be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The mission's key file must not be used as it stands. The text says what to do.
    #[error("the mission key cannot be used: {0}")]
    File(String),
    /// The mission key is not the one these keys were wrapped with.
    #[error("this mission key does not belong to this key database; give the key file it was made with")]
    WrongMission,
    /// A wrapped key does not open: the row was changed or moved.
    #[error("the key of {0} was tampered with or damaged; restore the key database from its backup")]
    Damaged(Holder),
    /// The key was destroyed on purpose; there will never be another.
    #[error("the key of {0} was destroyed when they were erased; what it sealed is gone for ever")]
    Destroyed(Holder),
    /// The operating system gives no random bytes.
    #[error("the operating system gives no random bytes, so no key can be made")]
    NoRandom,
    /// The key database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}
