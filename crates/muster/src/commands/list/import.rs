//! `muster list import`: the files of a list, taken in whole.

use super::{
    bad,
    files::{groups, named, sources},
};
use crate::frame::{Exit, Fault, Frame, Paint, grouped};
use clap::Args;
use muster_app::{
    App, Failure,
    case::{
        Permit,
        office::{ImportList, ListEdition},
    },
    lists::{self, Imported, Named},
    watchlist::lists::BadRecord,
};
use serde::Serialize;
use std::{fmt::Write as _, path::PathBuf};

/// Takes in list files as their publishers offer them: hashed, kept whole, not used before two people say so
///
/// Several files of one list are joined (OFAC's sdn.csv with alt.csv and add.csv); several lists give several editions.
/// A record that cannot be read is told with its place and cause, and the others are taken in. The same bytes are one
/// edition, however often they are imported.
#[derive(Args)]
#[command(after_help = "Exit codes, besides those of every command:
  0  imported, and every record was read
  1  imported, but some records could not be read; or refused

Examples:
  muster list import sdn.csv alt.csv add.csv --dated 2024-07-02 --as SCREENER_ID
  muster list import own.csv --list embassy --dated 2022-03-01 --as SCREENER_ID")]
pub(super) struct Import {
    /// The files; a folder stands for all files in it
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The list's short name; told by the files if left out
    #[arg(long, value_name = "NAME")]
    list: Option<String>,
    /// The publisher's date; told by the files if left out
    #[arg(long, value_name = "DATE")]
    dated: Option<String>,
}

/// What was taken in, as JSON.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    edition: ListEdition,
    new: bool,
    bad_records: Vec<BadRecord>,
}

impl Import {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let groups = groups(&self.files)?;
        if self.list.is_some() && groups.len() > 1 {
            return Err(Fault::usage(
                "these are the files of several lists, and one name does not fit them all",
            )
            .next("import one list at a time, or leave out --list"));
        }
        let app = frame.app()?;
        let permit = frame.permit::<ImportList>(&app)?;
        let mut told = Vec::new();
        for paths in &groups {
            told.extend(self.import(frame, &app, permit, paths)?.into_iter().map(Told::of));
        }
        frame.show(&told, |told, paint| {
            told.iter().map(|told| told.text(paint)).collect::<Vec<_>>().join("\n")
        })?;
        Ok(if told.iter().all(|told| told.bad_records.is_empty()) { Exit::Done } else { Exit::Refused })
    }

    fn import(
        &self,
        frame: &Frame,
        app: &App,
        permit: Permit<ImportList>,
        paths: &[PathBuf],
    ) -> Result<Vec<Imported>, Fault> {
        let named_paths = named(paths);
        let named = Named { list: self.list.clone(), dated: self.dated.clone() };
        lists::import(app, permit, sources(&named_paths)?, &named, frame.now()).map_err(|failure| {
            match failure {
                Failure::Input(what) => Fault::usage(what).next(
                    "--dated says the day, --list the name; `muster list show FILE` shows what is in a file",
                ),
                failure => failure.into(),
            }
        })
    }
}

impl Told {
    fn of(imported: Imported) -> Self {
        Self { edition: imported.edition, new: imported.new, bad_records: imported.bad }
    }

    fn text(&self, paint: Paint) -> String {
        let ListEdition { list, edition, source, content, entries, .. } = &self.edition;
        let head = if self.new {
            paint.good(&format!("{list}, edition of {edition}: imported."))
        } else {
            paint.head(&format!("{list}, edition of {edition}: was there already; nothing changed."))
        };
        let mut text = format!(
            "{head}\n  entries  {}\n  files    {source}\n  content  {content}\n",
            grouped(u64::from(*entries)),
        );
        if self.new {
            let _infallible = writeln!(
                text,
                "  next     look at what it changes with `muster list diff {list}`; then two people, one after the \
                 other, run `muster list activate {list} {edition}`",
            );
        }
        text + &bad(&self.bad_records, paint)
    }
}
