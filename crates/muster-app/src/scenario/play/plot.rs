//! What is to be played, and how far it has come.

use jiff::civil::Date;
use serde::Serialize;

/// What is to be played.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Plot {
    /// The seed everything follows from: the same one plays the same.
    pub seed: u64,
    /// How many people write.
    pub people: u32,
    /// Over how many days, counted from 24 February 2022.
    pub days: u32,
}

impl Plot {
    /// The founding case: 6,000 people over 21 days.
    #[must_use]
    pub const fn founding(seed: u64) -> Self {
        Self { seed, people: 6_000, days: crate::scenario::DAYS }
    }
}

/// How far the play has come: told at the end of each day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The day that ended, from 1.
    pub day: u32,
    /// How many there are.
    pub days: u32,
    /// Its date.
    pub date: Date,
    /// Inquiries so far.
    pub arrived: u32,
    /// Interviews held so far.
    pub interviewed: u32,
    /// Accepted so far.
    pub accepted: u32,
    /// Commands carried out so far.
    pub commands: u64,
}
