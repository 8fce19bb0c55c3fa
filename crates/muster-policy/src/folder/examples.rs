//! Examples beside an edition: small fact sheets with what must come out.

use crate::determine::Outcome;
use crate::facts::{FactType, Facts, Schema, Value};
use crate::problem::{Place, Problem, did_you_mean};
use crate::read::{Placed, Reader, whole};
use muster_vocab::{Provenance, ReasonCode};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The examples of one edition.
#[derive(Debug)]
pub(crate) struct Examples {
    pub(crate) file: String,
    pub(crate) edition: String,
    pub(crate) list: Vec<Example>,
}

/// One example.
#[derive(Debug)]
pub(crate) struct Example {
    pub(crate) name: String,
    pub(crate) facts: Facts,
    pub(crate) outcome: Outcome,
    pub(crate) reasons: Vec<ReasonCode>,
    pub(crate) undecided: Vec<ReasonCode>,
    pub(crate) place: Place,
}

const KEYS: [&str; 6] = ["name", "facts", "unknown", "outcome", "reasons", "undecided"];

/// Reads examples; each starts from the facts under `[usual]` and says only what differs.
pub(crate) fn read(schema: &Schema, edition: &str, file: &str, text: &str) -> Result<Examples, Vec<Problem>> {
    let mut reader = Reader::new(file, text);
    let Some(table) = reader.parse() else { return reader.finish(None) };
    reader.only(&table, "a file of examples", &["usual", "example"]);
    let mut usual = Facts::new(schema);
    if let Some(value) = table.get("usual") {
        read_facts(&mut reader, value, &mut usual);
    }
    let mut list = Vec::new();
    for (entry, span) in reader.tables(&table, "example") {
        reader.only(entry, "an example", &KEYS);
        list.extend(read_example(&mut reader, entry, &span, usual.clone()));
    }
    reader.finish(Some(Examples { file: file.to_owned(), edition: edition.to_owned(), list }))
}

fn read_example(
    reader: &mut Reader<'_>,
    entry: &DeTable<'_>,
    span: &Range<usize>,
    mut facts: Facts,
) -> Option<Example> {
    let name = reader.needed_text(entry, span, "the example", "name");
    if let Some(value) = entry.get("facts") {
        read_facts(reader, value, &mut facts);
    }
    for fact in entry.get("unknown").and_then(|value| reader.texts(value)).unwrap_or_default() {
        if facts.forget(fact.get_ref()).is_err() {
            complain_unknown(reader, fact.span(), fact.get_ref(), &facts);
        }
    }
    let outcome = reader.needed(entry, span, "the example", "outcome").and_then(|value| {
        let word = reader.text(value)?;
        let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.word() == word);
        if outcome.is_none() {
            let help = did_you_mean(&word, Outcome::ALL.map(Outcome::word));
            reader.complain(value.span(), format!("there is no outcome `{word}`"), help);
        }
        outcome
    });
    let reasons = read_codes(reader, entry, "reasons");
    let undecided = read_codes(reader, entry, "undecided");
    let place = reader.place(span);
    Some(Example { name: name?, facts, outcome: outcome?, reasons, undecided, place })
}

fn read_codes(reader: &mut Reader<'_>, entry: &DeTable<'_>, key: &str) -> Vec<ReasonCode> {
    let words = entry.get(key).and_then(|value| reader.texts(value)).unwrap_or_default();
    let mut codes = Vec::new();
    for word in words {
        match word.get_ref().parse() {
            Ok(code) => codes.push(code),
            Err(_) => reader.complain(
                word.span(),
                format!("there is no reason code `{}`", word.get_ref()),
                "use one of R01 to R12",
            ),
        }
    }
    codes
}

fn read_facts(reader: &mut Reader<'_>, value: &Placed<'_>, facts: &mut Facts) {
    let Some(table) = reader.table(value) else { return };
    for (key, value) in table {
        let name = key.get_ref();
        let Some(fact) = facts.schema().fact(name).cloned() else {
            complain_unknown(reader, key.span(), name, facts);
            continue;
        };
        let set = read_value(value.get_ref(), &fact.kind)
            .is_some_and(|read| facts.set(name, read, Provenance::Declared).is_ok());
        if !set {
            reader.complain(
                value.span(),
                format!("this does not fit `{name}`"),
                format!("`{name}` is {}", fact.kind),
            );
        }
    }
}

fn complain_unknown(reader: &mut Reader<'_>, span: Range<usize>, name: &str, facts: &Facts) {
    let help = did_you_mean(name, facts.schema().names());
    reader.complain(span, format!("there is no fact `{name}`"), help);
}

fn read_value(value: &DeValue<'_>, kind: &FactType) -> Option<Value> {
    match kind {
        FactType::Number { .. } => match value.as_table() {
            Some(range) if range.len() == 2 => Some(Value::Range {
                low: whole(range.get("low")?.get_ref())?,
                high: whole(range.get("high")?.get_ref())?,
            }),
            _ => whole(value).map(Value::Number),
        },
        FactType::Word { .. } => value.as_str().map(|word| Value::Word(word.to_owned())),
        FactType::Words { .. } => {
            let words = value.as_array()?.iter().map(Spanned::get_ref);
            words.map(|word| word.as_str().map(str::to_owned)).collect::<Option<_>>().map(Value::Words)
        }
        FactType::YesNo => value.as_bool().map(Value::YesNo),
    }
}
