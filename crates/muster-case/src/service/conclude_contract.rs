//! The personnel officer signs too: the contract holds, and the arrival is confirmed.

use crate::{
    ArrivalEvidence, Case, Decided, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action,
};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Concludes the contract.
#[derive(Debug, Clone)]
pub struct ConcludeContract;

action! { ConcludeContract "conclude_contract" Personnel; }

/// The contract was concluded. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContractConcluded {}

impl Decide for ConcludeContract {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("conclude_contract", &[Stage::ContractOffered])?;
        if !case.applicant_signed {
            return Err(Refusal::Needs(Missing::ApplicantSignature));
        }
        case.must_be_free()?;
        Ok(vec![ContractConcluded {}.into()])
    }
}

impl Apply for ContractConcluded {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.arrival = Some(ArrivalEvidence::Confirmed);
        case.stand(Stage::Contracted, moment.at);
    }
}
