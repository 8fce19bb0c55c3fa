//! The clock of a play that goes on: it stands at the end of the last day when the play is over, and runs from there.

use jiff::{SignedDuration, Timestamp};
use muster_app::scenario::Calendar;
use muster_vocab::{Clock, SystemClock};

/// The machine's clock, set back to the play.
pub(super) struct PlayClock(SignedDuration);

impl PlayClock {
    /// Standing now at the beginning of the day after the play's last.
    pub(super) fn after(days: u32) -> Self {
        Self(Calendar::new().start(days + 1).duration_since(SystemClock.now()))
    }
}

impl Clock for PlayClock {
    fn now(&self) -> Timestamp {
        SystemClock.now() + self.0
    }
}
