//! What the desk keeps beside the log: who is signed in and with what, and what is in whose hands.
//!
//! Plain tables, not views: nothing about a case follows from them, and they may be lost. Tokens are hashes.

mod answers;
mod assisted;
mod bulks;
mod claims;
mod drafts;
mod invitations;
mod keys;
mod openings;
mod serve;
mod sessions;
mod tokens;
mod tries;
mod waiting;

pub use answers::{KeptAnswer, Named};
pub use bulks::{Bulk, BulkCase};
pub use claims::Claim;
pub use drafts::InterviewDraft;
pub use keys::{KeyKind, KeyRow, NewKey};
pub use openings::Opening;
pub use serve::{Served, Serving};
pub use sessions::DeskSession;
pub use tokens::ApiToken;
pub use waiting::{Counted, Order, Page, Place, Waiting, Wanted};

use crate::{db::Db, keys::KeyStore};
use std::sync::Arc;

/// What the desk keeps beside the log. Cloning is cheap.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    db: Db,
    keys: KeyStore,
}

impl Desk {
    pub(crate) fn new(db: Db, keys: KeyStore) -> Self {
        Self(Arc::new(Inner { db, keys }))
    }
}
