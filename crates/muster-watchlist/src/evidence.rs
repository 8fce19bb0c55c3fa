//! Why a hit is a hit: parts that a person reads and a machine adds up.

use serde::Serialize;

/// A weight of evidence in thousandths of a bit: log2 of how much more likely it is if both are the same person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct MilliBits(pub i32);

impl MilliBits {
    /// In bits.
    #[must_use]
    pub fn bits(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

impl std::iter::Sum for MilliBits {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        Self(parts.map(|part| part.0).sum())
    }
}

/// What a part of the evidence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// One word of the name, or the name as a whole.
    Name,
    /// The date of birth.
    Born,
    /// The place of birth.
    Birthplace,
    /// The nationality: compared with the entry's, never weighed by itself.
    Nationality,
    /// The sex: compared with the entry's, never weighed by itself.
    Sex,
    /// The father's name.
    Father,
    /// A document's number.
    Document,
}

/// How two values compare, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// The same.
    Same,
    /// Similar.
    Similar,
    /// Different.
    Different,
    /// Not known on one side.
    Unknown,
}

/// One part of the evidence. The bits of all parts sum to the score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What it is about.
    pub field: Field,
    /// The named rule that gave the bits, such as `token.same` or `born.day_month_swapped`.
    pub rule: &'static str,
    /// In a word.
    pub likeness: Likeness,
    /// What the subject has, as written; empty if unknown.
    pub asked: String,
    /// What the entry has, as written; empty if unknown.
    pub listed: String,
    /// What it adds or takes.
    pub bits: MilliBits,
}
