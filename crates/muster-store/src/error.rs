//! What can go wrong in the store, and what the store itself refuses.

use crate::{boxes::BoxError, db::DbError, keys::KeyError};
use muster_case::stored::Unreadable;
use muster_vocab::StreamId;

/// Why something was not stored or read. No text holds a personal value.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else wrote to the stream since it was read: read it again and decide again.
    #[error("the case changed meanwhile; it must be read and decided again")]
    Stale,
    /// The command was carried out before.
    #[error("this command was carried out before")]
    Repeated,
    /// The store refuses two signatures of one human under one act.
    #[error("both signatures would be of the same human")]
    SameHuman,
    /// The store refuses a second active case of one person.
    #[error("the person has an active case already")]
    ActiveElsewhere,
    /// The store refuses two cases in one interview slot.
    #[error("the slot is taken")]
    SlotTaken,
    /// An event of the log cannot be read.
    #[error("an event of {stream} cannot be read: {cause}")]
    Unreadable {
        /// The stream.
        stream: StreamId,
        /// Why.
        #[source]
        cause: Unreadable,
    },
    /// A row of the log is damaged.
    #[error("entry {seq} of the log is damaged; run `muster log verify`")]
    Damaged {
        /// Its place in the log.
        seq: u64,
    },
    /// The entries of a list edition are not those that were imported.
    #[error("the entries of the list edition {content} are damaged or missing; import its files again")]
    ListDamaged {
        /// What they should hash to.
        content: muster_vocab::Digest,
    },
    /// A sealed value does not open.
    #[error("a sealed box does not open: {0}")]
    Box(#[from] BoxError),
    /// A value could not be sealed.
    #[error("a value could not be sealed: {0}")]
    Sealing(String),
    /// The key database.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The database.
    #[error(transparent)]
    Db(DbError),
}

impl From<DbError> for StoreError {
    fn from(error: DbError) -> Self {
        let on = |table: &str, columns: &[&str]| error.is_conflict_on(table, columns);
        if on("log", &["stream", "version"]) {
            Self::Stale
        } else if on("commands", &["command"]) {
            Self::Repeated
        } else if on("signatures", &["case_id", "act", "human"]) {
            Self::SameHuman
        } else if on("active_cases", &["person"]) {
            Self::ActiveElsewhere
        } else if on("bookings", &["slot"]) {
            Self::SlotTaken
        } else {
            Self::Db(error)
        }
    }
}
