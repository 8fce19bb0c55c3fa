//! A merge is undone.

use crate::{Case, Decided, Missing, Refusal, command::Decide, event::Apply, permit::action};
use muster_vocab::{CaseId, Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// Undoes a merge, as long as no signature rests on it.
#[derive(Debug, Clone)]
pub struct Unmerge {
    /// Why they are two people after all.
    pub rationale: PersonalText,
    /// Whether the case that went on was signed since the merge.
    pub signed_since: bool,
    /// Another active case of the person of this case, if there is one.
    pub active_elsewhere: Option<CaseId>,
}

action! { Unmerge "unmerge" Clerk Adjudicator; }

/// A merge was undone. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unmerged {
    /// Why.
    pub rationale: Sealed<PersonalText>,
}

impl Decide for Unmerge {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        if case.merged_into.is_none() {
            return Ok(vec![]);
        }
        if self.signed_since {
            return Err(Refusal::SignatureDepends);
        }
        if let Some(case) = self.active_elsewhere {
            return Err(Refusal::ActiveElsewhere { case });
        }
        if self.rationale.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        Ok(vec![Unmerged { rationale: self.rationale.into() }.into()])
    }
}

impl Apply for Unmerged {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.merged_into = None;
    }
}
