//! A policy on a case: what comes out, why, and what would change it.

mod change;
mod compare;
mod evidence;
mod explain;
mod outcome;

pub use change::Need;
pub use compare::{Changed, Flip, compare};
pub use evidence::{Evidence, Known};
pub use explain::{Determination, Finding, Verdict};
pub use outcome::{Outcome, RuleSet, Ruling};
