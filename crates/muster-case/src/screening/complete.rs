//! Screening is complete: every check has an outcome and nothing is open.

use super::{CheckOutcome, Ruling};
use crate::{Case, Decided, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Completes screening, so that an interview may be booked.
#[derive(Debug, Clone)]
pub struct CompleteScreening;

action! { CompleteScreening "complete_screening" System; }

/// Screening was completed. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScreeningCompleted {}

impl Decide for CompleteScreening {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("complete_screening", &[Stage::Screening])?;
        everything_checked(case)?;
        case.must_be_free()?;
        Ok(vec![ScreeningCompleted {}.into()])
    }
}

/// Nothing is found that only two people's decision, or a better finding, takes out of the way.
pub(crate) fn nothing_stands_against(case: &Case) -> Result<(), Refusal> {
    if case.checks.values().flatten().any(|outcome| matches!(outcome, CheckOutcome::Unvettable(_))) {
        return Err(Refusal::Needs(Missing::Vetting));
    }
    if case.hits.values().any(|hit| hit.ruling == Some(Ruling::TrueMatch)) {
        return Err(Refusal::Needs(Missing::ClearedHits));
    }
    Ok(())
}

/// Nothing stands against it, every check is recorded, every hit ruled on and cleared, no duplicate open.
pub(crate) fn everything_checked(case: &Case) -> Result<(), Refusal> {
    nothing_stands_against(case)?;
    if case.unrecorded_checks().next().is_some() {
        return Err(Refusal::Needs(Missing::CheckOutcomes));
    }
    if case.hits.values().any(|hit| !hit.is_cleared()) {
        return Err(Refusal::Needs(Missing::HitRulings));
    }
    if !case.duplicates.is_empty() {
        return Err(Refusal::Needs(Missing::DuplicateRulings));
    }
    Ok(())
}

impl Apply for ScreeningCompleted {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.stand(Stage::InterviewReady, moment.at);
    }
}
