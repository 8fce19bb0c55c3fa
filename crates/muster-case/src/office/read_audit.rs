//! Somebody reads the audit: that is recorded too (capability P3).

use super::{Office, OfficeEvent};
use crate::{Refusal, permit::action};
use jiff::Timestamp;
use muster_vocab::{CaseId, Moment, StaffId};
use serde::{Deserialize, Serialize};

/// Reads who looked at what.
#[derive(Debug, Clone)]
pub struct ReadAudit {
    /// Of this case only.
    pub case: Option<CaseId>,
    /// By this account only.
    pub staff: Option<StaffId>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
    /// Whether it was taken away as a file.
    pub exported: bool,
}

action! { ReadAudit "read_audit" DataProtection Administrator; }

/// The audit was read. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AuditRead {
    /// Of which case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// Of which account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<StaffId>,
    /// Not before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Timestamp>,
    /// Before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
    /// Whether it was taken away as a file.
    #[serde(default)]
    pub exported: bool,
}

impl ReadAudit {
    #[expect(clippy::unnecessary_wraps, reason = "every command of the office is decided the same way")]
    pub(super) fn decide(self, _: &Office, _: &Moment) -> Result<Vec<OfficeEvent>, Refusal> {
        let Self { case, staff, from, until, exported } = self;
        Ok(vec![AuditRead { case, staff, from, until, exported }.into()])
    }
}

impl AuditRead {
    #[expect(
        clippy::unused_self,
        reason = "every event of the office is applied the same way; a look changes nothing"
    )]
    pub(super) fn apply(&self, _: &mut Office, _: &Moment) {}
}
