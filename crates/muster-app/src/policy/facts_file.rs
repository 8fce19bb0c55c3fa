//! Facts by hand, to try an edition on: `age = 41`, `experience = "combat"`, `languages = ["en"]`.

use crate::{Failure, Programme};
use muster_policy::{FactType, Facts, Value};
use muster_vocab::Provenance;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A fact as it is written: a bare value, or one with how well it is known.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Bare(Bare),
    Known {
        value: Bare,
        #[serde(default = "declared")]
        provenance: Provenance,
    },
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Bare {
    YesNo(bool),
    Number(i64),
    Word(String),
    Words(Vec<String>),
    Range { low: i64, high: i64 },
}

const fn declared() -> Provenance {
    Provenance::Declared
}

/// Reads a fact sheet from TOML, or from JSON if the text begins with a brace.
///
/// # Errors
/// [`Failure::Input`] naming the fact and what would fit; never the value.
pub fn read_facts(programme: &Programme, text: &str) -> Result<Facts, Failure> {
    let schema = programme.policy().schema();
    let written: BTreeMap<String, Written> = if text.trim_start().starts_with('{') {
        serde_json::from_str(text)
            .map_err(|error| unreadable(&format!("line {}, character {}", error.line(), error.column())))?
    } else {
        toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            unreadable(&format!("line {}", before.matches('\n').count() + 1))
        })?
    };
    let mut facts = Facts::new(schema);
    for (name, written) in written {
        let (bare, provenance) = match written {
            Written::Bare(bare) => (bare, Provenance::Declared),
            Written::Known { value, provenance } => (value, provenance),
        };
        let value = match (bare, schema.fact(&name).map(|fact| &fact.kind)) {
            // One word where a list is wanted, and yes or no in words, are what people write.
            (Bare::Word(word), Some(FactType::Words { .. })) => {
                Value::Words(word.split_whitespace().map(str::to_owned).collect())
            }
            (Bare::Word(word), Some(FactType::YesNo)) if word == "yes" || word == "no" => {
                Value::YesNo(word == "yes")
            }
            (Bare::YesNo(yes), _) => Value::YesNo(yes),
            (Bare::Number(number), _) => Value::Number(number),
            (Bare::Word(word), _) => Value::Word(word),
            (Bare::Words(words), _) => Value::Words(words),
            (Bare::Range { low, high }, _) => Value::Range { low, high },
        };
        facts.set(&name, value, provenance).map_err(|rejected| Failure::Input(rejected.to_string()))?;
    }
    Ok(facts)
}

fn unreadable(place: &str) -> Failure {
    Failure::Input(format!(
        "the facts cannot be read, {place}: write a line for each, such as `age = 41` or `languages = [\"en\"]`"
    ))
}
