//! `bench linkage`: who is found to be one person, judged by a program of the engine's own, and Splink on the same machine.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::watchlist::{figures, peers, summary};
use super::{Frame, watch};
use crate::python;

/// The peer's program, and where it keeps its sets by default.
const PEER: &str = "splink_dedupe.py";
const FOLDER: &str = "MUSTER_BENCH_LINKAGE";

/// Builds, measures, and prints the frame.
///
/// # Errors
/// When the engine's bench does not build or run. A peer that cannot be had is said and left out.
pub(super) fn run(root: &Path, folder: &Path, quick: bool, with_peer: bool) -> Result<()> {
    let sets = std::env::var_os(FOLDER).map_or_else(|| root.join("../shared/linkage"), Into::into);
    let bench = ["bench", "--quiet", "--package", "muster-linkage", "--bench", "linkage"];
    let built = Command::new("cargo").args(bench).arg("--no-run").current_dir(root).status()?;
    ensure!(built.success(), "the engine's bench does not build");
    let mut frame = Frame::new("linkage", root, folder)?;
    // `fit` judges everybody by weights that were fitted to other people.
    let large = if quick { "dev10k" } else { "dev100k" };
    let mut runs = vec![vec!["febrl1", "febrl2", "febrl3", "fake_1000", large], vec!["fit", large]];
    if !quick {
        runs.extend([vec!["grown", large], vec!["vast", large]]);
    }
    for arguments in runs {
        let mut measuring = Command::new("cargo");
        measuring.args(bench).args(["--", "--json"]).args(&arguments).current_dir(root).env(FOLDER, &sets);
        let measured = watch(&mut measuring)?;
        ensure!(measured.status.success(), "the engine's bench failed");
        for line in figures(&measured.printed) {
            let figure = serde_json::from_str(&line).with_context(|| format!("not a figure: {line}"))?;
            frame.measurements.push(figure);
        }
    }
    if with_peer {
        let programs = root.join("xtask/peers/linkage");
        let asked = python::environment(&programs.join("requirements.txt"), &folder.join("peers/linkage"))
            .and_then(|python| peers::ask(&python, &programs.join(PEER), &[(FOLDER, sets)]));
        match asked {
            Ok(figures) => frame.measurements.extend(figures.into_iter().map(peers::measurement)),
            Err(cause) => eprintln!("Splink is left out: {cause:#}"),
        }
    }
    summary(&frame.measurements);
    frame.print()
}
