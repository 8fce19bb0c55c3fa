//! Linkage: is this the same person as somebody who wrote before?
//!
//! What it is: an index of applications in memory, and a comparison of any two of them, across names, scripts, orders,
//! mistakes and missions. Each new record is looked up among all before it.
//!
//! What it promises: every score is a sum of named parts, in thousandths of a bit, by integers alone, so the same two
//! records and the same weights give the same bytes; a record is found by several keys; three answers, and the one in
//! the middle belongs to a person; a shared telephone or address is not sameness.
//!
//! How it finds somebody among ten million: a record is filed under some twenty keys, each of several things together. A key
//! that too many share is closed, and whom it held is filed under finer ones. Whoever shares a key is a candidate. Of
//! each candidate one line of a cache is read; dates and places come first, names next, numbers last, and a pair that can
//! no longer reach the score that is asked for parts there. It changes no score: a property of the tests says so.
//!
//! What it never does: merge anybody; read a file or a clock; weigh a nationality, a birthplace or a sex by itself,
//! only ever compared with that of the other record; print what somebody wrote.
//!
//! ```
//! use muster_linkage::{Answer, Linker, Record, Weights, WrittenName};
//!
//! let record = |given: &str, family: &str, phone: &str| Record {
//!     names: vec![WrittenName { given: given.into(), family: family.into(), ..WrittenName::default() }],
//!     born: "1988-06-29".parse().ok(),
//!     phones: vec![phone.into()],
//!     ..Record::default()
//! };
//! let mut linker = Linker::new(Weights::shipped());
//! let first = linker.insert(&record("Sofiia", "Kovalenko", "+380 44 246 81 35"));
//! let found = linker.look_up(&record("Софія", "Коваленко", "044 246 81 35"));
//! assert_eq!(found.links[0].record, first);
//! assert_eq!(found.links[0].score.answer, Answer::Same);
//! ```

mod answer;
mod cluster;
mod estimate;
mod evidence;
mod fold;
mod index;
mod keys;
mod levels;
mod linker;
mod lists;
mod nicknames;
mod person;
mod places;
mod record;
mod table;
mod weights;
mod words;

pub use answer::{Answer, MilliBits, Probability, Score};
pub use cluster::cluster;
pub use evidence::{Comparison, Likeness, Part, compare};
pub use index::RecordId;
pub use levels::Field;
pub use linker::{Found, Link, Linker};
pub use record::{Born, NotADate, Paper, Record, Sex, WrittenName};
pub use weights::{BadWeights, Kind, Weights};

/// The engine's version: part of what makes evidence replay. Levels, keys and shipped weights belong to it.
pub const ENGINE: &str = "muster-linkage 3";
