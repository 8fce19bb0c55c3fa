//! The value of a fact. It is personal: `Debug` shows its type only.

use super::schema::{Fact, FactType};
use std::fmt;

/// What is known of a fact.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// A number, such as an age.
    Number(i64),
    /// A number of which only the least and the greatest possible value are known, as with a partial birth date.
    Range {
        /// The least it may be.
        low: i64,
        /// The greatest it may be.
        high: i64,
    },
    /// One word.
    Word(String),
    /// A set of words; it may be empty.
    Words(Vec<String>),
    /// Yes or no.
    YesNo(bool),
}

/// A fact sheet could not take a value. It names the fact, never the value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FactRejected {
    /// The programme declares no such fact.
    #[error("the programme declares no fact `{fact}`: add it to facts.toml, or mend its name")]
    Unknown {
        /// The name that was asked for.
        fact: String,
    },
    /// The value does not fit the fact's type, its list of words or its bounds.
    #[error("the value given for `{fact}` does not fit: it is {wanted}")]
    Unfit {
        /// The fact.
        fact: String,
        /// What would fit.
        wanted: String,
    },
}

impl Value {
    /// Checks the value against what the fact may be.
    pub(crate) fn fit(&self, fact: &Fact) -> Result<(), FactRejected> {
        let fits = match (self, &fact.kind) {
            (Self::Number(number), FactType::Number { least, most }) => (*least..=*most).contains(number),
            (Self::Range { low, high }, FactType::Number { least, most }) => {
                low <= high && least <= low && high <= most
            }
            (Self::Word(word), FactType::Word { values }) => allowed(values.as_deref(), word),
            (Self::Words(words), FactType::Words { values }) => {
                words.iter().all(|word| allowed(values.as_deref(), word))
            }
            (Self::YesNo(_), FactType::YesNo) => true,
            _ => false,
        };
        if fits {
            Ok(())
        } else {
            Err(FactRejected::Unfit { fact: fact.name.clone(), wanted: fact.kind.to_string() })
        }
    }
}

fn allowed(values: Option<&[String]>, word: &String) -> bool {
    values.is_none_or(|values| values.contains(word))
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Range { low, high } => write!(f, "{low} to {high}"),
            Self::Word(word) => f.write_str(word),
            Self::Words(words) if words.is_empty() => f.write_str("none"),
            Self::Words(words) => f.write_str(&words.join(", ")),
            Self::YesNo(yes) => f.write_str(if *yes { "yes" } else { "no" }),
        }
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}
