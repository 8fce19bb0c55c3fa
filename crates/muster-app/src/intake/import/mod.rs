//! Spreadsheets and mail boxes of the first chaotic days (capability P5).
//!
//! A row that names the countries whose notice was acknowledged, and lacks nothing, is an application. A row that lacks
//! something is a draft with what was said, so that no word is lost. A row that cannot be read is reported with its
//! line, its column and the cause, never its value, and the rows around it are taken in. Importing a file again
//! changes nothing: each row's command has a name of its own, made of the row.

mod cells;
mod columns;
mod lines;
mod row;
mod source;
mod take_in;

pub use columns::{COLUMNS, Column};

use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::{Permit, intake::OpenDraft};
use muster_vocab::{Dice, MissionCode};
use serde::Serialize;
use source::Source;
use std::io::BufRead;

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A header and rows, divided by commas, semicolons or tabs.
    Csv,
    /// One JSON object a line.
    JsonLines,
}

/// Something wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The line of the file on which the row begins, from 1.
    pub line: u64,
    /// The column, if it is about one.
    pub column: Option<&'static str>,
    /// What is wrong and what would be right; never the value.
    pub cause: String,
}

impl Fault {
    fn new(line: u64, column: Option<&'static str>, cause: &str) -> Self {
        Self { line, column, cause: cause.to_owned() }
    }
}

/// What became of the rows of a file. Every row that is not blank is counted once under `rows` and once under one of
/// `new`, `repeated`, `drafts`, `already_there` and `rejected`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// Rows that are not blank.
    pub rows: u64,
    /// Rows that opened a case and submitted it.
    pub new: u64,
    /// Rows that are one more submission of a case there is.
    pub repeated: u64,
    /// Rows that opened a draft.
    pub drafts: u64,
    /// Rows that an earlier import, or an earlier line, brought.
    pub already_there: u64,
    /// Rows that were not taken in.
    pub rejected: u64,
    /// New cases that share something exact with another case and wait for a ruling.
    pub suspected: u64,
    /// New cases of people whose earlier data was erased; only that is known.
    pub seen_before: u64,
    /// Why rows were not taken in: at most [`FAULTS_MAX`] of them.
    pub faults: Vec<Fault>,
    /// What drafts lack that were sent as applications: at most [`FAULTS_MAX`] of them.
    pub remarks: Vec<Fault>,
}

/// How many faults are listed; the rest is counted.
pub const FAULTS_MAX: usize = 10_000;

/// Rows handed to the writer together: many to a commit.
const BATCH: usize = 512;

impl App {
    /// Takes in every row of `from` at `mission`, typed by the permit's holder, and tells `progress` after each batch.
    ///
    /// # Errors
    /// [`Failure::Input`] if the source cannot be read at all, above all if a column is not known: nothing is taken in
    /// then. [`Failure::Store`] if the store failed: what was acknowledged until then is kept, and the same import again
    /// brings the rest.
    #[expect(clippy::too_many_arguments, reason = "a file, where it goes, and what a pure program is handed")]
    pub fn import(
        &self,
        permit: Permit<OpenDraft>,
        mission: &MissionCode,
        from: impl BufRead,
        form: Form,
        dice: &mut impl Dice,
        at: Timestamp,
        progress: &mut dyn FnMut(&Imported),
    ) -> Result<Imported, Failure> {
        self.must_take_in(mission)?;
        let mut source = Source::open(from, form)?;
        let mut sum = Imported::default();
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            let next = source.next()?;
            let end = next.is_none();
            if let Some(found) = next {
                sum.rows += 1;
                match found.answers.and_then(|answers| row::read(found.line, answers)) {
                    Ok(row) => batch.push(row),
                    Err(faults) => sum.reject(faults),
                }
            }
            if batch.len() == BATCH || end {
                self.take_in(permit.actor(), mission, std::mem::take(&mut batch), dice, at, &mut sum)?;
                progress(&sum);
            }
            if end {
                sum.faults.sort_by_key(|fault| fault.line);
                return Ok(sum);
            }
        }
    }
}

impl Imported {
    /// Whether every row was taken in.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.rejected == 0
    }

    fn reject(&mut self, faults: Vec<Fault>) {
        self.rejected += 1;
        let left = FAULTS_MAX.saturating_sub(self.faults.len());
        self.faults.extend(faults.into_iter().take(left));
    }

    fn remark(&mut self, remark: Fault) {
        if self.remarks.len() < FAULTS_MAX {
            self.remarks.push(remark);
        }
    }
}
