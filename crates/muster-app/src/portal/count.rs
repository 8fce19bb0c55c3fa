//! Counts of what leaves no case: pre-checks, minors, people who were told to ask elsewhere.

use crate::{App, Failure};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use muster_vocab::MissionCode;

impl App {
    /// Counts one more of `what` at a mission on a day.
    ///
    /// # Errors
    /// If the store fails.
    pub fn count(&self, mission: &MissionCode, what: &'static str, day: Date) -> Result<(), Failure> {
        Ok(self.store.portal.count(mission, what, day).wait()?)
    }

    /// The day it is at a mission.
    pub(crate) fn day_at(&self, mission: &MissionCode, at: Timestamp) -> Date {
        let zone = self.programme.portal().mission(mission).map(|mission| mission.time_zone.as_str());
        let zone = zone.and_then(|name| TimeZone::get(name).ok()).unwrap_or(TimeZone::UTC);
        at.to_zoned(zone).date()
    }
}
