//! What the desk of a programme offers: reasons to rule by, and the measures of bulk acts.

use super::Words;
use muster_case::screening::Ruling;
use serde::Deserialize;

/// A reason to rule on a hit by, which the officer adds own words to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HitReason {
    /// Its word.
    pub word: String,
    /// The ruling it is a reason for.
    pub ruling: Ruling,
    /// The reason as a sentence, in each language.
    pub text: Words,
}

/// The measures of acts that are done to many cases with one signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BulkMeasures {
    /// How long a signed bulk waits before it takes effect, in minutes: so long it can be undone.
    pub undo_minutes: u16,
    /// How many cases, drawn at random, are looked at in full before it is signed.
    pub sample: u16,
    /// How many cases one signature covers at most.
    pub most: u16,
}

impl Default for BulkMeasures {
    fn default() -> Self {
        Self { undo_minutes: 5, sample: 10, most: 500 }
    }
}
