//! The applicant declines the contract and is helped home.

use crate::{Case, Decided, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Moment, PersonalText, ReasonCode, Sealed};
use serde::{Deserialize, Serialize};

/// Declines the contract.
#[derive(Debug, Clone)]
pub struct DeclineContract {
    /// Why, in the applicant's words.
    pub reason: PersonalText,
}

action! { DeclineContract "decline_contract" Applicant Personnel; }

/// The contract was declined. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContractDeclined {
    /// Always C01.
    pub code: ReasonCode,
    /// Why.
    pub reason: Sealed<PersonalText>,
}

impl Decide for DeclineContract {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("decline_contract", &[Stage::ContractOffered])?;
        if self.reason.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        Ok(vec![ContractDeclined { code: ReasonCode::TermsNotAccepted, reason: self.reason.into() }.into()])
    }
}

impl Apply for ContractDeclined {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.outcome_codes = vec![self.code];
        case.stand(Stage::ContractDeclined, moment.at);
    }
}
