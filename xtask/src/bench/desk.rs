//! `bench desk`: what officers ask for all morning, through real sockets, on both databases.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::{Frame, Measurement, watch, web::Figure};

/// What 95 of 100 must not exceed, in milliseconds, by what is asked for.
const GOALS: [(&str, f64); 5] =
    [(".queue.", 50.0), (".filters.", 50.0), (".case.", 50.0), (".search_", 50.0), (".next.", 20.0)];

/// Builds, measures, and prints the frame.
///
/// # Errors
/// When something does not build or run.
pub(super) fn run(root: &Path, folder: &Path, quick: bool) -> Result<()> {
    let bench = ["bench", "--package", "muster-web", "--bench", "desk"];
    let built = Command::new("cargo").args(bench).arg("--no-run").current_dir(root).status()?;
    ensure!(built.success(), "the measuring program does not build");
    let mut frame = Frame::new("desk", root, folder)?;
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
        frame.measurements.push(judged(figure.measurement()));
    }
    frame.print()
}

/// With what it should reach, and whether it does.
fn judged(mut measured: Measurement) -> Measurement {
    let goal = GOALS.iter().find(|(what, _)| measured.name.contains(what));
    if let (Some((_, goal)), Some(times)) = (goal, &measured.times) {
        measured.goal = Some(format!("95 of 100 below {goal} ms"));
        measured.met = Some(times.p95_us < goal * 1e3);
    }
    measured
}
