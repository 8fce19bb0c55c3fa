//! A review is asked for: once for each decision.

use crate::{
    Case, Decided, Missing, Refusal, Stage, case::later, command::Decide, event::Apply, permit::action,
};
use jiff::SignedDuration;
use muster_vocab::{CaseId, Moment, PersonalText, Role, Sealed};
use serde::{Deserialize, Serialize};

/// How long an applicant may ask for a review.
pub const REVIEW_WITHIN: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Asks for a review: the applicant within 30 days, or the system because a newer policy would find otherwise.
#[derive(Debug, Clone)]
pub struct RequestReview {
    /// On what grounds.
    pub grounds: PersonalText,
    /// The person's other active case, if there is one.
    pub active_elsewhere: Option<CaseId>,
}

action! { RequestReview "request_review" Applicant System; }

/// A review was asked for. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReviewRequested {
    /// Of which decision, counted from 0.
    pub decision: usize,
    /// On what grounds.
    pub grounds: Sealed<PersonalText>,
}

impl Decide for RequestReview {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        if case.stage == Some(Stage::UnderReview) {
            return Ok(vec![]);
        }
        case.must_stand(
            "request_review",
            &[Stage::RefusedEarly, Stage::Refused, Stage::Revoked, Stage::TurnedBack],
        )?;
        let number = case.decisions.len().checked_sub(1).ok_or(Refusal::Unknown { what: "decision" })?;
        if case.reviewed.contains(&number) {
            return Err(Refusal::Limit { what: "a review of one decision", most: 1 });
        }
        let until = later(case.decisions[number].at, REVIEW_WITHIN);
        match moment.by.role() {
            Role::Applicant if moment.at > until => return Err(Refusal::TooLate { until }),
            // What a policy found before the decision was there to be weighed.
            Role::System if case.flips.last().is_none_or(|flip| flip.decisions <= number) => {
                return Err(Refusal::Needs(Missing::Ground));
            }
            _ => {}
        }
        if let Some(case) = self.active_elsewhere {
            return Err(Refusal::ActiveElsewhere { case });
        }
        Ok(vec![ReviewRequested { decision: number, grounds: self.grounds.into() }.into()])
    }
}

impl Apply for ReviewRequested {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.reviewed.insert(self.decision);
        case.stand(Stage::UnderReview, moment.at);
    }
}
