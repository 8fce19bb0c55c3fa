//! Every row of a file, screened.

use super::{
    Fields,
    answer::RowTold,
    queries::{Queries, Query},
    words::{RowLine, rows},
};
use crate::frame::{Exit, Fault, Frame, grouped, in_order};
use muster_app::watchlist::{Screening, Snapshot};
use serde::Serialize;
use std::io::{self, BufWriter, IsTerminal as _, Write as _};

/// A row screened, or why it could not be.
type Screened = Result<(Screening, Vec<&'static str>), String>;

#[derive(Serialize)]
struct Unreadable<'a> {
    row: u64,
    error: &'a str,
}

/// What all rows came to.
#[derive(Default)]
struct Sum {
    rows: u64,
    unreadable: u64,
    /// What a person must look at; kept for the table only.
    found: Vec<RowLine>,
}

/// Screens every row: lines of JSON for programs, a table of the rows with alerts for people.
pub(super) fn screen(
    frame: &Frame,
    snapshot: &Snapshot,
    people: Queries,
    fields: &Fields,
) -> Result<Exit, Fault> {
    let lines = frame.json || !io::stdout().is_terminal();
    let mut out = BufWriter::new(io::stdout().lock());
    let mut sum = Sum::default();
    in_order(
        people,
        |query| screened(snapshot, fields, query),
        |screened| {
            sum.rows += 1;
            sum.unreadable += u64::from(screened.is_err());
            if lines {
                return write(&mut out, sum.rows, &screened, fields);
            }
            match screened {
                Ok((screening, _)) if screening != Screening::default() => {
                    sum.found.push(RowLine { row: sum.rows, screening });
                }
                Ok(_) => {}
                Err(error) => writeln!(io::stderr(), "row {}: {error}", sum.rows)?,
            }
            Ok(())
        },
    )?;
    if !lines {
        let paint = frame.paint();
        let table = if sum.found.is_empty() { String::new() } else { rows(&sum.found, paint) + "\n" };
        let end = format!(
            "{} people screened; somebody must look at {}.",
            grouped(sum.rows - sum.unreadable),
            grouped(sum.found.len() as u64),
        );
        writeln!(out, "{table}{}", paint.head(&end))?;
    }
    out.flush()?;
    Ok(if sum.unreadable > 0 { Exit::Refused } else { Exit::Done })
}

fn screened(snapshot: &Snapshot, fields: &Fields, query: Result<Query, String>) -> Screened {
    let Query { subject, unread } = query?;
    Ok((snapshot.screen(&fields.limit(subject)), unread))
}

fn write(out: &mut impl io::Write, row: u64, screened: &Screened, fields: &Fields) -> Result<(), Fault> {
    match screened {
        Ok((screening, unread)) => {
            serde_json::to_writer(&mut *out, &RowTold::of(row, screening, unread, fields))
        }
        Err(error) => serde_json::to_writer(&mut *out, &Unreadable { row, error }),
    }
    .map_err(io::Error::from)?;
    Ok(out.write_all(b"\n")?)
}
