//! Service status changes that are no casualty.

use crate::{
    Case, Decided, Refusal, Stage, command::Decide, decision::CasualtyStatus, event::Apply, permit::action,
};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// A status that one officer may record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyStatus {
    /// Present.
    Present,
    /// On leave.
    OnLeave,
    /// In hospital, not as a casualty.
    Hospitalised,
}

/// How somebody who serves is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceStatus {
    /// One officer recorded it.
    Duty(DutyStatus),
    /// Two people recorded it, with a source; never [`CasualtyStatus::Returned`], which ends it.
    Casualty(CasualtyStatus),
    /// Two people recorded it, with the basis of identification.
    Deceased,
}

/// Changes the status. Casualty states, and their end, take two people: see
/// [`crate::decision::Act::ReportCasualty`].
#[derive(Debug, Clone)]
pub struct ChangeStatus {
    /// The new status.
    pub status: DutyStatus,
}

action! { ChangeStatus "change_status" Welfare Personnel; }

/// The status changed. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StatusChanged {
    /// The new status.
    pub status: DutyStatus,
}

impl Decide for ChangeStatus {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("change_status", &[Stage::Assigned])?;
        match case.service {
            Some(ServiceStatus::Duty(now)) if now == self.status => return Ok(vec![]),
            Some(ServiceStatus::Casualty(_)) => return Err(Refusal::CasualtyStands),
            _ => {}
        }
        Ok(vec![StatusChanged { status: self.status }.into()])
    }
}

impl Apply for StatusChanged {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.service = Some(ServiceStatus::Duty(self.status));
        case.stand(Stage::Assigned, moment.at);
    }
}
