//! Short words of the programme's data, in each of its languages.

use serde::Deserialize;
use std::collections::BTreeMap;

/// One short text in several languages: `{ en = "…", uk = "…" }`.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(pub BTreeMap<String, String>);

impl Words {
    /// The text in a language, else in English, else in whichever there is.
    #[must_use]
    pub fn say(&self, language: &str) -> &str {
        in_language(&self.0, language).map_or("", String::as_str)
    }
}

/// What is written for a language, else for English, else for whichever comes first.
pub(crate) fn in_language<'a, T>(texts: &'a BTreeMap<String, T>, language: &str) -> Option<&'a T> {
    texts.get(language).or_else(|| texts.get("en")).or_else(|| texts.values().next())
}

/// The languages in which nothing is said, as faults.
pub(super) fn unsaid(words: &Words, languages: &[String], what: &str) -> Vec<String> {
    let missing = |language: &&String| words.0.get(*language).is_none_or(|text| text.trim().is_empty());
    languages.iter().filter(missing).map(|language| format!("{what} is missing in `{language}`")).collect()
}
