//! `muster list`: editions of watchlists.

mod activate;
mod compile;
mod diff;
mod files;
mod import;
mod show;

pub(crate) use files::{FromFiles, from_files};

use crate::frame::{Exit, Fault, Frame, Paint, Table, grouped};
use clap::{Args, Subcommand};
use muster_app::watchlist::{EditionInfo, lists::BadRecord};
use std::{
    fmt::Write as _,
    io::{self, Write as _},
};

/// Takes in editions of watchlists, compares them, and puts them in force by two people
#[derive(Args)]
pub(crate) struct List {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Import(import::Import),
    Diff(diff::Diff),
    Activate(activate::Activate),
    Show(show::Show),
    Compile(compile::Compile),
}

impl List {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        match self.what {
            What::Import(import) => import.run(frame),
            What::Diff(diff) => diff.run(frame),
            What::Activate(activate) => activate.run(frame),
            What::Show(show) => show.run(frame),
            What::Compile(compile) => compile.run(frame),
        }
    }
}

/// How many bad records are told one by one.
const TOLD: usize = 20;

/// Says on stderr that files have records that could not be read, so that nobody takes silence for a clean list.
pub(crate) fn bad_note(found: &FromFiles, json: bool) {
    let count = found.bad.len();
    if count > 0 {
        let next = "`muster list show FILE` says which, and why";
        // With stderr gone there is nobody left to tell.
        let _told = if json {
            writeln!(io::stderr(), "{}", serde_json::json!({ "bad_records": count, "next": next }))
        } else {
            writeln!(io::stderr(), "muster: {} could not be read; {next}", records(count))
        };
    }
}

/// Editions as a table.
fn editions(editions: &[EditionInfo], paint: Paint) -> String {
    let mut table = Table::new(["List", "Edition", ">Entries", "Digest"]);
    for EditionInfo { list, dated, digest, entries } in editions {
        let dated = if dated.is_empty() { "undated".to_owned() } else { dated.clone() };
        table.row([list.clone(), dated, grouped(u64::from(*entries)), digest.to_string()[..16].to_owned()]);
    }
    table.text(paint)
}

/// Records that could not be read, the first ones with their cause.
fn bad(bad: &[BadRecord], paint: Paint) -> String {
    if bad.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", paint.warn(&format!("{} could not be read:", records(bad.len()))));
    for record in bad.iter().take(TOLD) {
        let _infallible = writeln!(text, "  {record}");
    }
    if bad.len() > TOLD {
        text.push_str("  and more; --json tells them all\n");
    }
    text
}

fn records(count: usize) -> String {
    if count == 1 { "one record".into() } else { format!("{} records", grouped(count as u64)) }
}
