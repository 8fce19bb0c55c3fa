//! The date or the condition of a deferral is met.

use crate::{Case, Decided, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Moment, Role};
use serde::{Deserialize, Serialize};

/// Ends a deferral: back to the queue, or to the clerk if facts must be asked again.
#[derive(Debug, Clone)]
pub struct EndDeferral {
    /// Whether the facts are to be looked at again, rather than only the interview.
    pub facts_again: bool,
}

action! { EndDeferral "end_deferral" System Clerk; }

/// A deferral ended. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeferralEnded {
    /// Where the case goes: `interview_ready` or `submitted`.
    pub to: Stage,
}

impl Decide for EndDeferral {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("end_deferral", &[Stage::Deferred])?;
        case.must_be_free()?;
        // A clerk may see a condition met; the clock waits for the date.
        match case.deferred_until {
            Some(from) if moment.by.role() == Role::System && moment.at < from => {
                return Err(Refusal::TooEarly { from });
            }
            _ => {}
        }
        let to = if self.facts_again { Stage::Submitted } else { Stage::InterviewReady };
        Ok(vec![DeferralEnded { to }.into()])
    }
}

impl Apply for DeferralEnded {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.booking = None;
        case.raters.clear();
        if self.to == Stage::Submitted {
            case.determination = None;
            case.finding_accepted = false;
        }
        case.stand(self.to, moment.at);
    }
}
