//! `muster link dedupe`: every pair of a table that may be one person.

use super::{Compared, Reading, about_tables, weighing};
use crate::frame::{Exit, Fault, Frame, grouped, in_order};
use clap::Args;
use muster_app::linkage::{Link, MilliBits, Probability, RecordId};
use serde::Serialize;
use std::{
    cmp::Reverse,
    io::{self, BufWriter, IsTerminal as _, Write as _},
    path::PathBuf,
};

/// Compares the rows of a table with each other, and prints a line of JSON for each pair that may be one person
///
/// The likeliest pairs come first; equally likely ones in the order of the rows. The same table gives the same bytes.
#[derive(Args)]
#[command(after_help = after_help())]
pub(super) struct Dedupe {
    /// The table
    file: PathBuf,
    #[command(flatten)]
    reading: Reading,
    /// Prints pairs that are at least so probable, from 0 to 1
    #[arg(long, value_name = "PROBABILITY", default_value_t = 0.01)]
    at_least: f64,
    /// Tells why: bits, answer, and each part of the evidence
    #[arg(long)]
    evidence: bool,
}

fn after_help() -> String {
    format!(
        "A line of the answer; `a` stands above `b` in the table:
  {{\"a\":\"17\",\"b\":\"2041\",\"probability\":0.999412}}
With --evidence also: bits, answer (same, to_person), against (the likeliest other explanation), weights, parts.

{}

Examples:
  muster link dedupe applicants.csv > pairs.jsonl
  muster link dedupe people.csv --columns id,given=vorname,family=nachname,born=geburtstag --evidence",
        about_tables()
    )
}

/// A pair. The names of the fields are stable.
#[derive(Serialize)]
struct Pair<'a> {
    a: &'a str,
    b: &'a str,
    probability: Probability,
}

impl Dedupe {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        if !(0.0..=1.0).contains(&self.at_least) {
            return Err(
                Fault::usage("a probability lies between 0 and 1").next("say --at-least 0.5, for example")
            );
        }
        let table = self.reading.table(frame, &self.file)?;
        let linker = weighing::linker(&table, self.reading.weights)?;
        let mut pairs: Vec<(RecordId, Link)> = Vec::new();
        let least = MilliBits::at_least(self.at_least);
        let bar = frame.progress(table.records.len() as u64, "Comparing");
        in_order(
            0..table.records.len() as RecordId,
            |record| (record, linker.before(record, least)),
            |(record, links)| {
                bar.inc(1);
                pairs.extend(links.into_iter().map(|link| (record, link)));
                Ok(())
            },
        )?;
        bar.finish_and_clear();
        pairs.sort_unstable_by_key(|(b, link)| (Reverse(link.score.bits), link.record, *b));
        let name = |record: RecordId| table.ids[record as usize].as_str();
        let mut out = BufWriter::new(io::stdout().lock());
        for (second, link) in &pairs {
            let (a, b) = (name(link.record), name(*second));
            let comparison = if self.evidence { linker.explain(link.record, *second) } else { None };
            match &comparison {
                Some(comparison) => serde_json::to_writer(&mut out, &Compared::of(a, b, comparison, true)),
                None => serde_json::to_writer(&mut out, &Pair { a, b, probability: link.score.probability }),
            }
            .map_err(io::Error::from)?;
            out.write_all(b"\n")?;
        }
        out.flush()?;
        if io::stderr().is_terminal() {
            let (records, pairs) = (grouped(table.records.len() as u64), grouped(pairs.len() as u64));
            writeln!(io::stderr(), "{records} records compared; {pairs} pairs.")?;
        }
        Ok(if table.unreadable > 0 { Exit::Refused } else { Exit::Done })
    }
}
