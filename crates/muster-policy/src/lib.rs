//! Eligibility as data: read, check, evaluate, explain, compare editions.

mod determine;
mod edition;
mod facts;
mod problem;
mod read;

pub use determine::{
    Changed, Determination, Evidence, Finding, Flip, Known, Need, Outcome, RuleSet, Ruling, Verdict, compare,
};
pub use edition::{Edition, Effect, Rule};
pub use facts::{Fact, FactRejected, FactType, Facts, Schema, Value};
pub use problem::{Place, Problem};
