//! Screening starts: every check asked for is there, without an outcome.

use crate::{Case, Decided, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Starts screening with the programme's checks.
#[derive(Debug, Clone)]
pub struct StartScreening {
    /// The checks, as words of the programme, such as `watchlist`.
    pub checks: BTreeSet<String>,
}

action! { StartScreening "start_screening" System; }

/// Screening started. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScreeningStarted {
    /// The checks.
    pub checks: BTreeSet<String>,
}

impl Decide for StartScreening {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("start_screening", &[Stage::Submitted])?;
        if case.determination.is_none() {
            return Err(Refusal::Needs(Missing::Determination));
        }
        if !case.finding_accepted {
            return Err(Refusal::Needs(Missing::AcceptedFinding));
        }
        case.must_be_free()?;
        if self.checks.is_empty() {
            return Err(Refusal::Needs(Missing::Checks));
        }
        Ok(vec![ScreeningStarted { checks: self.checks }.into()])
    }
}

impl Apply for ScreeningStarted {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        for check in &self.checks {
            case.checks.insert(check.clone(), None);
            case.left.remove(check);
        }
        case.stand(Stage::Screening, moment.at);
    }
}
