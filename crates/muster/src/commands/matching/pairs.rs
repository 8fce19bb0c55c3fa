//! `muster match pairs`: a table of pairs in, a line of JSON for each out.

use crate::{
    commands::screen::{Fields, PartTold},
    frame::{Exit, Fault, Frame, in_order, open},
};
use clap::Args;
use muster_app::watchlist::{
    Comparison, Probability, Verdict, compare, ofac_parity,
    pairs::{BadPairs, PairRow, read_pairs},
};
use serde::Serialize;
use std::{
    io::{self, BufWriter, Write as _},
    path::PathBuf,
};

/// Compares the two sides of each row of a table, and prints a line of JSON for each, in the order of the rows
///
/// The table has a header line, tabs between its columns and no quoting. The columns query and candidate hold names;
/// q_dob and c_dob dates of birth, q_country and c_country countries, q_ids and c_ids document numbers, schema what is
/// compared. Several values of one cell are divided by ` | `. Columns may come in any order; others are passed over.
#[derive(Args)]
#[command(after_help = "A line of the answer, in which row 1 is the first after the header:
  {\"row\":1,\"score_bits\":18.264,\"probability\":0.358,\"verdict\":\"alert\"}

The verdict is one of
  clear           below the alert threshold
  alert           a person rules
  strong          two people must clear it
  not_comparable  the scripts cannot be compared: a person looks

A date that cannot be understood is left out, and its column named under `unread`. A row that cannot be read gives
  {\"row\":2,\"error\":\"…\"}
and the command then ends with exit code 1 after the last row; otherwise with 0.

Examples:
  muster match pairs pairs.tsv > scores.jsonl
  muster match pairs --evidence - < pairs.tsv")]
pub(super) struct Pairs {
    /// The table; `-` reads standard input
    file: PathBuf,
    #[command(flatten)]
    fields: Fields,
    /// Adds `ofac`: what the search page of the United States' OFAC scores the names, from 0 to 100, as far as is known
    #[arg(long)]
    ofac: bool,
}

/// What a row came to. The names of the fields are stable.
#[derive(Serialize)]
struct Told<'a> {
    row: u64,
    score_bits: f64,
    probability: Probability,
    verdict: Verdict,
    #[serde(skip_serializing_if = "Option::is_none")]
    ofac: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<Vec<PartTold<'a>>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    unread: &'a [&'static str],
}

#[derive(Serialize)]
struct Unreadable<'a> {
    row: u64,
    error: &'a str,
}

/// A row that was compared.
struct Row {
    comparison: Comparison,
    ofac: Option<u32>,
    unread: Vec<&'static str>,
}

/// A row compared, or why it could not be.
type Compared = Result<Row, String>;

impl Pairs {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let (source, length) = open(&self.file)?;
        let bar = frame.progress(length, "Comparing pairs");
        let rows = read_pairs(bar.wrap_read(source)).map_err(|error| {
            Fault::usage(error.to_string()).next("`muster help match pairs` describes the table")
        })?;
        let mut out = BufWriter::new(io::stdout().lock());
        let (mut row, mut unreadable) = (0, 0);
        let done = in_order(
            rows,
            |pair| self.compared(pair),
            |compared| {
                row += 1;
                unreadable += u64::from(compared.is_err());
                write(&mut out, row, &compared, &self.fields)
            },
        );
        bar.finish_and_clear();
        done?;
        out.flush()?;
        Ok(if unreadable > 0 { Exit::Refused } else { Exit::Done })
    }

    fn compared(&self, pair: Result<PairRow, BadPairs>) -> Compared {
        let pair = pair.map_err(|error| error.to_string())?;
        let entry = pair.entry().ok_or("the row has no name in `candidate`")?;
        let comparison = compare(&self.fields.limit(pair.subject()), &entry);
        let ofac = self.ofac.then(|| ofac(&pair));
        Ok(Row { comparison, ofac, unread: pair.unread })
    }
}

/// The best score of any name asked for with any name of the entry.
fn ofac(pair: &PairRow) -> u32 {
    let names = pair.query.iter().flat_map(|query| pair.candidate.iter().map(move |listed| (query, listed)));
    names.map(|(query, listed)| ofac_parity(query, listed)).max().unwrap_or(0)
}

fn write(out: &mut impl io::Write, row: u64, compared: &Compared, fields: &Fields) -> Result<(), Fault> {
    match compared {
        Ok(Row { comparison, ofac, unread }) => {
            let told = Told {
                row,
                score_bits: comparison.score.bits(),
                probability: comparison.probability,
                verdict: comparison.verdict,
                ofac: *ofac,
                parts: fields.parts(comparison),
                unread,
            };
            serde_json::to_writer(&mut *out, &told).map_err(io::Error::from)?;
        }
        Err(error) => {
            serde_json::to_writer(&mut *out, &Unreadable { row, error }).map_err(io::Error::from)?;
        }
    }
    Ok(out.write_all(b"\n")?)
}
