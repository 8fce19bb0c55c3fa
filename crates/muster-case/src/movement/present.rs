//! Somebody shows up at the border with a pass.

use super::ARRIVAL_CHECK;
use crate::{
    Case, Decided, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action,
    screening::WATCHLIST_CHECK,
};
use muster_vocab::{Moment, PassId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Records a presentation. The pass is used up by it.
#[derive(Debug, Clone)]
pub struct Present {
    /// The pass as read.
    pub pass: PassId,
    /// Whether it verified; offline is enough.
    pub verified: bool,
    /// Whether it is the same person as at form and call (capability I6).
    pub same_person: bool,
}

action! { Present "present" Border; }

/// Somebody presented. Stored: shape 2 says which checks are made again, in shape 1 there were none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Presented {
    /// The pass.
    pub pass: PassId,
    /// The checks that stand without an outcome until they are made again, on this arrival.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub again: BTreeSet<String>,
}

impl Decide for Present {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        const STAGES: &[Stage] =
            &[Stage::ClearedToTravel, Stage::EnRoute, Stage::Overdue, Stage::Unaccounted];
        let clearance = case.clearance.as_ref();
        if clearance.is_some_and(|held| held.pass == self.pass && (held.used || held.revoked)) {
            return Err(Refusal::PassSpent);
        }
        case.must_stand("present", STAGES)?;
        if !self.verified || clearance.is_none_or(|held| held.pass != self.pass) {
            return Err(Refusal::Needs(Missing::ValidPass));
        }
        if !self.same_person {
            return Err(Refusal::Needs(Missing::SamePerson));
        }
        // Lists change between an acceptance and an arrival, and so do the names on a document.
        let again = case.checks.keys().filter(|check| *check == WATCHLIST_CHECK).cloned().collect();
        Ok(vec![Presented { pass: self.pass, again }.into()])
    }
}

impl Apply for Presented {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        if let Some(clearance) = &mut case.clearance {
            clearance.used = true;
        }
        // The second screening is of this arrival: what an earlier one found lets nobody in.
        case.checks.remove(ARRIVAL_CHECK);
        for check in &self.again {
            case.checks.insert(check.clone(), None);
            case.left.remove(check);
        }
        case.stand(Stage::Presented, moment.at);
    }
}
