//! A personnel officer assigns to an open requirement; the unit has accepted.

use super::{DutyStatus, ServiceStatus};
use crate::{Case, Decided, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Assigns to a role in a unit.
#[derive(Debug, Clone)]
pub struct Assign {
    /// The role needed, as a word of the programme.
    pub requirement: String,
    /// The unit, as an opaque word; nothing about where or what it does.
    pub unit: String,
    /// Whether the requirement is still open.
    pub requirement_open: bool,
    /// Whether the unit accepts.
    pub unit_accepts: bool,
}

action! { Assign "assign" Personnel; }

/// Somebody was assigned. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assigned {
    /// The role.
    pub requirement: String,
    /// The unit.
    pub unit: String,
}

impl Decide for Assign {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("assign", &[Stage::Contracted])?;
        case.must_be_free()?;
        if !self.requirement_open {
            return Err(Refusal::Unknown { what: "open requirement" });
        }
        if !self.unit_accepts {
            return Err(Refusal::Needs(Missing::UnitAcceptance));
        }
        Ok(vec![Assigned { requirement: self.requirement, unit: self.unit }.into()])
    }
}

impl Apply for Assigned {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.service = Some(ServiceStatus::Duty(DutyStatus::Present));
        case.stand(Stage::Assigned, moment.at);
    }
}
