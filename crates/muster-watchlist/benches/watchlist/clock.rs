//! Time on the wall, and time on a processor.

use std::time::{Duration, Instant};

/// How long something took.
#[expect(clippy::disallowed_methods, reason = "a bench measures the machine's own time")]
pub(crate) fn timed<T>(what: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let made = what();
    (made, begun.elapsed())
}

/// When to stop.
pub(crate) struct Deadline(Option<(Instant, Duration)>);

impl Deadline {
    /// After so long; never if nothing.
    #[expect(clippy::disallowed_methods, reason = "a bench measures the machine's own time")]
    pub(crate) fn after(allowed: Option<Duration>) -> Self {
        Self(allowed.map(|allowed| (Instant::now(), allowed)))
    }

    pub(crate) fn is_over(&self) -> bool {
        self.0.is_some_and(|(begun, allowed)| begun.elapsed() >= allowed)
    }
}

/// Applies `each` to one after another until all are done or the time allowed is over.
pub(crate) fn in_time<T, R>(allowed: Duration, all: &[T], each: impl FnMut(&T) -> R) -> Vec<R> {
    let deadline = Deadline::after(Some(allowed));
    all.iter().take_while(|_| !deadline.is_over()).map(each).collect()
}

/// How long this thread was on a processor for it: other programs on the machine do not count.
pub(crate) fn on_processor<T>(what: impl FnOnce() -> T) -> (T, Duration) {
    let begun = thread_time();
    let made = what();
    (made, thread_time().saturating_sub(begun))
}

fn thread_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// What share of them is no slower, by rank.
pub(crate) fn at(sorted: &[Duration], share: f64) -> Duration {
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}
