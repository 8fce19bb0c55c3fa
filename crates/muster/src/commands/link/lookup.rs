//! `muster link lookup`: the rows of one table looked up in another.

use super::{Reading, about_tables, both_from_stdin, weighing};
use crate::frame::{Exit, Fault, Frame};
use clap::Args;
use muster_app::linkage::{Answer, Found, Kind, Probability};
use serde::Serialize;
use std::{
    io::{self, BufWriter, Write as _},
    path::PathBuf,
};

/// Looks each row of a table up among the people of another, and prints a line of JSON for each
#[derive(Args)]
#[command(after_help = after_help())]
pub(super) struct Lookup {
    /// Everybody known
    known: PathBuf,
    /// Who is looked up, in a table with the same columns
    file: PathBuf,
    #[command(flatten)]
    reading: Reading,
}

fn after_help() -> String {
    format!(
        "A line of the answer; the strongest link first. `household` are others who share a telephone, a mailbox or an address:
  {{\"id\":\"9\",\"links\":[{{\"id\":\"17\",\"probability\":0.999412,\"bits\":9.2,\"answer\":\"same\",\"against\":\"relatives\"}}],
   \"household\":[\"18\"],\"compared\":14}}

{}

Example:
  muster link lookup everybody.csv today.csv > found.jsonl",
        about_tables()
    )
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    links: Vec<LinkTold<'a>>,
    household: Vec<&'a str>,
    compared: usize,
}

#[derive(Serialize)]
struct LinkTold<'a> {
    id: &'a str,
    probability: Probability,
    bits: f64,
    answer: Answer,
    against: Kind,
}

impl Lookup {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        if both_from_stdin(&self.known, &self.file) {
            return Err(
                Fault::usage("both tables cannot come from standard input").next("name a file for one")
            );
        }
        let known = self.reading.table(frame, &self.known)?;
        let asked = self.reading.table(frame, &self.file)?;
        let mut linker = weighing::linker(&known, self.reading.weights)?;
        let mut out = BufWriter::new(io::stdout().lock());
        for (id, record) in asked.ids.iter().zip(&asked.records) {
            let found = linker.look_up(record);
            serde_json::to_writer(&mut out, &line(id, &found, &known.ids)).map_err(io::Error::from)?;
            out.write_all(b"\n")?;
        }
        out.flush()?;
        Ok(if known.unreadable + asked.unreadable > 0 { Exit::Refused } else { Exit::Done })
    }
}

fn line<'a>(id: &'a str, found: &Found, ids: &'a [String]) -> Line<'a> {
    let links = found.links.iter().map(|link| LinkTold {
        id: &ids[link.record as usize],
        probability: link.score.probability,
        bits: link.score.bits.bits(),
        answer: link.score.answer,
        against: link.score.against,
    });
    let household = found.household.iter().map(|record| ids[*record as usize].as_str());
    Line { id, links: links.collect(), household: household.collect(), compared: found.compared }
}
