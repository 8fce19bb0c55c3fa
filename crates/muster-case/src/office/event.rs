//! The office's commands, events and state.

use super::{
    ActivateList, AddStaff, AuditRead, ClaimReported, EditionProposed, EditionPublished, ImportList,
    IntakePaused, InviteStaff, ListActivated, ListImported, ListProposed, ListState, LogVerified,
    MissionOpened, OpenMission, PauseIntake, PostureSet, ProposeEdition, ProposeList, PublishEdition,
    ReadAudit, ReportClaim, SetPosture, StaffAdded, StaffInvited, StaffSuspended, SuspendStaff, VerifyLog,
};
use crate::{Action, Posture, Refusal, eligibility::EditionRef};
use muster_vocab::{HumanId, MissionCode, Moment, Role, SealedPart, StaffId};
use std::collections::{BTreeMap, BTreeSet};

/// A mission as the office knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeMission {
    /// What the host state lets it do.
    pub posture: Posture,
    /// Whether intake is paused.
    pub paused: bool,
}

/// A staff account as the office knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffAccount {
    /// The human behind it.
    pub human: HumanId,
    /// The roles it may act in.
    pub roles: BTreeSet<Role>,
    /// The missions whose cases it may see; none named stands for all.
    pub missions: BTreeSet<MissionCode>,
    /// Whether it is suspended.
    pub suspended: bool,
}

/// The office as its events leave it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Office {
    /// The missions.
    pub missions: BTreeMap<MissionCode, OfficeMission>,
    /// The staff accounts.
    pub staff: BTreeMap<StaffId, StaffAccount>,
    /// Editions with a first signature: who gave it.
    pub proposed: BTreeMap<String, (EditionRef, HumanId)>,
    /// Editions in force, oldest first.
    pub published: Vec<EditionRef>,
    /// The watchlists, by name.
    pub lists: BTreeMap<String, ListState>,
}

macro_rules! office {
    ($($command:ident => $event:ident $tag:literal [$($field:ident),*];)+) => {
        /// Something asked of the office.
        #[derive(Debug, Clone)]
        pub enum OfficeCommand {
            $(#[doc = concat!("See [`", stringify!($command), "`].")] $command($command),)+
        }

        /// Something that happened in the office.
        #[derive(Debug, Clone, PartialEq)]
        pub enum OfficeEvent {
            $(#[doc = concat!("Stored as `", $tag, "`: see [`", stringify!($event), "`].")] $event($event),)+
        }

        impl OfficeEvent {
            /// Every stored tag with the number of its present shape.
            pub const TAGS: &[(&'static str, u16)] = &[$(($tag, 1),)+];

            /// The stored tag.
            #[must_use]
            pub const fn tag(&self) -> &'static str {
                match self { $(Self::$event(_) => $tag,)+ }
            }

            /// The number of the shape this program writes.
            #[must_use]
            pub const fn shape(&self) -> u16 {
                1
            }

            /// Shows `visit` every sealed value of the event, always in the same order.
            pub fn sealed_parts(&mut self, visit: &mut dyn FnMut(&mut dyn SealedPart)) {
                let _ = &visit;
                match self { $(Self::$event(_event) => { $(visit(&mut _event.$field);)* })+ }
            }

            pub(crate) fn to_json(&self) -> serde_json::Result<String> {
                match self { $(Self::$event(event) => serde_json::to_string(event),)+ }
            }

            pub(crate) fn from_json(tag: &str, body: &str) -> Option<serde_json::Result<Self>> {
                match tag {
                    $($tag => Some(serde_json::from_str(body).map(Self::$event)),)+
                    _ => None,
                }
            }
        }

        $(impl From<$command> for OfficeCommand {
            fn from(command: $command) -> Self {
                Self::$command(command)
            }
        }
        impl From<$event> for OfficeEvent {
            fn from(event: $event) -> Self {
                Self::$event(event)
            }
        })+

        /// Decides what follows from `command` for the office.
        ///
        /// # Errors
        /// A [`Refusal`]; nothing has changed.
        pub fn decide_office(
            office: &Office,
            command: OfficeCommand,
            moment: &Moment,
        ) -> Result<Vec<OfficeEvent>, Refusal> {
            let role = moment.by.role();
            match command { $(OfficeCommand::$command(command) => {
                if !$command::ROLES.contains(&role) {
                    return Err(Refusal::RoleMayNot { action: $command::NAME, role, may: $command::ROLES });
                }
                command.decide(office, moment)
            })+ }
        }

        /// Applies `event` to the office.
        pub fn evolve_office(office: &mut Office, event: &OfficeEvent, moment: &Moment) {
            match event { $(OfficeEvent::$event(event) => event.apply(office, moment),)+ }
        }
    };
}

office! {
    OpenMission => MissionOpened "office.mission_opened" [];
    SetPosture => PostureSet "office.posture_set" [];
    PauseIntake => IntakePaused "office.intake_paused" [];
    AddStaff => StaffAdded "office.staff_added" [name];
    InviteStaff => StaffInvited "office.staff_invited" [];
    SuspendStaff => StaffSuspended "office.staff_suspended" [];
    ProposeEdition => EditionProposed "office.edition_proposed" [];
    PublishEdition => EditionPublished "office.edition_published" [];
    ReportClaim => ClaimReported "office.claim_reported" [];
    ReadAudit => AuditRead "office.audit_read" [];
    VerifyLog => LogVerified "office.log_verified" [];
    ImportList => ListImported "office.list_imported" [];
    ProposeList => ListProposed "office.list_proposed" [];
    ActivateList => ListActivated "office.list_activated" [];
}
