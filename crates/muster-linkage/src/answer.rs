//! What a score means: one of three answers, and a probability.

use crate::{Kind, weights::Weights};
use serde::{Serialize, Serializer};
use std::fmt;

/// Thousandths of a bit: log2 of how much more likely one person is than the likeliest other explanation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct MilliBits(pub i32);

impl MilliBits {
    /// In bits.
    #[must_use]
    pub fn bits(self) -> f64 {
        f64::from(self.0) / 1000.0
    }

    /// The lowest score at which one person is at least so probable; `least` from 0 to 1.
    #[must_use]
    pub fn at_least(least: f64) -> Self {
        let (mut low, mut high) = (FIRST * 1000, (FIRST + CURVE.len() as i32) * 1000);
        if least <= 0.0 {
            return Self(i32::MIN);
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if probability(Self(middle)).value() >= least { high = middle } else { low = middle + 1 }
        }
        Self(low)
    }
}

impl std::iter::Sum for MilliBits {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        Self(parts.map(|part| part.0).sum())
    }
}

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

/// What the engine proposes. It never merges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Two people, as far as can be told.
    Different,
    /// A person must look.
    ToPerson,
    /// One person, almost surely.
    Same,
}

/// At this score it is one person: of a thousand such pairs one may be wrong.
pub(crate) const SAME: i32 = 9_000;
/// At this score a person must look: about one such pair in ten is true. Changing either is a new version of the engine.
pub(crate) const TO_PERSON: i32 = -4_000;

impl Answer {
    /// The answer for a score.
    #[must_use]
    pub const fn of(score: MilliBits) -> Self {
        match score.0 {
            SAME.. => Self::Same,
            TO_PERSON.. => Self::ToPerson,
            _ => Self::Different,
        }
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Different => "different people",
            Self::ToPerson => "a person must look",
            Self::Same => "the same person",
        })
    }
}

/// A score with all that follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Score {
    /// How much more likely one person is than the likeliest other explanation.
    pub bits: MilliBits,
    /// How probable it is that both are one person.
    pub probability: Probability,
    /// What is proposed.
    pub answer: Answer,
    /// The likeliest other explanation.
    pub against: Kind,
}

impl Score {
    pub(crate) fn of(weights: &Weights, levels: crate::levels::Levels) -> Self {
        let (bits, against) = weights.score(levels);
        let bits = MilliBits(bits);
        Self { bits, probability: probability(bits), answer: Answer::of(bits), against }
    }

    /// What the pair most likely is.
    #[must_use]
    pub const fn likeliest(&self) -> Kind {
        if self.bits.0 > 0 { Kind::Same } else { self.against }
    }
}

/// Millionths of probability at each whole bit from [`FIRST`] on: 0.9999 / (1 + 2^-bits), a logistic curve (Platt, 1999) of
/// slope one, for the bits are bits. It never reaches certainty.
const CURVE: [u32; 41] = [
    1, 2, 4, 8, 15, 31, 61, 122, 244, 488, 976, 1_949, 3_891, 7_751, 15_383, 30_300, 58_818, 111_100,
    199_980, 333_300, 499_950, 666_600, 799_920, 888_800, 941_082, 969_600, 984_517, 992_149, 996_009,
    997_951, 998_924, 999_412, 999_656, 999_778, 999_839, 999_869, 999_885, 999_892, 999_896, 999_898,
    999_899,
];

/// The bit the curve begins at.
const FIRST: i32 = -20;

/// The calibrated probability of a score, by integers alone.
fn probability(bits: MilliBits) -> Probability {
    let last = FIRST + CURVE.len() as i32 - 1;
    let score = bits.0.clamp(FIRST * 1000, last * 1000 - 1);
    let (bit, rest) = (score.div_euclid(1000), score.rem_euclid(1000) as u32);
    let at = (bit - FIRST) as usize;
    let (low, high) = (CURVE[at], CURVE[at + 1]);
    Probability(low + (high - low) * rest / 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probability_grows_with_the_score_and_is_never_certain() {
        let all: Vec<u32> = (-400..400).map(|tenth| probability(MilliBits(tenth * 100)).0).collect();
        assert!(all.is_sorted());
        assert!(probability(MilliBits(i32::MAX)).value() < 1.0);
        assert!(probability(MilliBits(i32::MIN)).value() < 0.001);
    }

    #[test]
    fn the_lowest_score_of_a_probability_is_the_lowest() {
        for share in [0.000_001, 0.01, 0.2, 0.5, 0.999] {
            let MilliBits(bits) = MilliBits::at_least(share);
            assert!(probability(MilliBits(bits)).value() >= share, "{share}");
            assert!(share < 0.000_002 || probability(MilliBits(bits - 1)).value() < share, "{share}");
        }
        assert_eq!(MilliBits::at_least(0.0), MilliBits(i32::MIN));
    }

    #[test]
    fn what_needs_no_person_is_almost_sure_and_what_is_dropped_is_not_likely() {
        assert!(probability(MilliBits(SAME)).value() > 0.997);
        assert!(probability(MilliBits(TO_PERSON)).value() < 0.2);
    }
}
