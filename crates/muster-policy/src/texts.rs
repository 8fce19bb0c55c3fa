//! What people are told about a rule, in one language.

use crate::problem::{Place, Problem};
use crate::read::Reader;
use std::{collections::BTreeMap, ops::Range};
use toml::de::DeTable;

/// The texts of every rule in one language: `texts.uk.toml`.
#[derive(Debug, Clone)]
pub struct Texts {
    pub(crate) file: String,
    language: String,
    rules: BTreeMap<String, (RuleText, Place)>,
}

/// What people are told about one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleText {
    /// Why, in one plain sentence.
    pub why: String,
    /// What would change it.
    pub change: String,
    /// Another way to help.
    pub off_ramp: String,
}

impl Texts {
    /// Reads the texts of one language.
    ///
    /// # Errors
    /// Everything that is wrong with them, each with its place.
    pub fn read(file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let mut reader = Reader::new(file, text);
        let Some(table) = reader.parse() else { return reader.finish(None) };
        reader.only(&table, "a file of texts", &["language", "rule"]);
        let language = reader.needed_text(&table, &(0..0), "the file", "language");
        let mut rules = BTreeMap::new();
        let entries = table.get("rule").and_then(|value| reader.table(value));
        for (key, value) in entries.into_iter().flatten() {
            let place = reader.place(&key.span());
            let read = reader.table(value).and_then(|entry| read_text(&mut reader, entry, &key.span()));
            if let Some(read) = read {
                rules.insert(key.get_ref().to_string(), (read, place));
            }
        }
        let texts = language.map(|language| Self { file: file.to_owned(), language, rules });
        reader.finish(texts)
    }

    /// The language, ISO 639-1.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// What people are told about a rule.
    pub fn of(&self, rule: &str) -> Option<&RuleText> {
        self.rules.get(rule).map(|(text, _)| text)
    }

    /// The rules it speaks of, with their places.
    pub(crate) fn rules(&self) -> impl Iterator<Item = (&str, Place)> {
        self.rules.iter().map(|(rule, (_, place))| (rule.as_str(), *place))
    }
}

fn read_text(reader: &mut Reader<'_>, entry: &DeTable<'_>, span: &Range<usize>) -> Option<RuleText> {
    reader.only(entry, "the text of a rule", &["why", "change", "off_ramp"]);
    let why = reader.needed_text(entry, span, "the text", "why");
    let change = reader.needed_text(entry, span, "the text", "change");
    let off_ramp = reader.needed_text(entry, span, "the text", "off_ramp");
    Some(RuleText { why: why?, change: change?, off_ramp: off_ramp? })
}
