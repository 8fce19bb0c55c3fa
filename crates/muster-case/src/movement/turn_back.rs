//! The reception desk turns somebody back.

use crate::{
    ArrivalEvidence, Case, Decided, Missing, Refusal, Stage,
    case::signer,
    command::Decide,
    decision::{Decision, DecisionKind},
    eligibility::EditionRef,
    event::Apply,
    permit::action,
};
use muster_vocab::{HumanId, Moment, PersonalText, ReasonCode, Sealed};
use serde::{Deserialize, Serialize};

/// Turns back, with codes and why.
#[derive(Debug, Clone)]
pub struct TurnBack {
    /// On which codes, the primary first.
    pub codes: Vec<ReasonCode>,
    /// Why, in words.
    pub rationale: PersonalText,
}

action! { TurnBack "turn_back" Border; }

/// Somebody was turned back. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TurnedBack {
    /// On which codes.
    pub codes: Vec<ReasonCode>,
    /// Why.
    pub rationale: Sealed<PersonalText>,
    /// The edition that stood.
    pub edition: EditionRef,
    /// Who decided.
    pub by: HumanId,
}

impl Decide for TurnBack {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("turn_back", &[Stage::Presented])?;
        let by = signer(moment, "turn_back", <Self as crate::Action>::ROLES)?;
        let finding = case.determination.as_ref().ok_or(Refusal::Needs(Missing::Determination))?;
        if self.codes.is_empty() {
            return Err(Refusal::Needs(Missing::ReasonCode));
        }
        if self.rationale.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        let edition = finding.edition.clone();
        Ok(vec![TurnedBack { codes: self.codes, rationale: self.rationale.into(), edition, by }.into()])
    }
}

impl Apply for TurnedBack {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.arrival = Some(ArrivalEvidence::Observed);
        case.outcome_codes.clone_from(&self.codes);
        case.decisions.push(Decision {
            kind: DecisionKind::TurnBack,
            stage: Stage::TurnedBack,
            codes: self.codes.clone(),
            edition: self.edition.clone(),
            first: self.by,
            second: None,
            at: moment.at,
        });
        case.stand(Stage::TurnedBack, moment.at);
    }
}
