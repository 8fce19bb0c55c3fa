//! `muster list diff`: what one edition changes of another.

use super::{bad_note, from_files};
use crate::frame::{Exit, Fault, Frame, Paint, grouped};
use clap::Args;
use muster_app::{
    lists::{self, EntriesDiff, diff_entries},
    watchlist::Entry,
};
use muster_vocab::Digest;
use serde::Serialize;
use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

/// How many entries of a kind are told without --all.
const TOLD: usize = 20;

/// Shows what one edition changes of another: entries added, removed, and changed, with what changed
///
/// Each side is a list file, a folder of files of one list, or an edition of this mission as LIST@EDITION. A list's name
/// alone compares the edition in force with the one imported last.
#[derive(Args)]
#[command(after_help = "Exit codes, besides those of every command:
  0  compared
  4  there is no difference

Examples:
  muster list diff un_sc
  muster list diff un_sc@2025-11-15 un_sc@2026-02-27 --all
  muster list diff un_sc@2025-11-15 consolidated.xml --json")]
pub(super) struct Diff {
    /// The older side, or a list's name
    #[arg(value_name = "A")]
    older: String,
    /// The newer side
    #[arg(value_name = "B")]
    newer: Option<String>,
    /// Tells every entry
    #[arg(long)]
    all: bool,
}

/// One side: where its entries are from.
#[derive(Serialize)]
struct Side {
    list: String,
    edition: String,
    source: Digest,
    entries: u32,
}

#[derive(Serialize)]
struct Told {
    from: Option<Side>,
    to: Side,
    #[serde(flatten)]
    diff: EntriesDiff,
}

impl Diff {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let told = match &self.newer {
            None => in_force_and_last(frame, &self.older)?,
            Some(newer) => {
                let (from, old) = side(frame, &self.older)?;
                let (to, new) = side(frame, newer)?;
                Told { from: Some(from), to, diff: diff_entries(&old, &new) }
            }
        };
        let same = told.diff == EntriesDiff::default();
        frame.show(&told, |told, paint| told.text(self.all, paint))?;
        Ok(if same { Exit::Nothing } else { Exit::Done })
    }
}

fn in_force_and_last(frame: &Frame, list: &str) -> Result<Told, Fault> {
    if Path::new(list).exists() {
        return Err(Fault::usage("one file alone cannot be compared").next("name the other side too"));
    }
    let lists::ListDiff { from, to, added, changed, removed } = lists::diff(&frame.app()?, list, None, None)?;
    let diff = EntriesDiff { added, changed, removed };
    Ok(Told { from: from.map(Side::stored), to: Side::stored(to), diff })
}

/// One side with its entries.
fn side(frame: &Frame, word: &str) -> Result<(Side, Vec<Entry>), Fault> {
    if Path::new(word).exists() {
        let mut found = from_files(&[PathBuf::from(word)])?;
        bad_note(&found, frame.json);
        return match (found.editions.pop(), found.editions.is_empty()) {
            (Some(only), true) => {
                let info = only.info();
                let side =
                    Side { list: info.list, edition: info.dated, source: info.digest, entries: info.entries };
                Ok((side, only.entries))
            }
            _ => Err(Fault::usage(format!("{word} holds several lists")).next("name the files of one list")),
        };
    }
    let Some((list, edition)) = word.split_once('@') else {
        return Err(Fault::usage(format!("`{word}` is no file, and names no edition")).next(
            "name a file that is there, or an edition as LIST@EDITION; `muster list show` lists them",
        ));
    };
    let (edition, entries) = lists::edition(&frame.app()?, list, Some(edition))?;
    Ok((Side::stored(edition), entries))
}

impl Side {
    fn stored(edition: muster_app::case::office::ListEdition) -> Self {
        Self {
            list: edition.list,
            edition: edition.edition,
            source: edition.source,
            entries: edition.entries,
        }
    }

    fn called(&self) -> String {
        let edition = if self.edition.is_empty() { "undated" } else { &self.edition };
        format!("{} {edition}", self.list)
    }
}

impl Told {
    fn text(&self, all: bool, paint: Paint) -> String {
        let from = self.from.as_ref().map_or_else(|| "nothing in force".to_owned(), Side::called);
        let EntriesDiff { added, changed, removed } = &self.diff;
        let mut text = format!(
            "{}\n  {} added, {} changed, {} removed\n",
            paint.head(&format!("{from} → {}", self.to.called())),
            grouped(added.len() as u64),
            grouped(changed.len() as u64),
            grouped(removed.len() as u64),
        );
        let most = if all { usize::MAX } else { TOLD };
        let line = |entry: &lists::EntryLine| format!("{}  {}", entry.id, entry.name);
        section(&mut text, &paint.good("Added"), added.iter().map(line), most);
        let changes =
            changed.iter().map(|changed| format!("{}: {}", line(&changed.entry), changed.what.join(", ")));
        section(&mut text, &paint.warn("Changed"), changes, most);
        section(&mut text, &paint.bad("Removed"), removed.iter().map(line), most);
        text
    }
}

fn section(text: &mut String, head: &str, lines: impl ExactSizeIterator<Item = String>, most: usize) {
    let more = lines.len().saturating_sub(most);
    if lines.len() > 0 {
        let _infallible = writeln!(text, "\n{head}");
    }
    for line in lines.take(most) {
        let _infallible = writeln!(text, "  {line}");
    }
    if more > 0 {
        let _infallible = writeln!(text, "  and {} more; --all tells them", grouped(more as u64));
    }
}
