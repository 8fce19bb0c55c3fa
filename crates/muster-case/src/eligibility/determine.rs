//! The worker records what a policy edition finds on the facts.

use crate::{Case, Decided, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Digest, Moment, ReasonCode, Sealed, Section, Sensitive};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A policy edition by name and content hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionRef {
    /// Its name, such as `v2`.
    pub id: String,
    /// SHA-256 of its bytes.
    pub hash: Digest,
}

/// What a policy says of the facts as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// No rule speaks against it.
    Eligible,
    /// Some fact is unknown.
    Tentative,
    /// A rule speaks against it; a person must confirm.
    RefuseProposed,
    /// Another route fits.
    Refer,
}

impl Outcome {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::Tentative => "tentative",
            Self::RefuseProposed => "refuse_proposed",
            Self::Refer => "refer",
        }
    }
}

/// What one rule says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The rule's condition holds.
    Fires,
    /// A fact it needs is unknown.
    Undecided,
}

/// One finding without the facts it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingCode {
    /// The rule's name in its edition.
    pub rule: String,
    /// Its reason code.
    pub code: ReasonCode,
    /// Fires or undecided.
    pub verdict: Verdict,
    /// Whether the rule is objective, so that it may be confirmed in bulk.
    pub objective: bool,
}

/// The findings with evidence and what would change them, in words. Sealed: they hold facts.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FindingTexts(pub Vec<String>);

impl Sensitive for FindingTexts {
    const SECTION: Section = Section::Decision;
}

impl fmt::Debug for FindingTexts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}

/// Records a determination.
#[derive(Debug, Clone)]
pub struct Determine {
    /// The edition.
    pub edition: EditionRef,
    /// What it says as a whole.
    pub outcome: Outcome,
    /// All findings, the primary first.
    pub codes: Vec<FindingCode>,
    /// All findings in words.
    pub findings: FindingTexts,
}

action! { Determine "determine" System; }

/// A determination was recorded. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Determined {
    /// The edition.
    pub edition: EditionRef,
    /// What it says as a whole.
    pub outcome: Outcome,
    /// All findings, the primary first.
    pub codes: Vec<FindingCode>,
    /// All findings in words.
    pub findings: Sealed<FindingTexts>,
}

impl Determined {
    /// Codes of the findings that fire.
    pub fn fired(&self) -> impl Iterator<Item = &FindingCode> {
        self.codes.iter().filter(|finding| finding.verdict == Verdict::Fires)
    }
}

impl Decide for Determine {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        // A walk-in is determined at the reception desk, before it is let in.
        let stages: &[Stage] =
            if case.walk_in { &[Stage::Submitted, Stage::Presented] } else { &[Stage::Submitted] };
        case.must_stand("determine", stages)?;
        if case.determination.as_ref().is_some_and(|now| {
            now.edition == self.edition && now.outcome == self.outcome && now.codes == self.codes
        }) {
            return Ok(vec![]);
        }
        let Self { edition, outcome, codes, findings } = self;
        Ok(vec![Determined { edition, outcome, codes, findings: findings.into() }.into()])
    }
}

impl Apply for Determined {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.determination = Some(self.clone());
        case.finding_accepted = false;
    }
}
