//! `bench web`: the portal through real sockets, measured by a program of its own in a release build.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::{Frame, Measurement, spread, watch};

/// A line the measuring program prints.
#[derive(Deserialize)]
pub(super) struct Figure {
    name: String,
    count: u64,
    per_second: Option<f64>,
    share: Option<f64>,
    served_us: Option<f64>,
    senders_us: Option<f64>,
    others: Option<f64>,
    #[serde(default)]
    times_us: Vec<f64>,
}

impl Figure {
    pub(super) fn measurement(self) -> Measurement {
        let times: Vec<Duration> = self.times_us.iter().map(|us| Duration::from_secs_f64(us / 1e6)).collect();
        Measurement {
            name: self.name,
            count: self.count,
            per_second: self.per_second,
            share: self.share,
            served_us: self.served_us,
            senders_us: self.senders_us,
            others: self.others,
            times: (!times.is_empty()).then(|| spread(times)),
            ..Measurement::default()
        }
    }
}

/// Builds, measures, and prints the frame.
///
/// # Errors
/// When something does not build or run.
pub(super) fn run(root: &Path, folder: &Path, quick: bool) -> Result<()> {
    let bench = ["bench", "--package", "muster-web", "--bench", "web"];
    let built = Command::new("cargo").args(bench).arg("--no-run").current_dir(root).status()?;
    ensure!(built.success(), "the measuring program does not build");
    let mut frame = Frame::new("web", root, folder)?;
    let scratch = tempfile::Builder::new().prefix("muster-bench-").tempdir_in(folder)?;
    let mut measuring = Command::new("cargo");
    measuring.args(bench).arg("--quiet").current_dir(root).env("MUSTER_BENCH_FOLDER", scratch.path());
    if quick {
        measuring.env("MUSTER_BENCH_SHORT", "1");
    }
    let measured = watch(&mut measuring)?;
    ensure!(measured.status.success(), "the measuring program failed");
    for line in String::from_utf8_lossy(&measured.printed).lines().filter(|line| line.starts_with('{')) {
        let figure: Figure = serde_json::from_str(line).with_context(|| format!("not a figure: {line}"))?;
        frame.measurements.push(figure.measurement());
    }
    frame.measurements.extend(ratio(&frame, "bare.applications.threads_64", "to_bare_store"));
    frame.measurements.extend(ratio(&frame, "trivial.get.connections_64", "to_trivial_handler"));
    frame.print()
}

/// Applications on 64 connections beside a peer of the same run.
fn ratio(frame: &Frame, peer: &str, name: &str) -> Option<Measurement> {
    let rate = |name: &str| {
        frame.measurements.iter().find(|measured| measured.name == name).and_then(|found| found.per_second)
    };
    Some(Measurement {
        name: format!("applications.connections_64_{name}"),
        count: 1,
        ratio: Some(rate("applications.connections_64")? / rate(peer)?),
        ..Measurement::default()
    })
}
