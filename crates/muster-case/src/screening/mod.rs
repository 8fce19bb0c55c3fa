//! Checks and hits. Stored hits own their types: no engine is imported here.

mod complete;
mod confirm_hit;
mod dismiss_hit;
mod leave_check;
mod note_entry;
mod raise_hit;
mod record_check;
mod start;

pub use complete::{CompleteScreening, ScreeningCompleted};
pub(crate) use complete::{everything_checked, nothing_stands_against};
pub use confirm_hit::{ConfirmHit, HitConfirmed};
pub(crate) use dismiss_hit::rule;
pub use dismiss_hit::{DismissHit, HitDismissed};
pub use leave_check::{CheckLeft, LeaveCheck};
pub use note_entry::{EntryChange, EntryNoted, NoteEntry};
pub use raise_hit::{HitRaised, RaiseHit, Scored};
pub use record_check::{CheckOutcome, CheckRecorded, ListRef, RecordCheck, UnvettableCause};
pub use start::{ScreeningStarted, StartScreening};

use jiff::Timestamp;
use muster_vocab::Digest;
use serde::{Deserialize, Serialize};

/// The check that an engine makes against the lists in force; made again at the reception desk (capability F6).
pub const WATCHLIST_CHECK: &str = "watchlist";

/// How much evidence a hit has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// One adjudicator may clear it.
    Ordinary,
    /// Two people must.
    Strong,
}

/// What an adjudicator rules on a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// Not the same person.
    FalseMatch,
    /// Not decided, and may go on under a condition.
    InconclusiveWithCondition,
    /// The same person.
    TrueMatch,
}

/// A hit as the case knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HitState {
    /// The list it is from.
    pub list: ListRef,
    /// The entry's content hash: a ruling is bound to it.
    pub entry: Digest,
    /// Ordinary or strong.
    pub strength: Strength,
    /// What the engine made of it, if an engine found it.
    pub scored: Option<Scored>,
    /// When it was raised.
    pub raised_at: Timestamp,
    /// The ruling, once there is one.
    pub ruling: Option<Ruling>,
    /// What the newest edition did with the entry since, if anything.
    pub noted: Option<(ListRef, EntryChange)>,
}

impl HitState {
    /// Ruled not to stand in the way.
    #[must_use]
    pub const fn is_cleared(&self) -> bool {
        matches!(self.ruling, Some(Ruling::FalseMatch | Ruling::InconclusiveWithCondition))
    }
}
