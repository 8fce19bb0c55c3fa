//! `bench watchlist`: the screening engine judged by a program of its own, and its peers on the same machine.

pub(super) mod peers;

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::{Frame, Measurement, watch};

/// Builds, measures, and prints the frame.
///
/// # Errors
/// When the engine's bench does not build or run. Peers that cannot be had are said and left out.
pub(super) fn run(root: &Path, folder: &Path, quick: bool, with_peers: bool) -> Result<()> {
    let bench = ["bench", "--quiet", "--package", "muster-watchlist", "--bench", "watchlist"];
    let built = Command::new("cargo").args(bench).arg("--no-run").current_dir(root).status()?;
    ensure!(built.success(), "the engine's bench does not build");
    let mut frame = Frame::new("watchlist", root, folder)?;
    let mut measuring = Command::new("cargo");
    measuring.args(bench).args(["--", if quick { "quick" } else { "full" }, "--json"]).current_dir(root);
    let measured = watch(&mut measuring)?;
    ensure!(measured.status.success(), "the engine's bench failed");
    for line in figures(&measured.printed) {
        let figure = serde_json::from_str(&line).with_context(|| format!("not a figure: {line}"))?;
        frame.measurements.push(figure);
    }
    if with_peers {
        match peers::measure(root, folder, &frame.measurements) {
            Ok(measurements) => frame.measurements.extend(measurements),
            Err(cause) => eprintln!("the peers are left out: {cause:#}"),
        }
    }
    summary(&frame.measurements);
    frame.print()
}

/// The lines that are figures.
pub(super) fn figures(printed: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(printed);
    text.lines().filter(|line| line.starts_with('{')).map(str::to_owned).collect()
}

/// Which goals are missed, for whoever does not read JSON.
pub(super) fn summary(measurements: &[Measurement]) {
    let with_goal: Vec<_> = measurements.iter().filter(|measured| measured.met.is_some()).collect();
    let missed: Vec<_> = with_goal.iter().filter(|measured| measured.met == Some(false)).collect();
    eprintln!("{} of {} goals met", with_goal.len() - missed.len(), with_goal.len());
    for measured in missed {
        let figure = measured.share.or(measured.per_second).map(|value| format!("{value:.4}"));
        let times = || measured.times.map(|times| format!("p99 {:.1} ms", times.p99_us / 1e3));
        let is = figure.or_else(times);
        let goal = measured.goal.as_deref().unwrap_or_default();
        eprintln!("  missed: {} {} (goal {goal})", measured.name, is.unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_that_are_figures_are_read() {
        let printed = b"running\n{\"name\":\"w1.recall\",\"count\":2,\"share\":0.5,\"met\":false}\ndone\n";
        let lines = figures(printed);
        assert_eq!(lines.len(), 1);
        let figure: Measurement = serde_json::from_str(&lines[0]).unwrap();
        assert_eq!((figure.count, figure.share, figure.met), (2, Some(0.5), Some(false)));
    }
}
