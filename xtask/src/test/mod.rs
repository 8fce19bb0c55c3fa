//! The second command of the README: every check there is, with a private PostgreSQL.
//!
//! A failing step hides none of the later ones, and the database leaves with the command, however that ends.

mod cluster;
mod needs;
mod report;
mod running;
mod steps;

use std::path::Path;

use anyhow::{Context, Result};

use crate::{Verdict, stopwatch::Stopwatch};
use report::Outcome;
use steps::{Setting, Step};

/// What the caller asked for.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Only the tests.
    pub quick: bool,
    /// Also the slow tests.
    pub long: bool,
    /// Only the tests of these crates; of all when empty.
    pub packages: Vec<String>,
}

/// Runs the steps, prints how each went, and says whether all went well.
///
/// # Errors
/// When the command cannot watch for an interruption; a failing step is an outcome, not an error.
pub fn run(root: &Path, choice: Choice) -> Result<bool> {
    ctrlc::set_handler(running::interrupted)
        .context("cannot watch for Ctrl-C, so a database could be left behind")?;
    let mut setting = Setting { postgres: None, long: choice.long, packages: choice.packages };
    let mut outcomes = Vec::new();
    for step in steps::of(choice.quick) {
        eprintln!("\n── {}", step.name);
        let watch = Stopwatch::start();
        let verdict = carry_out(root, &step, &mut setting);
        outcomes.push(Outcome { name: step.name, verdict, took: watch.elapsed() });
    }
    running::stop();
    println!("\n{}", report::table(&outcomes));
    Ok(outcomes.iter().all(|outcome| outcome.verdict != Verdict::Failed))
}

fn carry_out(root: &Path, step: &Step, setting: &mut Setting) -> Verdict {
    match (step.work)(root, setting) {
        Ok(verdict) => verdict,
        Err(error) => {
            eprintln!("{error:#}");
            Verdict::Failed
        }
    }
}
