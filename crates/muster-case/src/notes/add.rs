//! An officer writes a note, or what they think of a case before they read what a colleague proposes.

use crate::{Case, Decided, Missing, Refusal, case::signer, command::Decide, event::Apply, permit::action};
use muster_vocab::{HumanId, Moment, PersonalText, ProposalId, Sealed};
use serde::{Deserialize, Serialize};

/// Adds a note.
#[derive(Debug, Clone)]
pub struct AddNote {
    /// What it says.
    pub text: PersonalText,
    /// The proposal it was written ahead of: a second signer's own view, given before the first's was read.
    pub ahead_of: Option<ProposalId>,
}

action! { AddNote "add_note" Clerk Screener Adjudicator Interviewer Attache Counsel Border Personnel Welfare DataProtection; }

/// A note was added. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NoteAdded {
    /// Who wrote it.
    pub by: HumanId,
    /// The proposal it was written ahead of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ahead_of: Option<ProposalId>,
    /// What it says.
    pub text: Sealed<PersonalText>,
}

impl Decide for AddNote {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_remain("add_note")?;
        let by = signer(moment, "add_note", <Self as crate::Action>::ROLES)?;
        if self.text.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        if self.ahead_of.is_some() && self.ahead_of != case.proposal.as_ref().map(|open| open.id) {
            return Err(Refusal::Unknown { what: "proposal" });
        }
        Ok(vec![NoteAdded { by, ahead_of: self.ahead_of, text: self.text.into() }.into()])
    }
}

impl Apply for NoteAdded {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.views.extend(self.ahead_of.map(|proposal| (proposal, self.by)));
    }
}
