//! Editions and rules.

use super::condition::Condition;
use crate::facts::Schema;
use crate::problem::Place;
use jiff::civil::Date;
use muster_vocab::{Digest, ReasonCode};

/// One edition of a programme's policy. Once published it never changes: its hash is that of its exact bytes.
#[derive(Debug, Clone)]
pub struct Edition {
    pub(crate) file: String,
    pub(crate) id: String,
    pub(crate) programme: String,
    pub(crate) title: String,
    pub(crate) note: String,
    pub(crate) in_force_from: Date,
    pub(crate) in_force_place: Place,
    pub(crate) languages: Vec<String>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) hash: Digest,
    pub(crate) schema: Schema,
}

/// What a rule proposes when it fires. Nothing here decides: a person does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// A refusal is proposed to a clerk.
    RefuseProposed,
    /// The case is sent another way.
    Refer {
        /// Which way, such as `own-national`.
        route: String,
    },
}

/// One rule.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Its name, words joined by hyphens: also the key of its texts.
    pub id: String,
    /// Why, as a code.
    pub reason: ReasonCode,
    /// What it proposes.
    pub effect: Effect,
    /// Whether it rests on plain facts, so that a clerk may confirm many at once.
    pub objective: bool,
    /// Where the rule stands in its file.
    pub place: Place,
    pub(crate) condition: Condition,
}

impl Effect {
    /// Its word in editions: `refuse_proposed` or `refer`.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::RefuseProposed => "refuse_proposed",
            Self::Refer { .. } => "refer",
        }
    }

    /// A refusal is at least as strong as a referral.
    pub(crate) const fn at_least_as_strong_as(&self, other: &Self) -> bool {
        matches!((self, other), (Self::RefuseProposed, _) | (_, Self::Refer { .. }))
    }
}

impl Edition {
    /// The most rules an edition may hold.
    pub const RULES_MAX: usize = 128;

    /// Its name, such as `v2`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The programme it belongs to.
    pub fn programme(&self) -> &str {
        &self.programme
    }

    /// Its title, for people.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What changed and why, for people.
    pub fn note(&self) -> &str {
        &self.note
    }

    /// The first day it holds.
    pub const fn in_force_from(&self) -> Date {
        self.in_force_from
    }

    /// The languages its texts must exist in.
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// The rules, in order: the first that fires gives the primary reason.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// SHA-256 of the edition's exact bytes.
    pub const fn hash(&self) -> Digest {
        self.hash
    }

    /// The file it was read from.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The facts it is written against.
    pub const fn schema(&self) -> &Schema {
        &self.schema
    }
}
