//! How often a second the disk makes a small write durable: the ceiling of a log that loses nothing.

use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use serde::Serialize;

use super::measure::{Spread, spread};
use crate::stopwatch::{Stopwatch, timed};

/// The page a database writes.
const PAGE: [u8; 4096] = [0x4d; 4096];

/// Durable appends of 4 KiB, one after another.
#[derive(Clone, Debug, Serialize)]
pub struct Disk {
    /// Appends made durable in a second.
    pub durable_appends_per_second: f64,
    /// How long single ones took.
    pub times: Spread,
}

impl Disk {
    /// Appends and synchronises in a temporary file under `folder` until `duration` has passed.
    ///
    /// # Errors
    /// When the file cannot be made, written or synchronised.
    pub fn measure(folder: &Path, duration: Duration) -> Result<Self> {
        let mut file = tempfile::tempfile_in(folder)?;
        let mut times = Vec::new();
        let watch = Stopwatch::start();
        while times.is_empty() || watch.elapsed() < duration {
            let (written, took) = timed(|| file.write_all(&PAGE).and_then(|()| file.sync_data()));
            written?;
            times.push(took);
        }
        let durable_appends_per_second = times.len() as f64 / watch.elapsed().as_secs_f64();
        Ok(Self { durable_appends_per_second, times: spread(times) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_agrees_with_the_times() {
        let folder = tempfile::tempdir().unwrap();
        let disk = Disk::measure(folder.path(), Duration::from_millis(50)).unwrap();
        assert!(disk.durable_appends_per_second > 0.0);
        // No single append can take less than the fastest, so the rate cannot be higher than its inverse.
        assert!(disk.durable_appends_per_second <= 1e6 / disk.times.least_us);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "a file was left behind");
    }
}
