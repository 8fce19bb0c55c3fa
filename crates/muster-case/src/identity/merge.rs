//! A clerk merges a case into the one that goes on.

use crate::{Case, Decided, Missing, Refusal, command::Decide, event::Apply, permit::action};
use muster_vocab::{CaseId, Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// Merges this case into another of the same person. Its own stage stays, asleep, until the merge is undone.
#[derive(Debug, Clone)]
pub struct Merge {
    /// The case that goes on.
    pub into: CaseId,
    /// Why they are one person.
    pub rationale: PersonalText,
}

action! { Merge "merge" Clerk Adjudicator; }

/// The case was merged into another. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Merged {
    /// The case that goes on.
    pub into: CaseId,
    /// Why.
    pub rationale: Sealed<PersonalText>,
}

impl Decide for Merge {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        if case.merged_into == Some(self.into) {
            return Ok(vec![]);
        }
        case.must_be_open("merge")?;
        if !case.duplicates.contains(&self.into) {
            return Err(Refusal::Unknown { what: "suspected duplicate" });
        }
        // What carries a signature is not folded away; the stage alone says nothing: a walk-in stands far along the
        // way and may still be found to be somebody who applied before (capability L6).
        if case.proposal.is_some() || !case.decisions.is_empty() || case.applicant_signed {
            return Err(Refusal::SignatureDepends);
        }
        if self.rationale.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        Ok(vec![Merged { into: self.into, rationale: self.rationale.into() }.into()])
    }
}

impl Apply for Merged {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.merged_into = Some(self.into);
    }
}
