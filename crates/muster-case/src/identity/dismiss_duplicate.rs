//! A clerk says that two cases are of two people.

use crate::{Case, Decided, Missing, Refusal, command::Decide, event::Apply, permit::action};
use muster_vocab::{CaseId, Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// Dismisses a suspected duplicate. It is remembered in both cases, suspected there or not: whichever of the two tells
/// something else forgets it.
#[derive(Debug, Clone)]
pub struct DismissDuplicate {
    /// The other case.
    pub other: CaseId,
    /// Why they are two people.
    pub rationale: PersonalText,
}

action! { DismissDuplicate "dismiss_duplicate" Clerk Adjudicator; }

/// A suspected duplicate was dismissed. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DuplicateDismissed {
    /// The other case.
    pub other: CaseId,
    /// Why.
    pub rationale: Sealed<PersonalText>,
}

impl Decide for DismissDuplicate {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("dismiss_duplicate")?;
        if self.rationale.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        if !case.duplicates.contains(&self.other) && case.apart.contains(&self.other) {
            return Ok(vec![]);
        }
        Ok(vec![DuplicateDismissed { other: self.other, rationale: self.rationale.into() }.into()])
    }
}

impl Apply for DuplicateDismissed {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.apart.insert(self.other);
        case.settle_duplicate(self.other);
    }
}
