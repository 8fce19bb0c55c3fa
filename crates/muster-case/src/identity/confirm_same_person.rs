//! A clerk says that a closed case is of the same person, who applies again: this one goes on, and knows of the other.

use crate::{Case, Decided, Missing, Refusal, command::Decide, event::Apply, permit::action};
use muster_vocab::{CaseId, Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// Confirms that a suspected duplicate is of the same person, where there is nothing to merge: the other case is closed.
#[derive(Debug, Clone)]
pub struct ConfirmSamePerson {
    /// The other case.
    pub other: CaseId,
    /// Whether it is closed. One that is open is merged instead: nobody has two.
    pub other_closed: bool,
    /// Why they are one person.
    pub rationale: PersonalText,
}

action! { ConfirmSamePerson "confirm_same_person" Clerk Adjudicator; }

/// Both cases are of one person. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SamePersonConfirmed {
    /// The other case, closed.
    pub other: CaseId,
    /// Why.
    pub rationale: Sealed<PersonalText>,
}

impl Decide for ConfirmSamePerson {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("confirm_same_person")?;
        if case.same_person.contains(&self.other) {
            return Ok(vec![]);
        }
        if !case.duplicates.contains(&self.other) {
            return Err(Refusal::Unknown { what: "suspected duplicate" });
        }
        if !self.other_closed {
            return Err(Refusal::ActiveElsewhere { case: self.other });
        }
        if self.rationale.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        Ok(vec![SamePersonConfirmed { other: self.other, rationale: self.rationale.into() }.into()])
    }
}

impl Apply for SamePersonConfirmed {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.same_person.insert(self.other);
        case.settle_duplicate(self.other);
    }
}
