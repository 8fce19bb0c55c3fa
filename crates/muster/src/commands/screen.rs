//! `muster screen`: one person or many against lists.

mod answer;
mod fields;
mod many;
mod mrz;
mod one;
mod queries;
mod words;

pub(crate) use fields::{Fields, PartTold};

use super::list::{bad_note, from_files};
use crate::frame::{Exit, Fault, Frame, open, unreadable};
use clap::Args;
use muster_app::{
    lists::{self, Active},
    watchlist::Snapshot,
};
use std::{
    io::Read as _,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Screens a person, or a file of people, against watchlists; it proposes, a person rules
///
/// Nothing is stored: a case is screened by itself when it comes in. The lists are the files named, a compiled snapshot,
/// or, with neither, the editions in force in this mission.
#[derive(Args)]
#[command(after_help = after_help())]
pub(crate) struct Screen {
    /// The person's name, in any script and order; `-` reads it from standard input, where no other program sees it
    #[arg(required_unless_present_any = ["queries", "mrz"], conflicts_with = "queries")]
    name: Option<String>,
    #[command(flatten)]
    known: Box<one::Known>,
    /// Screens every row of a file instead; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    queries: Option<PathBuf>,
    /// How the rows are written; told by the file's name if left out
    #[arg(long, requires = "queries")]
    format: Option<queries::Form>,
    /// List files as their publishers offer them; several files of one list are joined, a folder stands for its files
    #[arg(long = "list", value_name = "FILE", num_args = 1..)]
    lists: Vec<PathBuf>,
    /// A snapshot made by `muster list compile`
    #[arg(long, value_name = "FILE", conflicts_with = "lists")]
    snapshot: Option<PathBuf>,
    #[command(flatten)]
    fields: Fields,
}

fn after_help() -> String {
    format!(
        "Exit codes, besides those of every command:
  0  one person: no entry is like them · many: every row was read and answered
  1  one person: somebody must look at an alert or at a name that could not be compared · many: a row could not be read

A line of the answer with --queries (on a terminal a table, unless --json):
  {{\"row\":1,\"alerts\":[{{\"list\":\"us_ofac_sdn\",\"entry\":\"17808\",\"name\":\"…\",\"score_bits\":31.2,
   \"probability\":0.953,\"verdict\":\"strong\",…}}],\"not_comparable\":[]}}

Columns of such a file, in any order; several values of one cell are divided by ` | `; others are passed over:
{}

Examples:
  muster screen \"Petro Ivanenko\" --born 1960-06-29 --nationality UA --list sdn.csv alt.csv
  muster screen --mrz \"P<UKRIVANENKO<<PETRO<<<<<<<<<<<<<<<<<<<<<<<<\" --list consolidated.xml --evidence
  muster screen --queries people.tsv --list sdn.csv alt.csv consolidated.xml > alerts.jsonl",
        queries::columns(),
    )
}

impl Screen {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let Some(file) = &self.queries else {
            let subject = self.known.subject(self.name.as_deref(), frame.now())?;
            return one::screen(
                frame,
                self.lists(frame)?.snapshot(),
                self.fields.limit(subject),
                &self.fields,
            );
        };
        let form = self.form(file)?;
        let (source, length) = open(file)?;
        let bar = frame.progress(length, "Screening");
        let people = queries::read(bar.wrap_read(source), form)?;
        let lists = self.lists(frame)?;
        let done = many::screen(frame, lists.snapshot(), people, &self.fields);
        bar.finish_and_clear();
        done
    }

    fn form(&self, file: &Path) -> Result<queries::Form, Fault> {
        self.format.or_else(|| queries::Form::of(file)).ok_or_else(|| {
            Fault::usage("the file's name does not tell how its rows are written")
                .next("say `--format tsv`, `--format csv` or `--format jsonl`")
        })
    }

    fn lists(&self, frame: &Frame) -> Result<Lists, Fault> {
        if let Some(file) = &self.snapshot {
            let (mut source, length) = open(file)?;
            let mut bytes = Vec::with_capacity(length as usize);
            source.read_to_end(&mut bytes).map_err(|error| unreadable(file, &error))?;
            let snapshot = Snapshot::from_bytes(&bytes).map_err(|error| {
                Fault::usage(format!("{}: {error}", file.display())).next("run `muster list compile` again")
            })?;
            return Ok(Lists::Own(Box::new(snapshot)));
        }
        if self.lists.is_empty() {
            return in_force(frame).map(Lists::InForce);
        }
        let found = from_files(&self.lists)?;
        bad_note(&found, frame.json);
        Ok(Lists::Own(Box::new(Snapshot::compile(&found.editions))))
    }
}

/// What is screened against.
enum Lists {
    Own(Box<Snapshot>),
    InForce(Arc<Active>),
}

impl Lists {
    fn snapshot(&self) -> &Snapshot {
        match self {
            Self::Own(snapshot) => snapshot,
            Self::InForce(active) => &active.snapshot,
        }
    }
}

/// The editions in force. None at all would clear everybody, so that is refused.
fn in_force(frame: &Frame) -> Result<Arc<Active>, Fault> {
    let active = lists::active(&frame.app()?)?;
    if active.editions.is_empty() {
        return Err(Fault::new(Exit::Refused, "no list is in force in this mission").next(
            "`muster list import` and `muster list activate` put one in force; or name files with --list",
        ));
    }
    Ok(active)
}
