//! The applicant says that the journey has begun: evidence `claimed`, no more.

use crate::{ArrivalEvidence, Case, Decided, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Reports the departure.
#[derive(Debug, Clone)]
pub struct Depart;

action! { Depart "depart" Applicant; }

/// The departure was reported. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Departed {}

impl Decide for Depart {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        if case.stage == Some(Stage::EnRoute) {
            return Ok(vec![]);
        }
        case.must_stand("depart", &[Stage::ClearedToTravel])?;
        case.must_be_free()?;
        Ok(vec![Departed {}.into()])
    }
}

impl Apply for Departed {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.arrival = Some(ArrivalEvidence::Claimed);
        case.stand(Stage::EnRoute, moment.at);
    }
}
