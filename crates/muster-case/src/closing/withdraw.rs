//! The applicant withdraws: effective at once, in every race.

use crate::{Case, Decided, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Moment, ReasonCode};
use serde::{Deserialize, Serialize};

/// Withdraws. Nothing is asked.
#[derive(Debug, Clone)]
pub struct Withdraw;

action! { Withdraw "withdraw" Applicant; }

/// The applicant withdrew. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Withdrawn {}

impl Decide for Withdraw {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        match case.stage {
            Some(Stage::Withdrawn) => Ok(vec![]),
            // A merged case withdraws too: the person is one.
            Some(stage) if stage.may_withdraw() => Ok(vec![Withdrawn {}.into()]),
            stage => Err(Refusal::WrongStage { action: "withdraw", stage }),
        }
    }
}

impl Apply for Withdrawn {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.merged_into = None;
        case.outcome_codes = vec![ReasonCode::Withdrew];
        if let Some(clearance) = &mut case.clearance {
            clearance.revoked = true;
        }
        case.stand(Stage::Withdrawn, moment.at);
    }
}
