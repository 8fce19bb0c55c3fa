//! Helpers: the spread of many times, and the time and peak memory of a child process.

use std::io::Read as _;
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::machine::{field, kib};
use crate::stopwatch::Stopwatch;

/// How a set of times is spread, in microseconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// The fastest.
    pub least_us: f64,
    /// Half are no slower.
    pub median_us: f64,
    /// 95 of 100 are no slower.
    pub p95_us: f64,
    /// 99 of 100 are no slower.
    pub p99_us: f64,
    /// The slowest.
    pub most_us: f64,
}

/// The spread of `times`; all zero when there are none.
pub fn spread(mut times: Vec<Duration>) -> Spread {
    times.sort_unstable();
    let at = |share: f64| {
        // Nearest rank: the smallest time that `share` of all times do not exceed.
        let rank = (share * times.len() as f64).ceil() as usize;
        times.get(rank.saturating_sub(1)).map_or(0.0, |time| time.as_secs_f64() * 1e6)
    };
    Spread { least_us: at(0.0), median_us: at(0.5), p95_us: at(0.95), p99_us: at(0.99), most_us: at(1.0) }
}

/// A child process that has ended.
#[derive(Debug)]
pub struct Watched {
    /// How it ended.
    pub status: ExitStatus,
    /// From start to end.
    pub took: Duration,
    /// The largest resident memory seen, in KiB: read every few milliseconds, so a last leap can be missed.
    pub peak_memory_kib: u64,
    /// What it printed.
    pub printed: Vec<u8>,
}

/// Runs `command` to its end, watching its memory.
///
/// # Errors
/// When it cannot be started or is lost.
pub fn watch(command: &mut Command) -> Result<Watched> {
    let watch = Stopwatch::start();
    let mut child =
        command.stdout(Stdio::piped()).spawn().context("the command to measure cannot be started")?;
    let mut pipe = child.stdout.take().context("the command to measure has no output")?;
    let reader = std::thread::spawn(move || {
        let mut printed = Vec::new();
        pipe.read_to_end(&mut printed).map(|_| printed)
    });
    let place = format!("/proc/{}/status", child.id());
    let mut peak_memory_kib = 0;
    let status = loop {
        let now = std::fs::read_to_string(&place).unwrap_or_default();
        let peak = field(&now, "VmHWM").and_then(|value| kib(&value)).unwrap_or(0);
        peak_memory_kib = peak.max(peak_memory_kib);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let took = watch.elapsed();
    let printed = reader.join().map_err(|_| anyhow::anyhow!("the output could not be read"))??;
    Ok(Watched { status, took, peak_memory_kib, printed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spread_is_read_by_rank() {
        let spread = spread((1..=100).rev().map(Duration::from_micros).collect());
        let rounded =
            [spread.least_us, spread.median_us, spread.p95_us, spread.p99_us, spread.most_us].map(f64::round);
        assert_eq!(rounded.map(|value| value as u64), [1, 50, 95, 99, 100]);
    }

    #[test]
    fn a_child_is_timed_and_its_memory_seen() {
        let watched = watch(Command::new("sh").args(["-c", "echo here; sleep 0.05; exit 3"])).unwrap();
        assert_eq!(watched.status.code(), Some(3));
        assert_eq!(watched.printed, b"here\n");
        assert!(watched.took >= Duration::from_millis(50));
        assert!(watched.peak_memory_kib > 100, "{} KiB", watched.peak_memory_kib);
    }
}
