//! Time on the wall, and time on a processor.

use std::time::{Duration, Instant};

/// How long something took.
#[expect(clippy::disallowed_methods, reason = "a bench measures the machine's own time")]
pub(crate) fn timed<T>(what: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let made = what();
    (made, begun.elapsed())
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

/// Memory of this process in bytes, where the system tells.
pub(crate) fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? * 1024)
}
