//! An officer who has not signed settles the review.

use super::{Decision, DecisionKind};
use crate::{
    Case, Decided, Missing, Refusal, Stage,
    case::signer,
    command::Decide,
    decision::{About, MessageQueued},
    eligibility::EditionRef,
    event::Apply,
    intake::Majority,
    permit::action,
    screening::everything_checked,
};
use muster_vocab::{HumanId, Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// How a review comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewOutcome {
    /// The decision stands.
    Upheld,
    /// The case is looked at from the facts on.
    Resubmitted,
    /// The case may book an interview.
    InterviewReady,
}

/// Settles a review.
#[derive(Debug, Clone)]
pub struct SettleReview {
    /// How it comes out.
    pub outcome: ReviewOutcome,
    /// Why.
    pub rationale: PersonalText,
}

action! { SettleReview "settle_review" Attache Counsel; }

/// A review was settled. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReviewSettled {
    /// How it came out.
    pub outcome: ReviewOutcome,
    /// Why.
    pub rationale: Sealed<PersonalText>,
    /// Who settled it.
    pub by: HumanId,
    /// The edition of the decision reviewed.
    pub edition: EditionRef,
}

impl Decide for SettleReview {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("settle_review", &[Stage::UnderReview])?;
        let by = signer(moment, "settle_review", <Self as crate::Action>::ROLES)?;
        if case.signers().contains(&by) {
            return Err(Refusal::SignedBefore);
        }
        if self.rationale.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        match self.outcome {
            ReviewOutcome::Upheld => {}
            ReviewOutcome::Resubmitted => case.must_be_free()?,
            ReviewOutcome::InterviewReady => {
                case.must_be_free()?;
                everything_checked(case)?;
                if case.checks.is_empty() {
                    return Err(Refusal::Needs(Missing::Checks));
                }
                if case.majority != Some(Majority::Adult) {
                    return Err(Refusal::Minor);
                }
            }
        }
        let reviewed = case.decisions.last().ok_or(Refusal::Unknown { what: "decision" })?;
        let edition = reviewed.edition.clone();
        Ok(vec![
            ReviewSettled { outcome: self.outcome, rationale: self.rationale.into(), by, edition }.into(),
            MessageQueued { about: About::Decision }.into(),
        ])
    }
}

impl Apply for ReviewSettled {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        let Some(reviewed) = case.decisions.last().cloned() else { return };
        let stage = match self.outcome {
            ReviewOutcome::Upheld => reviewed.stage,
            ReviewOutcome::Resubmitted => Stage::Submitted,
            ReviewOutcome::InterviewReady => Stage::InterviewReady,
        };
        case.booking = None;
        case.raters.clear();
        match self.outcome {
            // The upheld decision is now this human's too, and has had its review.
            ReviewOutcome::Upheld => {
                case.reviewed.insert(case.decisions.len());
                case.decisions.push(Decision {
                    kind: DecisionKind::Review,
                    first: self.by,
                    second: None,
                    at: moment.at,
                    ..reviewed
                });
            }
            ReviewOutcome::Resubmitted => {
                case.determination = None;
                case.finding_accepted = false;
            }
            ReviewOutcome::InterviewReady => {}
        }
        case.stand(stage, moment.at);
    }
}
