//! The log of events: each entry holds the hash of the one before.

mod chain;

pub use chain::{Broken, Entry, Head};

use crate::db::Migration;

/// The schema of the data database, step by step.
pub const STEPS: &[Migration] =
    &[Migration { number: 1, name: "0001_log.sql", sql: include_str!("../../migrations/data/0001_log.sql") }];
