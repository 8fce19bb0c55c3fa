//! `muster link`: who of a table is the same person. Nothing is stored, and nobody is merged.

mod columns;
mod dedupe;
mod lookup;
mod pairs;
mod rows;
mod weighing;

use crate::frame::{Exit, Fault, Frame};
use clap::{Args, Subcommand};
use muster_app::linkage::{Answer, Comparison, Kind, MilliBits, Part, Probability};
use rows::Table;
use serde::Serialize;
use std::path::Path;

/// Finds the same person among the rows of a table, with reasons; it proposes, a person rules
///
/// Nothing is stored, and nobody is merged: cases are compared by themselves when they come in.
#[derive(Args)]
pub(crate) struct Link {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Dedupe(dedupe::Dedupe),
    Lookup(lookup::Lookup),
    Pairs(pairs::Pairs),
}

impl Link {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        match self.what {
            What::Dedupe(dedupe) => dedupe.run(frame),
            What::Lookup(lookup) => lookup.run(frame),
            What::Pairs(pairs) => pairs.run(frame),
        }
    }
}

/// How tables are read and weighed: the same for all three.
#[derive(Args)]
struct Reading {
    /// Reads these columns only: `HEADER`, where its name tells what it is, or `FIELD=HEADER`; divided by commas
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    columns: Option<Vec<String>>,
    /// By which weights: those of the engine, or estimated from the table itself without labels
    #[arg(long, value_name = "WHICH", default_value = "auto")]
    weights: weighing::Which,
}

impl Reading {
    /// Reads a table, and says on stderr which rows could not be.
    fn table(&self, frame: &Frame, file: &Path) -> Result<Table, Fault> {
        rows::read(frame, file, self.columns.as_deref())
    }
}

/// Two records compared, as JSON. The names of the fields are stable.
#[derive(Serialize)]
struct Compared<'a> {
    a: &'a str,
    b: &'a str,
    probability: Probability,
    bits: f64,
    answer: Answer,
    against: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    weights: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<Vec<PartTold<'a>>>,
}

impl<'a> Compared<'a> {
    fn of(a: &'a str, b: &'a str, comparison: &'a Comparison, evidence: bool) -> Self {
        let score = &comparison.score;
        Self {
            a,
            b,
            probability: score.probability,
            bits: score.bits.bits(),
            answer: score.answer,
            against: score.against,
            weights: evidence.then_some(comparison.weights.as_str()),
            parts: evidence.then(|| comparison.parts.iter().map(PartTold::of).collect()),
        }
    }
}

/// One part of the evidence; the bits of all parts sum to the whole.
#[derive(Serialize)]
struct PartTold<'a> {
    rule: &'a str,
    bits: f64,
}

impl<'a> PartTold<'a> {
    const fn of(part: &'a Part) -> Self {
        let MilliBits(milli_bits) = part.bits;
        Self { rule: part.rule, bits: milli_bits as f64 / 1000.0 }
    }
}

/// What the table is, in the help of every command that reads one.
fn about_tables() -> String {
    format!(
        "The table is CSV in UTF-8 with a header line; `-` reads standard input. Its columns are known by their names, in any
order and any case; others are passed over. Several columns of one field are joined (addresses) or all compared:
{}
Without a column for `id`, a row is called by its number; the first after the header is 1. Dates of birth are written as
1990-04-17, 19900417, 1990-04 or 1990; one that is not is left out.

A row that cannot be read is named on stderr with its reason, left out, and counted; the command then ends with exit
code 1 after its work. Otherwise it ends with 0.

Weights: `auto` takes the engine's own where a table has the columns of an application (a nationality, and a document, a
telephone or an e-mail address); otherwise they are estimated from the table itself, without labels, which stderr says.",
        columns::described()
    )
}

/// Whether two tables are both to be read from standard input, of which there is one.
fn both_from_stdin(one: &Path, other: &Path) -> bool {
    [one, other].iter().all(|file| *file == Path::new("-"))
}
