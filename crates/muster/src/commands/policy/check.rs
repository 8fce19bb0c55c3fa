//! `muster policy check`: every fault of a folder of rules, with file, line and column.

use crate::frame::{Exit, Fault, Frame, Paint};
use clap::Args;
use muster_app::{
    engine::{CheckReport, Problem},
    policy::check_folder,
};
use serde::Serialize;
use std::path::PathBuf;

/// Checks a folder of rules: faults by file, line and column; examples run; every combination of facts tried
#[derive(Args)]
#[command(after_help = "Examples:
  muster policy check
  muster policy check programmes/relief-corps --json")]
pub(super) struct Check {
    /// A programme's folder, or its folder of rules; the programme in use if left out
    folder: Option<PathBuf>,
}

/// What the check found, as JSON.
#[derive(Serialize)]
struct Report {
    clean: bool,
    problems: Vec<Placed>,
    notes: Vec<Placed>,
    editions: usize,
    rules: usize,
    languages: usize,
    examples: usize,
    combinations: usize,
    #[serde(skip)]
    text: String,
}

#[derive(Serialize)]
struct Placed {
    file: String,
    line: usize,
    column: usize,
    message: String,
    help: String,
}

impl Check {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let found = match self.folder.or_else(|| frame.settings.programme()) {
            Some(folder) => check_folder(&folder)?,
            None => frame.programme()?.check_policy(),
        };
        let clean = found.is_clean();
        frame.show(&Report::of(&found), Report::write)?;
        Ok(if clean { Exit::Done } else { Exit::Refused })
    }
}

impl Report {
    fn of(found: &CheckReport) -> Self {
        let placed = |problems: &[Problem]| {
            let placed = problems.iter().map(|problem| Placed {
                file: problem.file.clone(),
                line: problem.place.line,
                column: problem.place.column,
                message: problem.message.clone(),
                help: problem.help.clone(),
            });
            placed.collect()
        };
        Self {
            clean: found.is_clean(),
            problems: placed(&found.problems),
            notes: placed(&found.notes),
            editions: found.counts.editions,
            rules: found.counts.rules,
            languages: found.counts.languages,
            examples: found.counts.examples,
            combinations: found.counts.regions,
            text: found.to_string(),
        }
    }

    fn write(&self, paint: Paint) -> String {
        let end = if self.clean {
            paint.good("The rules are sound.")
        } else {
            paint.bad("The rules have faults; an edition with faults is not published.")
        };
        format!("{}\n{end}", self.text)
    }
}
