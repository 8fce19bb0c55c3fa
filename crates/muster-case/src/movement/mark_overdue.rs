//! Nobody has seen the person 72 hours after the crossing slot.

use crate::{
    Case, Decided, Missing, Refusal, Stage, case::later, command::Decide, event::Apply, permit::action,
};
use jiff::SignedDuration;
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// How long after the crossing slot a person who is en route is overdue.
pub const OVERDUE_AFTER: SignedDuration = SignedDuration::from_hours(72);

/// Marks as overdue; a welfare check opens.
#[derive(Debug, Clone)]
pub struct MarkOverdue;

action! { MarkOverdue "mark_overdue" System; }

/// Somebody is overdue. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Overdue {}

impl Decide for MarkOverdue {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        if case.stage == Some(Stage::Overdue) {
            return Ok(vec![]);
        }
        case.must_stand("mark_overdue", &[Stage::EnRoute])?;
        let slot = case.clearance.as_ref().ok_or(Refusal::Needs(Missing::ValidPass))?.slot_at;
        let from = later(slot, OVERDUE_AFTER);
        if moment.at < from { Err(Refusal::TooEarly { from }) } else { Ok(vec![Overdue {}.into()]) }
    }
}

impl Apply for Overdue {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.stand(Stage::Overdue, moment.at);
    }
}
