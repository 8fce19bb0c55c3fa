//! What the policy in force says of a few answers, before anybody gave a name (capabilities A1 to A4). Nothing is kept.

use super::answers::{born, pre_check_facts};
use crate::{
    App, Failure, Programme,
    programme::{Kind, Question},
};
use jiff::{Timestamp, tz::TimeZone};
use muster_case::intake::{AGE_OF_MAJORITY, RawAnswers};
use muster_policy::{Edition, Outcome, RuleText, Verdict};
use muster_vocab::ReasonCode;
use std::collections::BTreeMap;

/// What a pre-check says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PreCheckVerdict {
    /// No rule speaks against it.
    Eligible,
    /// Something is not known; a person would have to look.
    Tentative,
    /// A rule speaks against it, as things are.
    NotNow,
    /// Certainly under age: nothing else counts, and nothing else is said.
    Minor,
    /// Another route fits.
    OtherRoute,
}

/// What the policy says of the answers. It holds none of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreCheck {
    /// What it comes to.
    pub verdict: PreCheckVerdict,
    /// The edition that spoke.
    pub edition: String,
    /// Every rule that speaks, the primary first. Where the verdict is tentative: every rule that cannot be told.
    pub findings: Vec<PreCheckFinding>,
}

/// One rule that speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreCheckFinding {
    /// The rule.
    pub rule: String,
    /// Its reason code.
    pub reason: ReasonCode,
    /// What people are told, by language.
    texts: BTreeMap<String, RuleText>,
}

impl PreCheckFinding {
    /// Why, what would change it, and another way to help, in a language; in the programme's first where that one has
    /// no text.
    #[must_use]
    pub fn text(&self, language: &str) -> &RuleText {
        const NOTHING: &RuleText =
            &RuleText { why: String::new(), change: String::new(), off_ramp: String::new() };
        self.texts.get(language).or_else(|| self.texts.values().next()).unwrap_or(NOTHING)
    }
}

impl App {
    /// What the edition in force says of the answers to a pre-check: all reasons, not the first. Nothing is kept.
    ///
    /// # Errors
    /// [`Failure::Input`] if no edition is in force, or the programme does not fit its policy.
    pub fn pre_check(&self, answers: &RawAnswers, at: Timestamp) -> Result<PreCheck, Failure> {
        self.programme.pre_check(self.edition_in_force()?, answers, at)
    }
}

impl Programme {
    /// What an edition says of the answers to a pre-check.
    ///
    /// # Errors
    /// [`Failure::Input`] if the programme does not fit its policy.
    pub fn pre_check(
        &self,
        edition: &Edition,
        answers: &RawAnswers,
        at: Timestamp,
    ) -> Result<PreCheck, Failure> {
        let today = at.to_zoned(TimeZone::UTC).date();
        let says = |verdict, findings| PreCheck { verdict, edition: edition.id().to_owned(), findings };
        if born(answers).is_some_and(|born| born.age_on(today).1 < AGE_OF_MAJORITY) {
            return Ok(says(PreCheckVerdict::Minor, Vec::new()));
        }
        let answers = self.with_nothing_ticked(answers);
        let facts = pre_check_facts(&answers, today, self.policy().schema(), &self.needed_skills)
            .map_err(|rejected| Failure::Input(rejected.to_string()))?;
        let found = edition.evaluate(&facts);
        let (verdict, speaks) = match found.outcome {
            Outcome::Eligible => (PreCheckVerdict::Eligible, Verdict::Fired),
            Outcome::Tentative => (PreCheckVerdict::Tentative, Verdict::Undecided),
            Outcome::RefuseProposed => (PreCheckVerdict::NotNow, Verdict::Fired),
            Outcome::Refer => (PreCheckVerdict::OtherRoute, Verdict::Fired),
        };
        let speaking = found.findings.into_iter().filter(|finding| finding.verdict == speaks);
        let findings = speaking.map(|finding| self.in_words(finding.rule, finding.reason)).collect();
        Ok(says(verdict, findings))
    }

    /// Whoever ticked nothing on a page and went on has said "none of these": the boxes of a page that stands before
    /// one that was answered count as answered.
    fn with_nothing_ticked(&self, answers: &RawAnswers) -> RawAnswers {
        let mut answers = answers.clone();
        let questions: Vec<_> =
            self.portal.questions.pre_check.iter().filter_map(|id| self.portal.question(id)).collect();
        let is_answered = |question: &Question| {
            question
                .names(0)
                .iter()
                .any(|name| answers.0.get(name).is_some_and(|text| !text.trim().is_empty()))
        };
        let Some(last) = questions.iter().rposition(|question| is_answered(question)) else { return answers };
        let boxes = questions[..last].iter().flat_map(|question| &question.fields);
        for field in boxes.filter(|field| field.kind == Kind::Choices) {
            answers.0.entry(field.name.clone()).or_default();
        }
        answers
    }

    fn in_words(&self, rule: String, reason: ReasonCode) -> PreCheckFinding {
        let text = |language: &String| Some((language.clone(), self.policy().text(language, &rule)?.clone()));
        let texts = self.languages.iter().filter_map(text).collect();
        PreCheckFinding { rule, reason, texts }
    }
}

impl PreCheck {
    /// One of each that says more than a word, for pages that are made without a visitor: its name, and what it says.
    #[must_use]
    pub fn samples(programme: &Programme) -> Vec<(&'static str, Self)> {
        let says = |state, verdict, rules: &[(&str, ReasonCode)]| {
            let findings = rules.iter().map(|(rule, reason)| programme.in_words((*rule).to_owned(), *reason));
            (state, Self { verdict, edition: "v3".to_owned(), findings: findings.collect() })
        };
        vec![
            says("eligible", PreCheckVerdict::Eligible, &[]),
            says(
                "tentative",
                PreCheckVerdict::Tentative,
                &[("criminal-record", ReasonCode::CriminalHistory)],
            ),
            says(
                "not-now",
                PreCheckVerdict::NotNow,
                &[
                    ("no-combat-or-skill", ReasonCode::NoRequiredExperience),
                    ("no-command-language", ReasonCode::Language),
                ],
            ),
            says(
                "other-route",
                PreCheckVerdict::OtherRoute,
                &[("wants-non-combat", ReasonCode::WantsNonCombat)],
            ),
        ]
    }
}
