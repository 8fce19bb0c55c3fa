//! The log: read a stream, append to it, open what it sealed.

mod append;
mod entry;
mod erase;
mod fold;
mod follow;
mod lists;
mod load;
mod project;
mod read_accesses;
mod read_facts;
mod read_identities;
mod read_part;
mod rebuild;
mod seal;
mod verify;

pub use append::{Appended, Draft};
pub use entry::Entry;
pub use fold::StreamRows;
pub use follow::Followed;
pub(crate) use follow::LOOK;
pub use lists::ListContent;
pub use load::{Loaded, Recorded};
pub use project::{Projected, exact_values};
pub use read_accesses::{Access, AccessesOf};
pub use read_facts::{CaseFacts, Half};

pub use verify::{Damage, VerifyReport};

use crate::{
    db::{Db, Migration},
    keys::{KeyStore, Lookup},
};
use std::sync::Arc;

/// The schema of the data database, step by step.
pub const STEPS: &[Migration] = &[
    Migration {
        number: 1,
        name: "0001_log_and_views.sql",
        sql: include_str!("../../migrations/data/0001_log_and_views.sql"),
    },
    Migration {
        number: 2,
        name: "0002_list_editions.sql",
        sql: include_str!("../../migrations/data/0002_list_editions.sql"),
    },
    Migration {
        number: 3,
        name: "0003_portal.sql",
        sql: include_str!("../../migrations/data/0003_portal.sql"),
    },
    Migration {
        number: 4,
        name: "0004_desk_sessions.sql",
        sql: include_str!("../../migrations/data/0004_desk_sessions.sql"),
    },
    Migration {
        number: 5,
        name: "0005_desk_claims.sql",
        sql: include_str!("../../migrations/data/0005_desk_claims.sql"),
    },
    Migration {
        number: 6,
        name: "0006_desk_waiting.sql",
        sql: include_str!("../../migrations/data/0006_desk_waiting.sql"),
    },
    Migration {
        number: 7,
        name: "0007_desk_bulks.sql",
        sql: include_str!("../../migrations/data/0007_desk_bulks.sql"),
    },
    Migration {
        number: 8,
        name: "0008_desk_keys.sql",
        sql: include_str!("../../migrations/data/0008_desk_keys.sql"),
    },
    Migration { number: 9, name: "0009_api.sql", sql: include_str!("../../migrations/data/0009_api.sql") },
    Migration {
        number: 10,
        name: "0010_interview_drafts.sql",
        sql: include_str!("../../migrations/data/0010_interview_drafts.sql"),
    },
    Migration {
        number: 11,
        name: "0011_assisted_drafts.sql",
        sql: include_str!("../../migrations/data/0011_assisted_drafts.sql"),
    },
    Migration {
        number: 12,
        name: "0012_log_accesses.sql",
        sql: include_str!("../../migrations/data/0012_log_accesses.sql"),
    },
];

/// The one way to write: every event goes through here, with its boxes and its views, in one transaction.
#[derive(Clone)]
pub struct Journal {
    pub(crate) db: Db,
    pub(crate) keys: KeyStore,
    pub(crate) lookup: Arc<Lookup>,
}

impl Journal {
    pub(crate) fn new(db: Db, keys: KeyStore) -> Self {
        let lookup = Arc::new(keys.lookup());
        Self { db, keys, lookup }
    }

    /// Which database holds the log, in words.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub fn database(&self) -> Result<String, crate::StoreError> {
        Ok(self.db.make()?)
    }

    /// The keyed hashes of this mission.
    #[must_use]
    pub fn lookup(&self) -> &Lookup {
        &self.lookup
    }

    /// The key store.
    #[must_use]
    pub const fn keys(&self) -> &KeyStore {
        &self.keys
    }
}
