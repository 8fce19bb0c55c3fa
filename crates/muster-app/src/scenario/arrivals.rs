//! When people write, and through which channel.

use super::{
    calendar::Calendar,
    chance::{Aspect, choose, dice, wait},
};
use jiff::{SignedDuration, Timestamp, civil::Date};
use muster_vocab::{Dice, SeededDice};

/// Persons a day who write for the first time, D1 to D21, of about 6,000 in all; the last number goes on.
pub const ARRIVALS: [f64; 21] = [
    20.0, 35.0, 60.0, 240.0, 620.0, 780.0, 690.0, 560.0, 450.0, 380.0, 420.0, 380.0, 300.0, 250.0, 210.0,
    180.0, 150.0, 120.0, 95.0, 75.0, 65.0,
];

/// The site is down for five hours from 21:00 on D5: (day, hour, length in hours).
const OUTAGE: (u32, i8, i64) = (5, 21, 5);

/// Bands of the local day: first hour, hours, share.
const BANDS: [((i64, i64), f64); 3] = [((12, 12), 0.65), ((0, 6), 0.15), ((6, 6), 0.20)];

const CHANNELS: [(Channel, f64); 4] =
    [(Channel::Web, 0.58), (Channel::Mail, 0.27), (Channel::Phone, 0.11), (Channel::WalkIn, 0.04)];

/// How an inquiry reaches the mission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// The site.
    Web,
    /// E-mail.
    Mail,
    /// Telephone: a clerk types.
    Phone,
    /// At the counter: a clerk types.
    WalkIn,
}

impl Channel {
    /// Its word in tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::WalkIn => "walk_in",
        }
    }
}

/// A first writing: when it arrives, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Arrival {
    pub(super) at: Timestamp,
    pub(super) channel: Channel,
}

/// Draws arrivals over a number of days.
pub(super) struct Arrivals {
    calendar: Calendar,
    days: Vec<(u32, f64)>,
    outage: (Timestamp, Timestamp),
}

impl Arrivals {
    pub(super) fn over(days: u32) -> Self {
        let calendar = Calendar::new();
        let last = ARRIVALS.len() - 1;
        let days = (1..=days.max(1)).map(|day| (day, ARRIVALS[(day as usize - 1).min(last)])).collect();
        let down = calendar.start(OUTAGE.0) + SignedDuration::from_hours(i64::from(OUTAGE.1));
        Self { calendar, days, outage: (down, down + SignedDuration::from_hours(OUTAGE.2)) }
    }

    /// When the person `who` writes first.
    pub(super) fn draw(&self, seed: u64, who: u32) -> Arrival {
        let mut dice = dice(seed, Aspect::Arrival, who);
        let channel = choose(&mut dice, &CHANNELS);
        let day = choose(&mut dice, &self.days);
        let meant = self.moment(day, &mut dice);
        let at = if channel == Channel::Web { self.after_outage(meant, &mut dice) } else { meant };
        Arrival { at, channel }
    }

    /// A moment of the local day; an hour that the clocks skip is drawn again.
    fn moment(&self, day: u32, dice: &mut SeededDice) -> Timestamp {
        loop {
            let (first, hours) = choose(dice, &BANDS);
            let second = first * 3600 + dice.between(0, hours * 3600 - 1);
            let (hour, minute) = ((second / 3600) as i8, (second / 60 % 60) as i8);
            let local = self.calendar.date(day).at(hour, minute, (second % 60) as i8, 0);
            if let Some(at) = self.calendar.at(local) {
                return at;
            }
        }
    }

    /// Who finds the site down tries again: most within the hour after it is back.
    fn after_outage(&self, meant: Timestamp, dice: &mut SeededDice) -> Timestamp {
        let (down, back) = self.outage;
        let beyond = self.days.len() as u32 <= OUTAGE.0;
        if beyond || meant < down || meant >= back {
            return meant;
        }
        back + SignedDuration::from_secs(wait(dice, 40.0 * 60.0) as i64)
    }

    /// The mission's own date at a time.
    pub(super) fn local_date(&self, at: Timestamp) -> Date {
        self.calendar.local(at).date()
    }

    /// The end of the last day: nothing arrives at or after it.
    pub(super) fn end(&self) -> Timestamp {
        self.calendar.start(self.days.len() as u32 + 1)
    }
}
