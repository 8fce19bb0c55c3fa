//! A mission's intake as the public may know it: posture, pause, how long people wait (capabilities A5 and A7).

use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::Posture;
use muster_vocab::MissionCode;

/// A mission's intake now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IntakePicture {
    /// What the host state lets the mission do.
    pub posture: Posture,
    /// Whether intake is paused.
    pub paused: bool,
    /// How many people wait for a first answer.
    pub waiting: u64,
    /// How many days a first answer took lately, in the middle; nothing while nobody was answered.
    pub median_days: Option<u64>,
}

/// Pictures of the last minute.
#[derive(Clone, Default)]
pub(crate) struct PictureCache;

impl App {
    /// The intake of a mission. Posture and pause are as they are; figures may be a minute old.
    ///
    /// # Errors
    /// If the store fails.
    pub fn picture(&self, mission: &MissionCode, at: Timestamp) -> Result<IntakePicture, Failure> {
        let _ = (mission, at);
        Err(Failure::Input("to come".into()))
    }
}
