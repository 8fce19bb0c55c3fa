//! `muster list show`: the lists of this mission, or what is in files.

use super::{bad, editions, from_files};
use crate::frame::{Exit, Fault, Frame, Paint, Table, grouped};
use clap::Args;
use muster_app::{
    case::office::ListStep,
    lists::{self, ListStatus},
    watchlist::{Born, Edition, EditionInfo, Kind, lists::BadRecord},
};
use serde::Serialize;
use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

/// Shows the lists of this mission with their editions, or what is in list files and which records cannot be read
#[derive(Args)]
#[command(after_help = "Examples:
  muster list show
  muster list show un_sc
  muster list show sdn.csv alt.csv")]
pub(super) struct Show {
    /// A list's short name, or list files; every list of this mission if left out
    #[arg(value_name = "LIST|FILE")]
    what: Vec<PathBuf>,
}

/// What is in files, as JSON.
#[derive(Serialize)]
struct FilesTold {
    lists: Vec<FileTold>,
    bad_records: Vec<BadRecord>,
}

#[derive(Serialize)]
struct FileTold {
    #[serde(flatten)]
    edition: EditionInfo,
    persons: usize,
    names: usize,
    with_birth: usize,
    documents: usize,
}

impl Show {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        match self.what.as_slice() {
            [] => stored(frame, None),
            [one] if !one.exists() && is_word(one) => stored(frame, one.to_str()),
            files => {
                let found = from_files(files)?;
                let lists = found.editions.iter().map(FileTold::of).collect();
                let told = FilesTold { lists, bad_records: found.bad };
                frame.show(&told, FilesTold::text)?;
                Ok(if told.bad_records.is_empty() { Exit::Done } else { Exit::Refused })
            }
        }
    }
}

/// Whether it may be a list's name: it has no ending and no folder.
fn is_word(path: &Path) -> bool {
    path.extension().is_none() && path.components().count() == 1
}

fn stored(frame: &Frame, list: Option<&str>) -> Result<Exit, Fault> {
    let app = frame.app()?;
    let mut lists = lists::show(&app)?;
    if let Some(list) = list {
        let known: Vec<String> = lists.iter().map(|status| status.list.clone()).collect();
        lists.retain(|status| status.list == list);
        if lists.is_empty() {
            let next = if known.is_empty() {
                "none was imported yet; `muster list import FILE` imports one".to_owned()
            } else {
                format!("there are {}; a file is named with its ending", known.join(", "))
            };
            return Err(Fault::new(Exit::Nothing, format!("there is no list `{list}`")).next(next));
        }
    }
    frame.show(&lists, |lists, paint| text(lists, list.is_some(), paint))?;
    Ok(if lists.is_empty() { Exit::Nothing } else { Exit::Done })
}

/// The lists with their editions; for one list also who did what with each.
fn text(lists: &[ListStatus], steps: bool, paint: Paint) -> String {
    if lists.is_empty() {
        return "No list was imported yet; `muster list import FILE` imports one.".to_owned();
    }
    let mut table = Table::new(["List", "Edition", "", ">Entries", ">Bad", "Content"]);
    for status in lists {
        for edition in &status.editions {
            let is = match edition.is {
                "in_force" => paint.good("in force"),
                "proposed" => paint.warn("proposed"),
                other => paint.dim(other),
            };
            table.row([
                status.list.clone(),
                edition.edition.edition.clone(),
                is,
                grouped(u64::from(edition.edition.entries)),
                grouped(u64::from(edition.edition.bad)),
                edition.edition.content.to_string()[..12].to_owned(),
            ]);
        }
    }
    let mut text = table.text(paint);
    for edition in lists.iter().flat_map(|status| &status.editions).filter(|_| steps) {
        let head = format!("{} {}", edition.edition.edition, &edition.edition.content.to_string()[..12]);
        let _infallible = writeln!(text, "\n{}", paint.head(&head));
        for ListStep { did, at, by, .. } in &edition.steps {
            let by = by.map_or_else(|| "the machine".to_owned(), |human| human.to_string());
            let at = at.strftime("%Y-%m-%d %H:%M");
            let _infallible = writeln!(text, "  {at}  {:<12}  by {by}", did.replace('_', " "));
        }
    }
    let none = lists.iter().filter(|status| status.editions.iter().all(|edition| edition.is != "in_force"));
    for status in none {
        let what = format!("Of {} no edition is in force: nobody is screened against it.\n", status.list);
        text.push_str(&paint.warn(&what));
    }
    text
}

impl FileTold {
    fn of(edition: &Edition) -> Self {
        let entries = &edition.entries;
        let known = |born: &&Vec<Born>| !born.is_empty();
        Self {
            edition: edition.info(),
            persons: entries.iter().filter(|entry| entry.kind == Kind::Person).count(),
            names: entries.iter().map(|entry| entry.names.len()).sum(),
            with_birth: entries.iter().map(|entry| &entry.born).filter(known).count(),
            documents: entries.iter().map(|entry| entry.documents.len()).sum(),
        }
    }
}

impl FilesTold {
    fn text(&self, paint: Paint) -> String {
        let infos: Vec<EditionInfo> = self.lists.iter().map(|told| told.edition.clone()).collect();
        let mut table = Table::new(["List", ">Persons", ">Names", ">With a birth", ">Documents"]);
        for told in &self.lists {
            let counts = [told.persons, told.names, told.with_birth, told.documents];
            let [persons, names, births, documents] = counts.map(|count| grouped(count as u64));
            table.row([told.edition.list.clone(), persons, names, births, documents]);
        }
        format!("{}\n{}{}", editions(&infos, paint), table.text(paint), bad(&self.bad_records, paint))
    }
}
