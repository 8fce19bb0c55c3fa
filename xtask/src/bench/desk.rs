//! `bench desk`: what officers ask for all morning, through real sockets, on both databases.

use std::path::Path;

use anyhow::Result;

use super::{
    Frame, Measurement,
    program::{Program, scratch},
};

/// What 95 of 100 must not exceed, in milliseconds, by what is asked for.
const GOALS: [(&str, f64); 5] =
    [(".queue.", 50.0), (".filters.", 50.0), (".case.", 50.0), (".search_", 50.0), (".next.", 20.0)];

/// Builds, measures, and prints the frame.
///
/// # Errors
/// When something does not build or run.
pub(super) fn run(root: &Path, folder: &Path, quick: bool) -> Result<()> {
    let program = Program { package: "muster-web", bench: "desk" };
    program.build(root)?;
    let mut frame = Frame::new("desk", root, folder)?;
    let measured = program.run(root, scratch(folder)?.path(), quick)?;
    frame.measurements.extend(measured.into_iter().map(judged));
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
