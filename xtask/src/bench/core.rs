//! `bench core`: the store and the application, measured by a program of their own in a release build.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use super::{
    Frame, Measurement,
    program::{Program, scratch},
    watch,
};

/// Builds, measures, and prints the frame.
///
/// # Errors
/// When something does not build or run.
pub(super) fn run(root: &Path, folder: &Path) -> Result<()> {
    let program = Program { package: "muster-app", bench: "core" };
    build_muster(root)?;
    program.build(root)?;
    let mut frame = Frame::new("core", root, folder)?;
    let scratch = scratch(folder)?;
    frame.measurements = program.run(root, scratch.path(), false)?;
    for database in ["sqlite", "postgres"] {
        frame.measurements.extend(ratio(&frame, database));
    }
    frame.measurements.push(demo(root, scratch.path())?);
    frame.print()
}

/// A whole command at 64 writers beside the bare single-row insert loop on the same database.
fn ratio(frame: &Frame, database: &str) -> Option<Measurement> {
    let rate = |name: String| {
        frame.measurements.iter().find(|measured| measured.name == name).and_then(|found| found.per_second)
    };
    let whole = rate(format!("commands.{database}.writers_64"))?;
    let bare = rate(format!("bare.{database}.loop"))?;
    Some(Measurement {
        name: format!("commands.{database}.writers_64_to_bare_loop"),
        count: 1,
        ratio: Some(whole / bare),
        ..Measurement::default()
    })
}

fn build_muster(root: &Path) -> Result<()> {
    let built = Command::new("cargo")
        .args(["build", "--release", "--package", "muster"])
        .current_dir(root)
        .status()?;
    ensure!(built.success(), "`muster` does not build");
    Ok(())
}

/// The whole demonstration, as its user runs it.
fn demo(root: &Path, scratch: &Path) -> Result<Measurement> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), Into::into);
    let mut demo = Command::new(target.join("release/muster"));
    demo.args(["demo", "--json", "--data"]).arg(scratch.join("demo")).current_dir(scratch);
    let watched = watch(&mut demo)?;
    ensure!(watched.status.success(), "`muster demo` failed");
    Ok(Measurement {
        name: "demo.sqlite.6000".into(),
        count: 6_000,
        per_second: Some(6_000.0 / watched.took.as_secs_f64()),
        times: Some(super::spread(vec![watched.took])),
        peak_memory_kib: Some(watched.peak_memory_kib),
        ..Measurement::default()
    })
}
