//! Missions: opened, with a posture, paused.

use super::{Office, OfficeEvent, OfficeMission};
use crate::{Posture, Refusal, permit::action};
use muster_vocab::{MissionCode, Moment};
use serde::{Deserialize, Serialize};

/// Opens a mission.
#[derive(Debug, Clone)]
pub struct OpenMission {
    /// Its code.
    pub mission: MissionCode,
    /// What the host state lets it do.
    pub posture: Posture,
}

/// Sets a mission's posture (capability A5).
#[derive(Debug, Clone)]
pub struct SetPosture {
    /// Which mission.
    pub mission: MissionCode,
    /// The new posture.
    pub posture: Posture,
}

/// Pauses or reopens intake (capability A7).
#[derive(Debug, Clone)]
pub struct PauseIntake {
    /// Which mission.
    pub mission: MissionCode,
    /// Whether intake is paused from now on.
    pub paused: bool,
}

action! {
    OpenMission "open_mission" Administrator;
    SetPosture "set_posture" Counsel Attache;
    PauseIntake "pause_intake" Attache Counsel;
}

/// A mission was opened. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MissionOpened {
    /// Its code.
    pub mission: MissionCode,
    /// Its posture.
    pub posture: Posture,
}

/// A posture was set. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PostureSet {
    /// Which mission.
    pub mission: MissionCode,
    /// The posture.
    pub posture: Posture,
}

/// Intake was paused or reopened. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IntakePaused {
    /// Which mission.
    pub mission: MissionCode,
    /// Whether paused.
    pub paused: bool,
}

fn known<'a>(office: &'a Office, mission: &MissionCode) -> Result<&'a OfficeMission, Refusal> {
    office.missions.get(mission).ok_or(Refusal::Unknown { what: "mission" })
}

impl OpenMission {
    #[expect(clippy::unnecessary_wraps, reason = "every command of the office answers alike")]
    pub(super) fn decide(self, office: &Office, _: &Moment) -> Result<Vec<OfficeEvent>, Refusal> {
        if office.missions.contains_key(&self.mission) {
            return Ok(vec![]);
        }
        Ok(vec![MissionOpened { mission: self.mission, posture: self.posture }.into()])
    }
}

impl SetPosture {
    pub(super) fn decide(self, office: &Office, _: &Moment) -> Result<Vec<OfficeEvent>, Refusal> {
        if known(office, &self.mission)?.posture == self.posture {
            return Ok(vec![]);
        }
        Ok(vec![PostureSet { mission: self.mission, posture: self.posture }.into()])
    }
}

impl PauseIntake {
    pub(super) fn decide(self, office: &Office, _: &Moment) -> Result<Vec<OfficeEvent>, Refusal> {
        if known(office, &self.mission)?.paused == self.paused {
            return Ok(vec![]);
        }
        Ok(vec![IntakePaused { mission: self.mission, paused: self.paused }.into()])
    }
}

impl MissionOpened {
    pub(super) fn apply(&self, office: &mut Office, _: &Moment) {
        let mission = OfficeMission { posture: self.posture, paused: false };
        office.missions.insert(self.mission.clone(), mission);
    }
}

impl PostureSet {
    pub(super) fn apply(&self, office: &mut Office, _: &Moment) {
        if let Some(mission) = office.missions.get_mut(&self.mission) {
            mission.posture = self.posture;
        }
    }
}

impl IntakePaused {
    pub(super) fn apply(&self, office: &mut Office, _: &Moment) {
        if let Some(mission) = office.missions.get_mut(&self.mission) {
            mission.paused = self.paused;
        }
    }
}
