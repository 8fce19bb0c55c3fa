//! The office: missions, staff, policy editions, list editions, claims of arrival. One stream for a database.
//!
//! Not about applicants, but logged for the same reason: who could sign, and under which rules, must be provable.

mod add_staff;
mod event;
mod lists;
mod missions;
mod policy;
mod read_audit;
mod report_claim;
mod verify_log;

pub use add_staff::{
    AddStaff, InviteStaff, StaffAdded, StaffInvited, StaffName, StaffSuspended, SuspendStaff,
};
pub use event::{
    Office, OfficeCommand, OfficeEvent, OfficeMission, StaffAccount, decide_office, evolve_office,
};
pub use lists::{
    ActivateList, ImportList, ListActivated, ListEdition, ListImported, ListProposed, ListState, ListStep,
    ProposeList,
};
pub use missions::{IntakePaused, MissionOpened, OpenMission, PauseIntake, PostureSet, SetPosture};
pub use policy::{EditionProposed, EditionPublished, ProposeEdition, PublishEdition};
pub use read_audit::{AuditRead, ReadAudit};
pub use report_claim::{ClaimReported, ReportClaim};
pub use verify_log::{LogVerified, VerifyLog};

use muster_vocab::StreamId;

/// The stream of the office.
pub const OFFICE_STREAM: StreamId = StreamId::from_bytes(*b"office\0\0\0\0\0\0\0\0\0\0");
