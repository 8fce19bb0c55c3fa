//! A worker cannot make a check, and leaves it to a person with the cause: never a silent clear (capability F7).

use super::{ListRef, record_check::STAGES};
use crate::{Case, Decided, Missing, Refusal, command::Decide, event::Apply, permit::action};
use muster_vocab::{Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// Leaves a check to a person. It stays without an outcome until somebody records one.
#[derive(Debug, Clone)]
pub struct LeaveCheck {
    /// The check.
    pub check: String,
    /// The lists that were asked.
    pub lists: Vec<ListRef>,
    /// Why a machine cannot make it, in words.
    pub cause: PersonalText,
}

action! { LeaveCheck "leave_check" System; }

/// A check was left to a person. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckLeft {
    /// The check.
    pub check: String,
    /// The lists that were asked.
    pub lists: Vec<ListRef>,
    /// Why.
    pub cause: Sealed<PersonalText>,
}

impl Decide for LeaveCheck {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("leave_check", STAGES)?;
        if self.cause.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        match case.checks.get(&self.check) {
            None => Err(Refusal::Unknown { what: "check" }),
            // Somebody made it already, or it waits for somebody.
            Some(Some(_)) => Ok(vec![]),
            Some(None) if case.left.contains(&self.check) => Ok(vec![]),
            Some(None) => {
                let Self { check, lists, cause } = self;
                Ok(vec![CheckLeft { check, lists, cause: cause.into() }.into()])
            }
        }
    }
}

impl Apply for CheckLeft {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.left.insert(self.check.clone());
    }
}
