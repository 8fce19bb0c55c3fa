//! How long an answer may take: the mission's promise, without the time that waited for the applicant (H3).

use crate::{
    App,
    portal::{PublicStep, WhoActs},
};
use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date};
use muster_case::Case;
use muster_vocab::MissionCode;

/// The clock of a step, fed with a case after each of its events.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct StepClock {
    step: Option<PublicStep>,
    /// When the step began, moved on by what was tolled.
    since: Option<Timestamp>,
    /// The clock stands since then: something is asked.
    stands: Option<Timestamp>,
}

impl StepClock {
    pub(super) fn see(&mut self, case: &Case, at: Timestamp) {
        let Some(step) = case.stage.map(PublicStep::from) else { return };
        if step == PublicStep::Question {
            self.stands.get_or_insert(at);
            return;
        }
        let stood = self.stands.take().map_or(SignedDuration::ZERO, |from| at.duration_since(from));
        if self.step == Some(step) {
            // Back from a question: the step goes on where it was.
            self.since = self.since.and_then(|since| since.checked_add(stood).ok());
        } else {
            (self.step, self.since) = (Some(step), Some(at));
        }
    }

    /// The step whose time runs, and since when; nothing while it is the applicant's turn, or nobody's.
    fn running(&self) -> Option<(PublicStep, Timestamp)> {
        let (step, since) = self.step.zip(self.since).filter(|_| self.stands.is_none())?;
        (step.acts() == WhoActs::Office).then_some((step, since))
    }
}

/// How a due date stands to a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// So many days late.
    Late(u32),
    /// Today.
    Today,
    /// In so many days.
    In(u32),
    /// It is the applicant's turn, or nothing was promised.
    Stands,
}

impl App {
    /// The moment after which a case is late: the end of the promised day where the mission is.
    pub(super) fn due_at(&self, mission: &MissionCode, clock: &StepClock) -> Option<Timestamp> {
        let (step, since) = clock.running()?;
        let days = self.programme.portal().mission(mission)?.know_by(step.word())?;
        let last = self.day_at(mission, since).checked_add(i64::from(days).days()).ok()?;
        self.day_begins(mission, last.tomorrow().ok()?)
    }

    /// When a day begins where the mission is.
    pub(super) fn day_begins(&self, mission: &MissionCode, day: Date) -> Option<Timestamp> {
        let zone = self.programme.portal().mission(mission).map(|mission| mission.time_zone.as_str());
        let zone =
            zone.and_then(|name| jiff::tz::TimeZone::get(name).ok()).unwrap_or(jiff::tz::TimeZone::UTC);
        day.to_zoned(zone).ok().map(|zoned| zoned.timestamp())
    }

    /// How a moment after which a case is late stands to now, in days where the mission is.
    #[must_use]
    pub fn due_on(&self, mission: &MissionCode, due_at: Option<Timestamp>, at: Timestamp) -> Due {
        let Some(due_at) = due_at else { return Due::Stands };
        // The last good day ends where the next begins.
        let last = due_at.checked_sub(SignedDuration::from_micros(1)).unwrap_or(due_at);
        let (last, today) = (self.day_at(mission, last), self.day_at(mission, at));
        let days = today.until(last).map_or(0, |span| span.get_days());
        match days {
            0 => Due::Today,
            days if days > 0 => Due::In(days.unsigned_abs()),
            days => Due::Late(days.unsigned_abs()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use muster_case::Stage;

    fn at(hours: i64) -> Timestamp {
        "2022-03-01T00:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_hours(hours)
    }

    fn clock(way: &[(Stage, i64)]) -> StepClock {
        let mut clock = StepClock::default();
        for (stage, hours) in way {
            clock.see(&Case { stage: Some(*stage), ..Case::default() }, at(*hours));
        }
        clock
    }

    #[test]
    fn the_clock_stands_while_the_applicant_is_asked_and_goes_on_where_it_was() {
        let asked = clock(&[(Stage::Submitted, 0), (Stage::InfoRequested, 10)]);
        assert_eq!(asked.running(), None);
        let answered = [(Stage::Submitted, 0), (Stage::InfoRequested, 10), (Stage::Submitted, 60)];
        assert_eq!(clock(&answered).running(), Some((PublicStep::Received, at(50))));
    }

    #[test]
    fn another_step_has_a_clock_of_its_own_and_the_applicants_steps_have_none() {
        let screened = clock(&[(Stage::Submitted, 0), (Stage::Screening, 30), (Stage::HitReview, 40)]);
        assert_eq!(screened.running(), Some((PublicStep::Checks, at(30))));
        assert_eq!(clock(&[(Stage::Submitted, 0), (Stage::InterviewReady, 30)]).running(), None);
    }
}
