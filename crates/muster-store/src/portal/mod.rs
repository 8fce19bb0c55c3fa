//! What the portal keeps beside the log: sessions, receipts, codes, letters, counts.
//!
//! Plain tables, not views: nothing about a case follows from them. Nothing personal stands in them in the clear, and
//! what belongs to a person goes when the person is erased.

mod codes;
mod counts;
mod figures;
mod forget;
mod outbox;
mod receipts;
mod returns;
mod sessions;

pub use codes::{Candidate, CodeTry, NewCode, Redeemed, Spans};
pub use figures::Intake;
pub(crate) use forget::forget;
pub use outbox::{Claimed, Claims, NewLetter, OutboxFigures, Posted};
pub use returns::Asked;
pub use sessions::SessionRow;

use crate::{
    db::Db,
    keys::{KeyStore, Lookup},
};
use std::sync::Arc;

/// What the portal keeps beside the log. Cloning is cheap.
#[derive(Clone)]
pub struct Portal(Arc<Inner>);

struct Inner {
    db: Db,
    keys: KeyStore,
    lookup: Arc<Lookup>,
}

impl Portal {
    pub(crate) fn new(db: Db, keys: KeyStore, lookup: Arc<Lookup>) -> Self {
        Self(Arc::new(Inner { db, keys, lookup }))
    }

    /// A keyed hash of the portal's own: receipts, references, codes and letter numbers are made of it.
    #[must_use]
    pub fn keyed(&self, kind: &str, value: &str) -> [u8; 16] {
        self.0.lookup.token(&format!("portal.{kind}"), value)
    }
}
