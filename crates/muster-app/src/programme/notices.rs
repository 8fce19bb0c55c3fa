//! What the law of a country says about going: facts with a source, and what is so for everybody.

use super::{Words, words::in_language};
use jiff::civil::Date;
use muster_case::Posture;
use muster_vocab::{Country, Digest};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All notices of a programme.
#[derive(Debug, Clone, Default)]
pub struct Notices {
    /// What is so for everybody, whatever their country.
    pub general: General,
    /// One for each country that is known.
    pub countries: BTreeMap<Country, Notice>,
    /// The edition in force, bound to the content: see [`Portal::notice_edition`](super::Portal::notice_edition).
    pub(super) edition: String,
}

/// `notices/XX.toml`: what is known of one country's law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Whose law.
    pub country: Country,
    /// Which edition of this notice.
    pub edition: String,
    /// How sure it is. Whatever is not high is told as "ask a lawyer" and nothing else.
    pub confidence: Confidence,
    /// The day somebody last held it against its sources.
    pub checked_on: Date,
    /// Who did.
    pub reviewer: Words,
    /// What a mission in that country may do by this law, when it opens.
    pub posture_for_mission: Posture,
    /// Where it is written.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// What applicants read, by language; nothing unless the confidence is high.
    #[serde(default)]
    pub text: BTreeMap<String, NoticeText>,
}

/// How sure a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Sources agree, or the law itself was read.
    High,
    /// Some of it is uncertain.
    Medium,
    /// Reports conflict, or nothing was verified.
    Low,
}

/// Where something is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Where it is found.
    #[serde(rename = "where")]
    pub place: String,
}

/// What applicants read about one country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeText {
    /// All of it in one sentence.
    pub short: String,
    /// What the law does: two to five plain sentences.
    pub effect: Vec<String>,
    /// What it says about asking others to go.
    pub home_recruiting: String,
}

/// `notices/general.toml`: what is so for everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct General {
    /// Which edition of this text.
    pub edition: String,
    /// The day somebody last held it against its sources.
    pub checked_on: Date,
    /// Who did.
    pub reviewer: Words,
    /// Where it is written.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// What applicants read, by language.
    #[serde(default)]
    pub text: BTreeMap<String, GeneralText>,
    /// The one question that shows that it was understood.
    pub comprehension: Comprehension,
}

/// What everybody reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GeneralText {
    /// That this is no advice.
    pub not_advice: String,
    /// In place of a notice where there is none, or none that is sure: sentences.
    pub ask_a_lawyer: Vec<String>,
    /// What may happen to somebody who goes.
    pub risks: Vec<Risk>,
}

/// Something that may happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// Its word: the same in every language.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Plain sentences.
    pub text: Vec<String>,
}

/// One question with three answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comprehension {
    /// The words of the answers, in the order in which they are shown.
    pub answers: Vec<String>,
    /// The word of the right one.
    pub right: String,
    /// The texts, by language.
    #[serde(default)]
    pub text: BTreeMap<String, ComprehensionText>,
}

/// The question in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComprehensionText {
    /// The question.
    pub question: String,
    /// The answers, by their words.
    pub answer: BTreeMap<String, String>,
    /// What is said after a wrong answer.
    pub when_wrong: String,
}

/// What somebody is told about a country they belong to.
#[derive(Debug, Clone, Copy)]
pub struct CountryNotice<'a> {
    /// The country.
    pub country: Country,
    /// What is known of its law; nothing if the programme has no notice of it.
    pub notice: Option<&'a Notice>,
}

impl Notice {
    /// What applicants read; nothing if they are told to ask a lawyer.
    #[must_use]
    pub fn text(&self, language: &str) -> Option<&NoticeText> {
        if self.confidence == Confidence::High { in_language(&self.text, language) } else { None }
    }
}

impl<'a> CountryNotice<'a> {
    /// What applicants read; nothing if they are told to ask a lawyer ([`GeneralText::ask_a_lawyer`]).
    #[must_use]
    pub fn text(&self, language: &str) -> Option<&'a NoticeText> {
        self.notice.and_then(|notice| notice.text(language))
    }
}

impl General {
    /// What everybody reads.
    #[must_use]
    pub fn text(&self, language: &str) -> Option<&GeneralText> {
        in_language(&self.text, language)
    }
}

impl Comprehension {
    /// The question in a language.
    #[must_use]
    pub fn text(&self, language: &str) -> Option<&ComprehensionText> {
        in_language(&self.text, language)
    }

    /// Whether an answer is the right one.
    #[must_use]
    pub fn is_right(&self, answer: &str) -> bool {
        answer == self.right
    }
}

impl Notices {
    /// Binds a named edition to the content: whatever people read differently changes it; another day of checking or
    /// another reviewer does not, since nobody need read the same words twice for that.
    ///
    /// # Panics
    /// Never: the parts are plain text.
    pub(super) fn bind(&mut self, named: &str) {
        let countries: Vec<_> = self
            .countries
            .values()
            .map(|notice| {
                (&notice.country, &notice.edition, notice.confidence, &notice.sources, &notice.text)
            })
            .collect();
        let General { edition, sources, text, comprehension, .. } = &self.general;
        let read = serde_json::to_vec(&(countries, edition, sources, text, comprehension))
            .expect("plain text becomes JSON");
        let digest = Digest::of(&read).to_string();
        self.edition = format!("{named}-{}", &digest[..8]);
    }
}
