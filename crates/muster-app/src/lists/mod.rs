//! Watchlists: editions taken in, put in force by two people, compared, and asked.

mod active;
mod diff;
mod editions;
mod hashed;
mod import;
mod show;
mod sign;

pub use active::{Active, active};
pub(crate) use active::{ActiveCache, entries_of, list_ref};
pub(crate) use diff::changes;
pub use diff::{ChangedEntry, EntriesDiff, EntryLine, ListDiff, diff, diff_entries, edition};
pub use import::{Imported, Named, import, take_in};
pub use show::{EditionStatus, ListStatus, show};
pub use sign::{Signed, activate, may_sign, propose, sign};
