//! An officer records the outcome of a check, with lists and reason.

use crate::{Case, Decided, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// A list that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRef {
    /// The list's name.
    pub list: String,
    /// Its edition, as dated by its publisher.
    pub edition: String,
}

/// Why somebody cannot be checked (capability F7, code R08).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnvettableCause {
    /// There are no records.
    NoRecords,
    /// The authority did not answer.
    NoResponse,
    /// The documents do not suffice.
    Documents,
    /// The mission cannot do it now.
    MissionCapacity,
    /// Lived where nobody can ask.
    HostileAreaResidence,
}

/// What a check came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is", content = "cause")]
pub enum CheckOutcome {
    /// Nothing found.
    Clear,
    /// Something found that a person must weigh.
    Adverse,
    /// One or more hits, ruled on apart.
    Hits,
    /// Not decided.
    Inconclusive,
    /// Cannot be checked.
    Unvettable(UnvettableCause),
}

impl CheckOutcome {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Adverse => "adverse",
            Self::Hits => "hits",
            Self::Inconclusive => "inconclusive",
            Self::Unvettable(_) => "unvettable",
        }
    }
}

/// Records a check's outcome. Recording by hand is a legitimate path and stays one.
#[derive(Debug, Clone)]
pub struct RecordCheck {
    /// The check, as a word of the programme.
    pub check: String,
    /// What it came to.
    pub outcome: CheckOutcome,
    /// The lists looked at, where the check is against lists.
    pub lists: Vec<ListRef>,
    /// On what grounds, in words.
    pub reason: PersonalText,
}

action! { RecordCheck "record_check" Screener Adjudicator Border System; }

/// A check's outcome was recorded. Stored: shape 2 names several lists, shape 1 named one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckRecorded {
    /// The check.
    pub check: String,
    /// What it came to.
    pub outcome: CheckOutcome,
    /// The lists looked at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<ListRef>,
    /// On what grounds.
    pub reason: Sealed<PersonalText>,
}

/// Where checks are made.
pub(super) const STAGES: &[Stage] =
    &[Stage::Screening, Stage::HitReview, Stage::InterviewReady, Stage::Presented];

impl Decide for RecordCheck {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("record_check", STAGES)?;
        // At the desk of the reception a check of its own kind may be added; before, only those asked for.
        let at_reception = case.stage == Some(Stage::Presented);
        if !at_reception && !case.checks.contains_key(&self.check) {
            return Err(Refusal::Unknown { what: "check" });
        }
        if self.check.is_empty() {
            return Err(Refusal::Needs(Missing::Checks));
        }
        // A worker may say that it found nothing or found hits; everything else is a person's word, and stays one.
        let of_a_worker =
            |outcome: &CheckOutcome| matches!(outcome, CheckOutcome::Clear | CheckOutcome::Hits);
        let recorded = case.checks.get(&self.check).and_then(Option::as_ref);
        if moment.by.human().is_none()
            && ![Some(&self.outcome), recorded].into_iter().flatten().all(of_a_worker)
        {
            return Err(Refusal::RoleMayNot {
                action: "record_check",
                role: moment.by.role(),
                may: &[muster_vocab::Role::Screener],
            });
        }
        if self.reason.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        let Self { check, outcome, lists, reason } = self;
        Ok(vec![CheckRecorded { check, outcome, lists, reason: reason.into() }.into()])
    }
}

impl Apply for CheckRecorded {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.checks.insert(self.check.clone(), Some(self.outcome));
        case.left.remove(&self.check);
    }
}
