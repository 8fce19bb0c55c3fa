//! The desk: officers, what waits for them, and what they do.

mod act;
mod claims;
mod file;
mod happened;
mod intent;
mod invite;
mod keys;
mod names;
mod question;
mod queue;
mod reveal;
mod search;
mod session;
mod token;

pub use act::{Acted, Basis};
pub use claims::{Claimed, Holder};
pub use file::{CaseFile, Line, OpenProposal};
pub use happened::Happened;
pub use intent::Intent;
pub use invite::Invitation;
pub use keys::{Authenticator, Ceremony, CodeShown, DeskKey, Passkeys};
pub use question::Asked;
pub use queue::{AGES, Counts, Due, Filter, Next, PAGE, Queue, QueuePage, QueueRow, TriageWorker};
pub use reveal::TOLD;
pub use search::{Found, SHOWN};
pub use session::{DeskToken, Officer};
pub use token::{ApiToken, IssueApiToken, NewApiToken};

pub use muster_store::desk::{KeyKind, Order};

/// What the desk keeps in memory, for as long as the process runs.
#[derive(Default)]
pub(crate) struct Memory {
    /// The names of staff that were opened.
    names: names::StaffNames,
    /// How many wait, as of the last seconds.
    counts: queue::CountCache,
    /// Everybody's names, to be found by.
    search: search::Names,
}
