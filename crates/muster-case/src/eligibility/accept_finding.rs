//! A clerk accepts the finding, so that screening may start.

use super::Outcome;
use crate::{Case, Decided, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Accepts an `eligible` or `tentative` finding.
#[derive(Debug, Clone)]
pub struct AcceptFinding;

action! { AcceptFinding "accept_finding" Clerk; }

/// The finding was accepted. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FindingAccepted {}

impl Decide for AcceptFinding {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        let stages: &[Stage] =
            if case.walk_in { &[Stage::Submitted, Stage::Presented] } else { &[Stage::Submitted] };
        case.must_stand("accept_finding", stages)?;
        let finding = case.determination.as_ref().ok_or(Refusal::Needs(Missing::Determination))?;
        if !matches!(finding.outcome, Outcome::Eligible | Outcome::Tentative) {
            return Err(Refusal::Needs(Missing::Ground));
        }
        Ok(if case.finding_accepted { vec![] } else { vec![FindingAccepted {}.into()] })
    }
}

impl Apply for FindingAccepted {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.finding_accepted = true;
    }
}
