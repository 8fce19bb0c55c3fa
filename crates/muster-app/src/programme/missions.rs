//! The missions of a programme: where they are, how they are reached, what they promise.

use super::Words;
use muster_case::Posture;
use muster_vocab::{Country, MissionCode};
use serde::Deserialize;
use std::collections::BTreeMap;

/// `missions.toml`: the missions that people apply at.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Missions {
    /// The missions, in the order in which they are offered.
    #[serde(default, rename = "mission")]
    pub missions: Vec<Mission>,
}

/// An embassy or consulate that takes in applications.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mission {
    /// Its code.
    pub code: MissionCode,
    /// The country that hosts it.
    pub country: Country,
    /// What the host state lets it do when it opens. What is in force later stands in the log.
    pub posture: Posture,
    /// The zone its clocks are in, such as `America/New_York`.
    pub time_zone: String,
    /// Its name.
    pub name: Words,
    /// The town.
    pub place: Words,
    /// When somebody is there.
    pub hours: Words,
    /// Within how many days an answer is promised, by the public step that waits for it.
    pub know_by_days: BTreeMap<String, u16>,
    /// How it writes and is written to. Whatever is not listed is not the mission.
    pub official: Vec<Official>,
}

/// Something by which the mission can be known.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Official {
    /// What kind.
    pub kind: OfficialKind,
    /// Itself, as it is written.
    pub value: String,
    /// What the mission uses it for.
    pub about: Words,
}

/// What kind of address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfficialKind {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A page of the web.
    Web,
    /// A house.
    Address,
    /// An account of a social network or messenger.
    Account,
}

impl Mission {
    /// Within how many days the mission promises an answer at a public step.
    #[must_use]
    pub fn know_by(&self, step: &str) -> Option<u16> {
        self.know_by_days.get(step).copied()
    }
}
