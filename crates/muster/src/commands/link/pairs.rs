//! `muster link pairs`: named pairs of a table compared, whether or not the engine would have put them together.

use super::{Compared, Reading, about_tables, both_from_stdin, weighing};
use crate::frame::{Exit, Fault, Frame, open};
use clap::Args;
use muster_app::linkage::RecordId;
use serde::Serialize;
use std::{
    collections::HashMap,
    io::{self, BufWriter, Write as _},
    path::PathBuf,
};

/// Compares pairs of rows of a table, and prints a line of JSON for each, in their order
#[derive(Args)]
#[command(after_help = after_help())]
pub(super) struct Pairs {
    /// The table of people
    file: PathBuf,
    /// The pairs: CSV with the columns `a` and `b`, which name rows by their `id`
    #[arg(value_name = "PAIRS")]
    named: PathBuf,
    #[command(flatten)]
    reading: Reading,
    /// Tells why: each part of the evidence, with its rule and its bits
    #[arg(long)]
    evidence: bool,
}

fn after_help() -> String {
    format!(
        "A line of the answer:
  {{\"a\":\"17\",\"b\":\"2041\",\"probability\":0.999412,\"bits\":9.2,\"answer\":\"same\",\"against\":\"relatives\"}}
The answer is same, to_person or different. A pair that cannot be compared gives
  {{\"a\":\"17\",\"b\":\"nobody\",\"error\":\"…\"}}
and the command then ends with exit code 1 after the last pair.

{}

Example:
  muster link pairs applicants.csv pairs.csv --evidence",
        about_tables()
    )
}

#[derive(Serialize)]
struct Unreadable<'a> {
    a: &'a str,
    b: &'a str,
    error: &'static str,
}

impl Pairs {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        if both_from_stdin(&self.file, &self.named) {
            return Err(
                Fault::usage("both tables cannot come from standard input").next("name a file for one")
            );
        }
        let table = self.reading.table(frame, &self.file)?;
        let (source, _) = open(&self.named)?;
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(source);
        let place =
            |name: &str, header: &csv::StringRecord| header.iter().position(|head| head.trim() == name);
        let places =
            reader.headers().ok().and_then(|header| Some((place("a", header)?, place("b", header)?)));
        let (a_at, b_at) = places.ok_or_else(|| {
            Fault::usage("the pairs have no columns `a` and `b`")
                .next("`muster help link pairs` describes them")
        })?;
        let linker = weighing::linker(&table, self.reading.weights)?;
        let by_id: HashMap<&str, RecordId> =
            (0..).zip(&table.ids).map(|(record, id)| (id.as_str(), record)).collect();
        let mut out = BufWriter::new(io::stdout().lock());
        let mut unreadable = table.unreadable;
        for row in reader.records() {
            let row = row.unwrap_or_default();
            let cell = |at: usize| row.get(at).unwrap_or_default().trim();
            let (a, b) = (cell(a_at), cell(b_at));
            let known = by_id.get(a).zip(by_id.get(b)).filter(|(a, b)| a != b);
            if let Some(comparison) = known.and_then(|(a, b)| linker.explain(*a, *b)) {
                serde_json::to_writer(&mut out, &Compared::of(a, b, &comparison, self.evidence))
            } else {
                unreadable += 1;
                let error = "the table has no two rows of these ids";
                serde_json::to_writer(&mut out, &Unreadable { a, b, error })
            }
            .map_err(io::Error::from)?;
            out.write_all(b"\n")?;
        }
        out.flush()?;
        Ok(if unreadable > 0 { Exit::Refused } else { Exit::Done })
    }
}
