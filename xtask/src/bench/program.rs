//! A measuring program of a crate: a bench of its own in a release build, which prints a line of JSON for each figure.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::{Measurement, spread, watch};

/// A line the program prints.
#[derive(Deserialize)]
struct Figure {
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
    fn measurement(self) -> Measurement {
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

/// The program `bench` of the crate `package`.
pub(super) struct Program<'a> {
    pub(super) package: &'a str,
    pub(super) bench: &'a str,
}

impl Program<'_> {
    fn cargo(&self, root: &Path) -> Command {
        let mut cargo = Command::new("cargo");
        cargo.args(["bench", "--package", self.package, "--bench", self.bench]).current_dir(root);
        cargo
    }

    /// Builds it, so that building is over before anything is measured.
    pub(super) fn build(&self, root: &Path) -> Result<()> {
        let built = self.cargo(root).arg("--no-run").status()?;
        ensure!(built.success(), "the measuring program `{}` does not build", self.bench);
        Ok(())
    }

    /// Runs it on `scratch`; `quick` measures little.
    pub(super) fn run(&self, root: &Path, scratch: &Path, quick: bool) -> Result<Vec<Measurement>> {
        let mut measuring = self.cargo(root);
        measuring.arg("--quiet").env("MUSTER_BENCH_FOLDER", scratch);
        if quick {
            measuring.env("MUSTER_BENCH_SHORT", "1");
        }
        let measured = watch(&mut measuring)?;
        ensure!(measured.status.success(), "the measuring program `{}` failed", self.bench);
        let printed = String::from_utf8_lossy(&measured.printed);
        let figures = printed.lines().filter(|line| line.starts_with('{'));
        figures
            .map(|line| {
                let figure: Figure =
                    serde_json::from_str(line).with_context(|| format!("not a figure: {line}"))?;
                Ok(figure.measurement())
            })
            .collect()
    }
}

/// A folder below `folder` that is gone when it is done with.
pub(super) fn scratch(folder: &Path) -> Result<tempfile::TempDir> {
    Ok(tempfile::Builder::new().prefix("muster-bench-").tempdir_in(folder)?)
}
