//! `muster import`: spreadsheets and mail boxes of the first days.

use crate::frame::{Exit, Fault, Frame, Paint, grouped, open};
use clap::{Args, ValueEnum};
use muster_app::{
    App,
    case::intake::OpenDraft,
    intake::import::{COLUMNS, FAULTS_MAX, Fault as RowFault, Form, Imported},
};
use muster_vocab::{MissionCode, OsDice};
use std::{
    cell::Cell,
    fmt::Write as _,
    io::{self, BufReader, Read},
    path::PathBuf,
};

/// Brings in inquiries from a spreadsheet (CSV) or JSON Lines; importing again changes nothing
///
/// A row that names the countries whose notice was acknowledged is an application. A row that lacks something becomes
/// a draft with what was said. A row that cannot be read is told with its line and column, and the others are taken in.
#[derive(Args)]
#[command(after_help = columns())]
pub(crate) struct Import {
    /// The file; `-` reads standard input
    file: PathBuf,
    /// The mission that takes the rows in; may be left out if there is only one
    #[arg(long)]
    mission: Option<MissionCode>,
    /// How rows are written; told by the file's name if left out
    #[arg(long)]
    format: Option<Format>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A header line and rows, divided by commas, semicolons or tabs
    Csv,
    /// One JSON object a line
    Jsonl,
}

/// The columns, for the help: one list, the one the import reads by.
fn columns() -> String {
    let mut text = "Columns, in any order; the same names are the fields of JSON Lines:\n".to_owned();
    for column in COLUMNS {
        let _infallible = writeln!(text, "  {:<17} {}", column.name, column.means);
    }
    text.push_str(
        "\nExample:\n  muster import inquiries.csv --mission us-washington --as CLERK_ID\n\n\
         Rows that cannot be read end the command with exit code 1; the others are in.",
    );
    text
}

impl Import {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let form = self.form()?;
        let (source, length) = open(&self.file)?;
        let app = frame.app()?;
        let permit = frame.permit::<OpenDraft>(&app)?;
        let mission = match self.mission {
            Some(mission) => mission,
            None => only_mission(&app)?,
        };
        let bar = frame.progress(length, "Taking in rows");
        let read = Cell::new(0);
        let counted = BufReader::with_capacity(1 << 16, Counted { from: source, read: &read });
        let done = app.import(permit, &mission, counted, form, &mut OsDice, frame.now(), &mut |_| {
            bar.set_position(read.get());
        });
        bar.finish_and_clear();
        let sum = done?;
        app.determine_submitted(frame.now())?;
        frame.show(&sum, text)?;
        Ok(if sum.is_whole() { Exit::Done } else { Exit::Refused })
    }

    fn form(&self) -> Result<Form, Fault> {
        let name = self.file.extension().and_then(|extension| extension.to_str()).map(str::to_lowercase);
        match (self.format, name.as_deref()) {
            (Some(Format::Csv), _) | (None, Some("csv" | "tsv" | "txt")) => Ok(Form::Csv),
            (Some(Format::Jsonl), _) | (None, Some("jsonl" | "ndjson")) => Ok(Form::JsonLines),
            _ => Err(Fault::usage("the file's name does not tell how its rows are written")
                .next("say `--format csv` or `--format jsonl`")),
        }
    }
}

fn only_mission(app: &App) -> Result<MissionCode, Fault> {
    let mut missions = app.store.views.missions()?;
    match (missions.pop(), missions.is_empty()) {
        (Some(only), true) => Ok(only.mission),
        _ => Err(Fault::usage("there is more than one mission, or none").next("name one with --mission")),
    }
}

/// Counts what was read, for the progress bar.
struct Counted<'a> {
    from: Box<dyn Read>,
    read: &'a Cell<u64>,
}

impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(buffer)?;
        self.read.set(self.read.get() + read as u64);
        Ok(read)
    }
}

fn text(sum: &Imported, paint: Paint) -> String {
    let mut text = format!(
        "{}\n  {:>8}  new applications\n  {:>8}  further submissions of cases there are\n  {:>8}  drafts: something is \
         missing still\n  {:>8}  were there already\n  {:>8}  could not be read\n",
        paint.head(&format!("{} rows", grouped(sum.rows))),
        grouped(sum.new),
        grouped(sum.repeated),
        grouped(sum.drafts),
        grouped(sum.already_there),
        grouped(sum.rejected),
    );
    if sum.suspected > 0 {
        let _infallible =
            writeln!(text, "\n{} new cases may be of people who wrote before.", grouped(sum.suspected));
    }
    if sum.seen_before > 0 {
        let _infallible =
            writeln!(text, "\n{} were here before and erased; only that is known.", grouped(sum.seen_before));
    }
    list(&mut text, &paint.warn("Drafts that were sent as applications:"), &sum.remarks, usize::MAX);
    list(&mut text, &paint.bad("Rows to mend and import again:"), &sum.faults, sum.rejected as usize);
    text
}

fn list(text: &mut String, head: &str, faults: &[RowFault], all: usize) {
    if faults.is_empty() {
        return;
    }
    let _infallible = writeln!(text, "\n{head}");
    for RowFault { line, column, cause } in faults {
        let _infallible = match column {
            Some(column) => writeln!(text, "  line {line}, {column}: {cause}"),
            None => writeln!(text, "  line {line}: {cause}"),
        };
    }
    if faults.len() >= FAULTS_MAX && all > FAULTS_MAX {
        text.push_str("  and more; mend these first\n");
    }
}
