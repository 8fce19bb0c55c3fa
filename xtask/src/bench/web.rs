//! `bench web`: the portal through real sockets, measured by a program of its own in a release build.

use std::path::Path;

use anyhow::Result;

use super::{
    Frame, Measurement,
    program::{Program, scratch},
};

/// Builds, measures, and prints the frame.
///
/// # Errors
/// When something does not build or run.
pub(super) fn run(root: &Path, folder: &Path, quick: bool) -> Result<()> {
    let program = Program { package: "muster-web", bench: "web" };
    program.build(root)?;
    let mut frame = Frame::new("web", root, folder)?;
    frame.measurements = program.run(root, scratch(folder)?.path(), quick)?;
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
