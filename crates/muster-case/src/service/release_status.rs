//! A casualty state is made known, after the kin.

use super::ServiceStatus;
use crate::{Case, Decided, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Releases the casualty state: from now on it counts in figures.
#[derive(Debug, Clone)]
pub struct ReleaseStatus;

action! { ReleaseStatus "release_status" Welfare Attache; }

/// A casualty state was released. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StatusReleased {}

impl Decide for ReleaseStatus {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        let told_of = matches!(case.stage, Some(Stage::Assigned | Stage::Deceased))
            && matches!(case.service, Some(ServiceStatus::Casualty(_) | ServiceStatus::Deceased));
        if !told_of {
            return Err(Refusal::WrongStage { action: "release_status", stage: case.stage });
        }
        if !case.kin_notified {
            return Err(Refusal::Needs(Missing::KinNotified));
        }
        if case.released {
            return Ok(vec![]);
        }
        Ok(vec![StatusReleased {}.into()])
    }
}

impl Apply for StatusReleased {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.released = true;
    }
}
