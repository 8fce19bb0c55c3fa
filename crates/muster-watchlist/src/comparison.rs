//! What comparing a subject with an entry comes to.

use crate::{AliasStrength, MilliBits, Part};
use muster_vocab::Digest;
use serde::{Serialize, Serializer};

/// A calibrated probability, in millionths, so that it is the same on every machine.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Probability(pub u32);

impl Probability {
    /// From 0 to 1.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1_000_000.0
    }
}

impl Serialize for Probability {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64(self.value())
    }
}

/// What the engine says of a subject and an entry. It proposes; a person rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Below the alert threshold.
    Clear,
    /// At or over the alert threshold: one adjudicator rules.
    Alert,
    /// At or over the second threshold: two people must clear it.
    Strong,
    /// The scripts cannot be compared: a person looks.
    NotComparable,
}

impl Verdict {
    /// A person must look at it as a hit.
    #[must_use]
    pub const fn is_hit(self) -> bool {
        matches!(self, Self::Alert | Self::Strong)
    }
}

/// A subject and an entry, compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The sum of all parts.
    pub score: MilliBits,
    /// How probable it is that an analyst would call them the same.
    pub probability: Probability,
    /// What follows.
    pub verdict: Verdict,
    /// Why: the parts sum to the score. Contains the subject's data.
    pub parts: Vec<Part>,
}

/// An entry a subject may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// The list.
    pub list: String,
    /// The edition, as dated by its publisher.
    pub dated: String,
    /// The publisher's identifier of the entry.
    pub entry: String,
    /// The entry's content hash: a ruling is bound to it.
    pub entry_digest: Digest,
    /// The name of the entry that fits best.
    pub alias: String,
    /// What kind of name it is.
    pub alias_strength: AliasStrength,
    /// The comparison.
    pub comparison: Comparison,
}

/// A name that cannot be compared by machine, and why: it goes to a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotComparable {
    /// The script, such as `Thai`.
    pub script: String,
    /// Why.
    pub why: &'static str,
}

/// What screening one subject came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Screening {
    /// Hits, the strongest first; equal ones by list and entry.
    pub hits: Vec<Hit>,
    /// Names that could not be compared.
    pub not_comparable: Vec<NotComparable>,
}
