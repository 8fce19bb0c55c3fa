//! The days of the founding scenario: D1 is 24 February 2022, in the mission's own zone.

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime, date},
    tz::TimeZone,
};

/// The first day, D1.
pub const FIRST_DAY: Date = date(2022, 2, 24);
/// The zone the mission lives in; its clocks go forward on D18.
pub const ZONE: &str = "America/New_York";
/// The days the scenario of the mission statement lasts.
pub const DAYS: u32 = 21;
/// The policy editions and the day each takes effect.
pub const POLICIES: [(&str, u32); 3] = [("v1", 4), ("v2", 7), ("v3", 18)];
/// The day a new edition of the watchlist arrives.
pub const LIST_UPDATE: u32 = 14;
/// Interview slots of one interviewer in one day.
pub const SLOTS_A_DAY: u32 = 10;

const INTERVIEWERS: [(u32, u32); 3] = [(6, 3), (9, 5), (13, 6)];

/// Turns scenario days into times and back.
#[derive(Debug, Clone)]
pub struct Calendar {
    zone: TimeZone,
}

impl Default for Calendar {
    fn default() -> Self {
        Self::new()
    }
}

impl Calendar {
    /// The mission's calendar.
    ///
    /// # Panics
    /// Never: the zone comes with the program.
    #[must_use]
    pub fn new() -> Self {
        Self { zone: TimeZone::get(ZONE).expect("the zone data is part of the program") }
    }

    /// The civil date of day `day`, counted from 1.
    ///
    /// # Panics
    /// If the day lies beyond the year 9999.
    #[must_use]
    pub fn date(&self, day: u32) -> Date {
        FIRST_DAY + SignedDuration::from_hours(24 * (i64::from(day) - 1))
    }

    /// Midnight at which day `day` begins.
    ///
    /// # Panics
    /// If the day lies beyond the year 9999.
    #[must_use]
    pub fn start(&self, day: u32) -> Timestamp {
        self.date(day).to_zoned(self.zone.clone()).expect("a day of the scenario").timestamp()
    }

    /// The day a time belongs to; 0 if it lies before D1.
    #[must_use]
    pub fn day(&self, at: Timestamp) -> u32 {
        let date = at.to_zoned(self.zone.clone()).date();
        let days = FIRST_DAY.until(date).map_or(0, |span| span.get_days());
        u32::try_from(days + 1).unwrap_or(0)
    }

    /// The time of a civil date and time; nothing if the clocks skip it.
    #[must_use]
    pub fn at(&self, local: DateTime) -> Option<Timestamp> {
        let found = self.zone.to_ambiguous_timestamp(local);
        if found.is_ambiguous() { None } else { found.compatible().ok() }
    }

    /// The civil date and time of a time.
    #[must_use]
    pub fn local(&self, at: Timestamp) -> DateTime {
        at.to_zoned(self.zone.clone()).datetime()
    }

    /// How many interviewers work on day `day`.
    #[must_use]
    pub fn interviewers(&self, day: u32) -> u32 {
        INTERVIEWERS.iter().rev().find(|(from, _)| day >= *from).map_or(0, |(_, count)| *count)
    }

    /// How many interviews can be held on day `day`.
    #[must_use]
    pub fn interviews(&self, day: u32) -> u32 {
        self.interviewers(day) * SLOTS_A_DAY
    }

    /// The starts of one interviewer's slots on day `day`: half an hour each, from 10:00 local, an hour's rest at 13:00.
    #[must_use]
    pub fn slots(&self, day: u32) -> Vec<Timestamp> {
        const STARTS: [(i8, i8); SLOTS_A_DAY as usize] =
            [(10, 0), (10, 30), (11, 0), (11, 30), (12, 0), (12, 30), (14, 0), (14, 30), (15, 0), (15, 30)];
        STARTS.iter().filter_map(|(hour, minute)| self.at(self.date(day).at(*hour, *minute, 0, 0))).collect()
    }

    /// The name of the policy edition in force on day `day`, if there is one yet.
    #[must_use]
    pub fn policy(&self, day: u32) -> Option<&'static str> {
        POLICIES.iter().rev().find(|(_, from)| day >= *from).map(|(name, _)| *name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clocks_go_forward_on_d18() {
        let calendar = Calendar::new();
        assert_eq!(calendar.date(18), date(2022, 3, 13));
        assert_eq!(calendar.at(calendar.date(18).at(2, 30, 0, 0)), None);
        assert_eq!(calendar.start(19).duration_since(calendar.start(18)), SignedDuration::from_hours(23));
    }

    #[test]
    fn a_time_finds_its_day() {
        let calendar = Calendar::new();
        for day in 1..40 {
            assert_eq!(calendar.day(calendar.start(day)), day);
            assert_eq!(calendar.day(calendar.start(day + 1) - SignedDuration::from_secs(1)), day);
        }
        assert_eq!(calendar.day(calendar.start(1) - SignedDuration::from_secs(1)), 0);
    }

    #[test]
    fn eight_hundred_and_thirty_interviews_can_be_held_in_21_days() {
        let calendar = Calendar::new();
        assert_eq!((1..=DAYS).map(|day| calendar.interviews(day)).sum::<u32>(), 830);
        assert_eq!(calendar.slots(18).len(), SLOTS_A_DAY as usize);
    }

    #[test]
    fn policy_moves_three_times() {
        let calendar = Calendar::new();
        let seen: Vec<_> = [3, 4, 6, 7, 17, 18].map(|day| calendar.policy(day)).into();
        assert_eq!(seen, [None, Some("v1"), Some("v1"), Some("v2"), Some("v2"), Some("v3")]);
    }
}
