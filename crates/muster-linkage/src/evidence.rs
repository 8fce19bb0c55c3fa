//! Why two records are taken for one person, or not: parts that a person reads and a machine adds up.

use crate::{
    answer::{MilliBits, Score},
    levels::{FIELDS, Field, Levels},
    person::Person,
    places::Places,
    record::Record,
    weights::Weights,
    words::Words,
};
use serde::Serialize;

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
}

/// One part of the evidence. The bits of all parts sum to the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What it is about; nothing for what holds before anything is compared.
    pub field: Option<Field>,
    /// The named rule that gave the bits, such as `born.day_month_swapped`.
    pub rule: &'static str,
    /// In a word, if something was compared.
    pub likeness: Option<Likeness>,
    /// What it adds or takes.
    pub bits: MilliBits,
}

/// Two records compared, with every reason. It holds no personal value: what each side wrote is in its record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The engine's version.
    pub engine: &'static str,
    /// Which weights it was added up by.
    pub weights: String,
    /// What it comes to.
    #[serde(flatten)]
    pub score: Score,
    /// Why: the parts sum to the score's bits. What is unknown on one side has no part.
    pub parts: Vec<Part>,
}

impl Comparison {
    pub(crate) fn of(weights: &Weights, levels: Levels) -> Self {
        let score = Score::of(weights, levels);
        let (before, bits) = weights.against(score.against);
        let before =
            Part { field: None, rule: score.against.beforehand(), likeness: None, bits: MilliBits(*before) };
        let compared = FIELDS.into_iter().filter(|field| levels.get(*field) != 0).map(|field| {
            let level = usize::from(levels.get(field));
            Part {
                field: Some(field),
                rule: field.rules()[level],
                likeness: Some(field.likeness(level)),
                bits: MilliBits(bits[field as usize][level]),
            }
        });
        Self {
            engine: crate::ENGINE,
            weights: weights.name().to_owned(),
            score,
            parts: std::iter::once(before).chain(compared).collect(),
        }
    }
}

/// Compares two records without an index: the same answer as in one, from the records alone. So a score is replayed.
#[must_use]
pub fn compare(weights: &Weights, a: &Record, b: &Record) -> Comparison {
    let (mut words, mut places) = (Words::default(), Places::default());
    let a = Person::read(a, &mut words, &mut places);
    let b = Person::read(b, &mut words, &mut places);
    Comparison::of(weights, Levels::of(&a, &b, &words, &places))
}
