//! What the desk keeps beside the log: who is signed in, and what is in whose hands.
//!
//! Plain tables, not views: nothing about a case follows from them, and they may be lost. Tokens are hashes.

mod claims;
mod openings;
mod serve;
mod sessions;
mod waiting;

pub use claims::Claim;
pub use openings::Opening;
pub use serve::{Served, Serving};
pub use sessions::DeskSession;
pub use waiting::{Counted, Order, Page, Place, Waiting, Wanted};

use crate::db::Db;
use std::sync::Arc;

/// What the desk keeps beside the log. Cloning is cheap.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    db: Db,
}

impl Desk {
    pub(crate) fn new(db: Db) -> Self {
        Self(Arc::new(Inner { db }))
    }
}
