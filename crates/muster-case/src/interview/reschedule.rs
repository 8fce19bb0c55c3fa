//! The applicant moves the interview, twice at most.

use crate::{Case, Decided, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// How often an interview may be moved.
pub const RESCHEDULES_MAX: u32 = 2;

/// Gives the slot back, so that another can be booked.
#[derive(Debug, Clone)]
pub struct Reschedule;

action! { Reschedule "reschedule" Applicant Clerk; }

/// A slot was given back. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InterviewRescheduled {}

impl Decide for Reschedule {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("reschedule", &[Stage::InterviewBooked])?;
        if case.reschedules >= RESCHEDULES_MAX {
            return Err(Refusal::Limit { what: "moving the interview", most: RESCHEDULES_MAX });
        }
        Ok(vec![InterviewRescheduled {}.into()])
    }
}

impl Apply for InterviewRescheduled {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.reschedules += 1;
        case.booking = None;
        case.raters.clear();
        case.stand(Stage::InterviewReady, moment.at);
    }
}
