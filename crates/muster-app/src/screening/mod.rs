//! Screening: whoever comes to it is put against the lists in force; what is found waits for people.
//!
//! Engines propose. A worker records that nothing was found, or that there are hits, each with its evidence; what no
//! machine can compare it leaves to a person with the cause. Every ruling is a person's.

mod evidence;
mod follow;
mod look;
mod queue;
mod record_by_hand;
mod renew;
mod rule;
mod show;
mod subject;

pub use evidence::in_words;
pub use follow::ScreeningWorker;
pub use look::{Found, look};
pub use queue::{LeftCheck, OpenHit, evidence, left, queue};
pub use record_by_hand::{ByHand, HandHit, Recorded};
pub use rule::{RuleHit, Ruled};
pub use show::{Before, FieldRow, HitSheet, show};
pub use subject::subject_of;
pub(crate) use subject::{of_history, read, told};
