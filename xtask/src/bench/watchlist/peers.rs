//! The peers: Python programs in an environment of their own, asked what the engine was asked.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::figures;
use crate::bench::{Measurement, spread};
use crate::python;

/// The peers' programs, and what they call themselves.
const PEERS: [(&str, &str); 2] = [("logic_v2.py", "logic_v2"), ("jaro_winkler.py", "jaro_winkler")];

/// A line that a peer prints.
#[derive(Deserialize)]
pub(in crate::bench) struct Figure {
    name: String,
    count: u64,
    share: Option<f64>,
    cpu_seconds: Option<f64>,
}

/// Runs every peer; a peer that fails is said and left out.
///
/// # Errors
/// When Python or the packages cannot be had.
pub(super) fn measure(root: &Path, folder: &Path, engine: &[Measurement]) -> Result<Vec<Measurement>> {
    let programs = root.join("xtask/peers/watchlist");
    let python = python::environment(&programs.join("requirements.txt"), &folder.join("peers/watchlist"))?;
    let ours = engine.iter().find(|measured| measured.name == "beside.screenings.per_cpu_second");
    let ours = ours.and_then(|measured| measured.per_second);
    let beside = |name| root.join("../shared").join(name);
    let settings = [("MUSTER_BENCH_PAIRS", beside("pairs")), ("MUSTER_BENCH_LISTS", beside("lists"))];
    let mut all = Vec::new();
    for (program, peer) in PEERS {
        match ask(&python, &programs.join(program), &settings) {
            Ok(figures) => all.extend(figures.into_iter().map(measurement)),
            Err(cause) => {
                eprintln!("{peer} is left out: {cause:#}");
                continue;
            }
        }
        let theirs = all.iter().find(|measured| measured.name == format!("peers.{peer}.screenings"));
        if let (Some(ours), Some(theirs)) = (ours, theirs.and_then(|measured| measured.per_second)) {
            all.push(Measurement {
                name: format!("beside.screenings_per_cpu_second_to_{peer}"),
                count: 1,
                ratio: Some(ours / theirs),
                ..Measurement::default()
            });
        }
    }
    Ok(all)
}

/// A figure as the frame has it.
pub(in crate::bench) fn measurement(figure: Figure) -> Measurement {
    let once = figure.count == 1;
    let busy = figure.cpu_seconds;
    Measurement {
        name: figure.name,
        count: figure.count,
        per_second: busy.filter(|_| !once).map(|seconds| figure.count as f64 / seconds),
        times: busy.filter(|_| once).map(|seconds| spread(vec![Duration::from_secs_f64(seconds)])),
        share: figure.share,
        ..Measurement::default()
    }
}

/// What a program prints, with these settings where the environment has none.
pub(in crate::bench) fn ask(
    python: &Path,
    program: &Path,
    settings: &[(&str, PathBuf)],
) -> Result<Vec<Figure>> {
    let mut command = Command::new(python);
    command.arg("-B").arg(program).stdin(Stdio::null()).stderr(Stdio::inherit());
    for (variable, place) in settings {
        if std::env::var_os(variable).is_none() {
            command.env(variable, place);
        }
    }
    let output = command.output().context("it cannot be started")?;
    ensure!(output.status.success(), "it failed; its own message is above");
    figures(&output.stdout)
        .iter()
        .map(|line| serde_json::from_str(line).with_context(|| format!("not a figure: {line}")))
        .collect()
}
