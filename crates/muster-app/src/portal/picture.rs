//! A mission's intake as the public may know it: posture, pause, how long people wait (capabilities A5 and A7).

use crate::{App, Failure};
use jiff::{SignedDuration, Timestamp};
use muster_case::Posture;
use muster_store::portal::Intake;
use muster_vocab::MissionCode;
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

/// How old figures may be.
const FRESH: SignedDuration = SignedDuration::from_secs(60);
/// How far back answers tell how long people wait.
const LATELY: SignedDuration = SignedDuration::from_hours(14 * 24);

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

/// Figures of the last minute, by mission.
#[derive(Clone, Default)]
pub(crate) struct PictureCache(Arc<Mutex<BTreeMap<MissionCode, (Timestamp, Intake)>>>);

impl PictureCache {
    fn fresh(&self, mission: &MissionCode, at: Timestamp) -> Option<Intake> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (made, figures) = known.get(mission)?;
        (at.duration_since(*made).abs() < FRESH).then_some(*figures)
    }

    fn put(&self, mission: &MissionCode, at: Timestamp, figures: Intake) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.insert(mission.clone(), (at, figures));
    }
}

impl App {
    /// The intake of a mission. Posture and pause are as they are; figures may be a minute old.
    ///
    /// # Errors
    /// If the store fails.
    pub fn picture(&self, mission: &MissionCode, at: Timestamp) -> Result<IntakePicture, Failure> {
        let missions = self.store.views.missions()?;
        let row = missions.iter().find(|row| row.mission == *mission);
        let figures = match (row, self.pictures.fresh(mission, at)) {
            (None, _) => Intake::default(),
            (Some(_), Some(figures)) => figures,
            (Some(_), None) => {
                let since = at.checked_sub(LATELY).unwrap_or(Timestamp::MIN);
                let figures = self.store.portal.intake(mission, since)?;
                self.pictures.put(mission, at, figures);
                figures
            }
        };
        let days = |wait: SignedDuration| (wait.as_hours().max(0) as u64).div_ceil(24);
        Ok(IntakePicture {
            posture: row.map_or(Posture::Suspended, |row| row.posture),
            paused: row.is_none_or(|row| row.paused),
            waiting: figures.waiting,
            median_days: figures.median.map(days),
        })
    }
}
