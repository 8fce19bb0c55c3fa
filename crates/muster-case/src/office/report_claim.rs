//! Somebody claims a number of arrivals: noted beside what was observed (capability L8).

use super::{Office, OfficeEvent};
use crate::{Missing, Refusal, permit::action};
use muster_vocab::{MissionCode, Moment};
use serde::{Deserialize, Serialize};

/// Notes a claim.
#[derive(Debug, Clone)]
pub struct ReportClaim {
    /// The mission whose applicants it is about.
    pub mission: MissionCode,
    /// How many are said to have arrived.
    pub arrived: u32,
    /// Who says so.
    pub source: String,
}

action! { ReportClaim "report_claim" Clerk Attache; }

/// A claim was noted. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClaimReported {
    /// The mission.
    pub mission: MissionCode,
    /// How many.
    pub arrived: u32,
    /// Who says so.
    pub source: String,
}

impl ReportClaim {
    pub(super) fn decide(self, office: &Office, _: &Moment) -> Result<Vec<OfficeEvent>, Refusal> {
        if self.source.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Source));
        }
        if !office.missions.contains_key(&self.mission) {
            return Err(Refusal::Unknown { what: "mission" });
        }
        let Self { mission, arrived, source } = self;
        Ok(vec![ClaimReported { mission, arrived, source }.into()])
    }
}

impl ClaimReported {
    #[expect(
        clippy::unused_self,
        reason = "every event of the office is applied the same way; a claim changes nothing"
    )]
    pub(super) fn apply(&self, _: &mut Office, _: &Moment) {}
}
