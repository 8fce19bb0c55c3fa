//! The second person sends a proposal back.

use crate::{
    Case, Decided, Missing, Refusal, Stage, case::signer, command::Decide, event::Apply, permit::action,
};
use muster_vocab::{HumanId, Moment, PersonalText, ProposalId, Sealed};
use serde::{Deserialize, Serialize};

/// Sends a proposal back, saying what is missing.
#[derive(Debug, Clone)]
pub struct SendBack {
    /// Which proposal.
    pub proposal: ProposalId,
    /// Why.
    pub rationale: PersonalText,
}

action! { SendBack "send_back" Attache Adjudicator Counsel Personnel Welfare; }

/// A proposal was sent back. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SentBack {
    /// Which proposal.
    pub proposal: ProposalId,
    /// Who sent it back.
    pub by: HumanId,
    /// Why.
    pub rationale: Sealed<PersonalText>,
}

impl Decide for SendBack {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_be_open("send_back")?;
        let proposal = match &case.proposal {
            Some(open) if open.id == self.proposal => open,
            _ => return Err(Refusal::Unknown { what: "proposal" }),
        };
        let may = proposal.act.second_signers();
        let by = signer(moment, "send_back", may)?;
        if !may.contains(&moment.by.role()) {
            return Err(Refusal::RoleMayNot { action: "send_back", role: moment.by.role(), may });
        }
        if self.rationale.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        Ok(vec![SentBack { proposal: self.proposal, by, rationale: self.rationale.into() }.into()])
    }
}

impl Apply for SentBack {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.proposal = None;
        if case.stage == Some(Stage::Recommended) {
            case.stand(Stage::Interviewed, moment.at);
        }
    }
}
