//! Watchlists: read an edition, find candidates, score them in bits, say why.
//!
//! What it promises: the indexed answer is the answer of comparing with every entry; the parts of the evidence sum to
//! the score; the same question of the same edition and engine gives the same bytes.
//!
//! What it never does: read a file or a clock; score anybody by origin. Nationality, sex and birthplace are only ever
//! compared with those of the entry.

mod applicants;
mod born;
mod compare;
mod comparison;
mod country;
mod edition;
mod entry;
mod evidence;
mod index;
pub mod lists;
mod not_comparable;
pub mod pairs;
mod parity;
mod score;
mod snapshot;
mod subject;

pub use applicants::Applicants;
pub use born::{Born, NotADate};
pub use compare::compare;
pub use comparison::{Comparison, Hit, NotComparable, Probability, Screening, Verdict};
pub use edition::{Edition, EditionInfo};
pub use entry::{Alias, AliasStrength, Entry, Kind, ListedDocument, Sex};
pub use evidence::{Field, Likeness, MilliBits, Part};
pub use parity::ofac_parity;
pub use snapshot::{BadSnapshot, Snapshot};
pub use subject::{GivenName, Subject};

/// The engine's version: part of what makes evidence replay.
pub const ENGINE: &str = "muster-watchlist 1";
