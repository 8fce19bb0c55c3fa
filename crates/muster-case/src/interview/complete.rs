//! The interview is complete.

use crate::{Case, Decided, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Closes the interview once everybody needed has rated.
#[derive(Debug, Clone)]
pub struct CompleteInterview;

action! { CompleteInterview "complete_interview" Interviewer; }

/// The interview was completed. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InterviewCompleted {}

impl Decide for CompleteInterview {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("complete_interview", &[Stage::InterviewBooked])?;
        let needed = if case.booking.as_ref().is_some_and(|booking| booking.critical_role) { 2 } else { 1 };
        if case.raters.len() < needed {
            return Err(Refusal::Needs(Missing::Assessment));
        }
        Ok(vec![InterviewCompleted {}.into()])
    }
}

impl Apply for InterviewCompleted {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.interviewed_at = Some(moment.at);
        case.stand(Stage::Interviewed, moment.at);
    }
}
