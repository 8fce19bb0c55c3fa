//! The facts a programme declares: `facts.toml`.

use crate::problem::{Problem, did_you_mean};
use crate::read::Reader;
use muster_vocab::Digest;
use std::{fmt, ops::Range, sync::Arc};
use toml::de::DeTable;

/// The facts a programme declares, in their order. Cloning shares it.
#[derive(Debug, Clone)]
pub struct Schema(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    facts: Vec<Fact>,
    hash: Digest,
}

/// One declared fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its name in rules, such as `needed_skill`.
    pub name: String,
    /// What values it may have.
    pub kind: FactType,
    /// What a number counts, such as `years`.
    pub unit: Option<String>,
    /// What it means, in one sentence.
    pub means: String,
    /// What kind of evidence would change it.
    pub evidence: String,
    /// What holds until somebody records otherwise; nothing for most facts, of which unknown is unknown.
    pub assume: Option<bool>,
}

/// What values a fact may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactType {
    /// A whole number between two bounds.
    Number {
        /// The least number that makes sense.
        least: i64,
        /// The greatest number that makes sense.
        most: i64,
    },
    /// One word: of a list, or any (`open`).
    Word {
        /// The list; nothing when open.
        values: Option<Vec<String>>,
    },
    /// A set of words: of a list, or any (`open`).
    Words {
        /// The list; nothing when open.
        values: Option<Vec<String>>,
    },
    /// Yes or no.
    YesNo,
}

impl Schema {
    /// Reads the text of `facts.toml`.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its place.
    pub fn read(file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader::new(file, text);
        let Some(table) = reader.parse() else { return reader.finish(None) };
        reader.only(&table, "the list of facts", &["fact"]);
        let mut facts: Vec<Fact> = Vec::new();
        for (entry, span) in reader.tables(&table, "fact") {
            let Some(fact) = read_fact(&mut reader, entry, &span) else { continue };
            if facts.iter().any(|other| other.name == fact.name) {
                reader.complain(
                    span,
                    format!("the fact `{}` is declared twice", fact.name),
                    "keep one of them",
                );
            } else {
                facts.push(fact);
            }
        }
        reader.finish(Some(Self(Arc::new(Inner { facts, hash: Digest::of(text.as_bytes()) }))))
    }

    /// The facts, in their order.
    pub fn facts(&self) -> &[Fact] {
        &self.0.facts
    }

    /// SHA-256 of the file: what was assumed, and which words were allowed, is part of how an outcome came about.
    pub fn hash(&self) -> Digest {
        self.0.hash
    }

    /// The fact of that name.
    pub fn fact(&self, name: &str) -> Option<&Fact> {
        self.index(name).map(|index| &self.0.facts[index])
    }

    pub(crate) fn index(&self, name: &str) -> Option<usize> {
        self.0.facts.iter().position(|fact| fact.name == name)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.facts.iter().map(|fact| fact.name.as_str())
    }

    /// Two schemas agree if they were read from the same bytes.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.hash == other.0.hash
    }
}

const KEYS: [&str; 9] = ["name", "type", "values", "unit", "least", "most", "means", "evidence", "assume"];
const TYPES: [&str; 4] = ["number", "word", "words", "yes_no"];

fn read_fact(reader: &mut Reader<'_>, entry: &DeTable<'_>, span: &Range<usize>) -> Option<Fact> {
    reader.only(entry, "a fact", &KEYS);
    let name = reader.needed_text(entry, span, "the fact", "name");
    let means = reader.needed_text(entry, span, "the fact", "means");
    let evidence = reader.needed_text(entry, span, "the fact", "evidence");
    let kind = read_type(reader, entry, span);
    let unit = entry.get("unit").and_then(|value| reader.text(value));
    let assume = entry.get("assume").and_then(|value| {
        if kind.as_ref().is_some_and(|kind| *kind != FactType::YesNo) {
            reader.complain(value.span(), "only a yes_no fact may be assumed", "remove `assume`");
        }
        reader.yes_no(value)
    });
    Some(Fact { name: name?, kind: kind?, unit, means: means?, evidence: evidence?, assume })
}

fn read_type(reader: &mut Reader<'_>, entry: &DeTable<'_>, span: &Range<usize>) -> Option<FactType> {
    let value = reader.needed(entry, span, "the fact", "type")?;
    let word = reader.text(value)?;
    let bound = |reader: &mut Reader<'_>, key: &str, otherwise: i64| {
        entry.get(key).map_or(Some(otherwise), |value| reader.number(value))
    };
    match word.as_str() {
        "number" => Some(FactType::Number {
            least: bound(reader, "least", i64::from(i32::MIN))?,
            most: bound(reader, "most", i64::from(i32::MAX))?,
        }),
        "word" => read_values(reader, entry, span, |values| FactType::Word { values }),
        "words" => read_values(reader, entry, span, |values| FactType::Words { values }),
        "yes_no" => Some(FactType::YesNo),
        _ => {
            reader.complain(value.span(), format!("there is no type `{word}`"), did_you_mean(&word, TYPES));
            None
        }
    }
}

/// The type with its allowed words, or without a list for `open`.
fn read_values(
    reader: &mut Reader<'_>,
    entry: &DeTable<'_>,
    span: &Range<usize>,
    with: impl Fn(Option<Vec<String>>) -> FactType,
) -> Option<FactType> {
    let value = reader.needed(entry, span, "the fact", "values")?;
    if value.get_ref().as_str() == Some("open") {
        return Some(with(None));
    }
    let words = reader.texts(value)?;
    Some(with(Some(words.into_iter().map(toml::Spanned::into_inner).collect())))
}

impl fmt::Display for FactType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number { least, most } => write!(f, "a number from {least} to {most}"),
            Self::Word { values: None } => f.write_str("a word"),
            Self::Word { values: Some(values) } => write!(f, "one of {}", values.join(", ")),
            Self::Words { values: None } => f.write_str("a list of words"),
            Self::Words { values: Some(values) } => write!(f, "a list from {}", values.join(", ")),
            Self::YesNo => f.write_str("yes or no"),
        }
    }
}
