//! Time, handed in.

use jiff::{SignedDuration, Timestamp};
use std::sync::Mutex;

/// Tells the time to whoever is given it.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Timestamp;
}

/// The machine's clock: the one place that reads it.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock that everybody else is told to ask")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// A clock that stands still until it is moved.
#[derive(Debug)]
pub struct StillClock(Mutex<Timestamp>);

impl StillClock {
    /// Standing at `at`.
    #[must_use]
    pub const fn at(at: Timestamp) -> Self {
        Self(Mutex::new(at))
    }

    /// Moves the hands forward by `step`.
    pub fn advance(&self, step: SignedDuration) {
        let mut now = self.hands();
        *now += step;
    }

    /// Puts the hands to `at`.
    pub fn set(&self, at: Timestamp) {
        *self.hands() = at;
    }

    fn hands(&self) -> std::sync::MutexGuard<'_, Timestamp> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Clock for StillClock {
    fn now(&self) -> Timestamp {
        *self.hands()
    }
}
