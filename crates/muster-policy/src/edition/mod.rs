//! An edition of a policy: its rules, read from one immutable file.

mod condition;
mod predicate;
mod read;
mod read_condition;
mod rule;

pub(crate) use condition::{Condition, Truth};
pub(crate) use predicate::{Predicate, Test};
pub use rule::{Edition, Effect, Rule};
