//! A single question about a single fact, and its answer in three values.

use super::condition::Truth;
use crate::facts::{FactType, Facts, Held, Schema, Value};

/// A question about one fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Predicate {
    /// The fact's position in the schema.
    pub(crate) fact: usize,
    /// What is asked of it.
    pub(crate) test: Test,
}

/// What may be asked. Every way to write a predicate becomes one of these four.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Test {
    /// The number lies between the two, both included.
    Within { low: i64, high: i64 },
    /// The word is one of these.
    OneOf(Vec<String>),
    /// The set holds at least one of these.
    HasAny(Vec<String>),
    /// The answer is this.
    Is(bool),
}

impl Predicate {
    /// Whether it holds, fails or cannot be told from what is known.
    pub(crate) fn truth(&self, facts: &Facts) -> Truth {
        match facts.held(self.fact) {
            Held::Unknown => Truth::Undecided,
            Held::Assumed(yes) => Truth::from(self.test == Test::Is(yes)),
            Held::Known(value, _) => self.test.on(value),
        }
    }

    /// The question as words, such as `experience is police_medic, military or combat`; its opposite if `wanted` is
    /// false.
    pub(crate) fn describe(&self, schema: &Schema, wanted: bool) -> String {
        let fact = &schema.facts()[self.fact];
        let name = &fact.name;
        match (&self.test, &fact.kind) {
            (Test::Within { low, high }, FactType::Number { least, most }) => {
                let unit = fact.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
                let (open_below, open_above) = (low <= least, high >= most);
                match (wanted, open_below, open_above) {
                    (true, true, _) => format!("{name} is at most {high}{unit}"),
                    (true, _, true) => format!("{name} is at least {low}{unit}"),
                    (true, ..) => format!("{name} is {low} to {high}{unit}"),
                    (false, true, _) => format!("{name} is at least {}{unit}", high.saturating_add(1)),
                    (false, _, true) => format!("{name} is at most {}{unit}", low.saturating_sub(1)),
                    (false, ..) => format!("{name} is less than {low} or more than {high}{unit}"),
                }
            }
            (Test::OneOf(words), FactType::Word { values: Some(values) }) => {
                let left: Vec<&String> =
                    values.iter().filter(|value| words.contains(value) == wanted).collect();
                format!("{name} is {}", either(&left))
            }
            (Test::OneOf(words), _) if wanted => format!("{name} is {}", either(words)),
            (Test::OneOf(words), _) => format!("{name} is not {}", either(words)),
            (Test::HasAny(words), _) if wanted => format!("{name} include {}", either(words)),
            (Test::HasAny(words), _) => format!("{name} do not include {}", either(words)),
            (Test::Is(yes), _) => format!("{name} is {}", if *yes == wanted { "yes" } else { "no" }),
            (Test::Within { low, high }, _) => format!("{name} is {low} to {high}"),
        }
    }
}

impl Test {
    fn on(&self, value: &Value) -> Truth {
        match (self, value) {
            (Self::Within { low, high }, Value::Number(number)) => {
                Truth::from((low..=high).contains(&number))
            }
            (Self::Within { low, high }, Value::Range { low: least, high: most }) => {
                if low <= least && most <= high {
                    Truth::True
                } else if most < low || high < least {
                    Truth::False
                } else {
                    Truth::Undecided
                }
            }
            (Self::OneOf(words), Value::Word(word)) => Truth::from(words.contains(word)),
            (Self::HasAny(words), Value::Words(held)) => {
                Truth::from(held.iter().any(|word| words.contains(word)))
            }
            (Self::Is(wanted), Value::YesNo(yes)) => Truth::from(wanted == yes),
            // Sheets and editions check types at the door, so this is not reached; unknown is the safe answer.
            _ => Truth::Undecided,
        }
    }
}

/// `a`, `a or b`, `a, b or c`.
fn either(words: &[impl AsRef<str>]) -> String {
    match words {
        [] => "something else".to_owned(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} or {}", first.join(", "), last.as_ref())
        }
    }
}
