//! Who took the processors' time: the served side, the senders, or somebody else on the machine.

use std::{fs, ops::Sub, time::Duration};

/// The threads of the served side are called this.
pub(crate) const SERVED: &str = "served";
/// The threads that send.
pub(crate) const SENDERS: &str = "senders";
/// The store's own thread belongs to the served side too.
const WRITER: &str = "muster-writer";

/// Processor time used so far.
#[derive(Clone, Copy, Default)]
pub(crate) struct Used {
    pub(crate) served: Duration,
    pub(crate) senders: Duration,
    /// Every thread of this process.
    ours: Duration,
    /// Everybody on the machine, and the interrupts of the kernel.
    all: Duration,
    /// All that there was to be used.
    there: Duration,
}

/// As Linux tells it. Elsewhere nothing is known, and every time is zero.
pub(crate) fn used() -> Used {
    let mut used = Used::default();
    for thread in fs::read_dir("/proc/self/task").into_iter().flatten().flatten() {
        let read = |name| fs::read_to_string(thread.path().join(name)).unwrap_or_default();
        let nanoseconds = read("schedstat").split(' ').next().and_then(|first| first.parse().ok());
        let time = Duration::from_nanos(nanoseconds.unwrap_or_default());
        used.ours += time;
        match read("comm").trim() {
            SERVED | WRITER => used.served += time,
            SENDERS => used.senders += time,
            _ => {}
        }
    }
    let stat = fs::read_to_string("/proc/stat").unwrap_or_default();
    let hundredths = stat.lines().next().unwrap_or_default().split_whitespace().skip(1).take(8);
    for (at, hundredth) in hundredths.enumerate() {
        let time = Duration::from_millis(10 * hundredth.parse::<u64>().unwrap_or_default());
        used.there += time;
        // The fourth and fifth are idle, and idle while a disk is waited for.
        if at != 3 && at != 4 {
            used.all += time;
        }
    }
    used
}

impl Used {
    /// The share of the machine that went to others.
    pub(crate) fn others(&self) -> f64 {
        let others = self.all.saturating_sub(self.ours);
        others.as_secs_f64() / self.there.as_secs_f64().max(0.01)
    }
}

impl Sub for Used {
    type Output = Self;

    fn sub(self, before: Self) -> Self {
        Self {
            served: self.served.saturating_sub(before.served),
            senders: self.senders.saturating_sub(before.senders),
            ours: self.ours.saturating_sub(before.ours),
            all: self.all.saturating_sub(before.all),
            there: self.there.saturating_sub(before.there),
        }
    }
}
