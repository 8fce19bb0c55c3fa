//! Files of people to screen: tables and JSON Lines, read by the names of their columns.

use super::mrz;
use crate::frame::Fault;
use muster_app::watchlist::{GivenName, ListedDocument, Sex, Subject};
use serde_json::Value;
use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
};

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Form {
    /// Columns divided by tabs; no quoting
    Tsv,
    /// Columns divided by commas; quoted where needed
    Csv,
    /// One JSON object a line
    Jsonl,
}

impl Form {
    /// Told by a file's name.
    pub(super) fn of(file: &Path) -> Option<Self> {
        match file.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "tsv" | "txt" | "tab" => Some(Self::Tsv),
            "csv" => Some(Self::Csv),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            _ => None,
        }
    }
}

/// What a column means. The first word is the one the help shows.
const COLUMNS: [(&[&str], Column); 12] = [
    (&["name", "query", "names", "aliases"], Column::Name),
    (&["first"], Column::First),
    (&["middle"], Column::Middle),
    (&["last"], Column::Last),
    (&["mrz"], Column::MachineReadable),
    (&["born", "dob", "q_dob"], Column::Born),
    (&["birthplace", "pob"], Column::Birthplace),
    (&["nationality", "q_country"], Column::Nationality),
    (&["sex", "gender"], Column::Sex),
    (&["father"], Column::Father),
    (&["documents", "document"], Column::Document),
    (&["q_ids"], Column::Number),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    First,
    Middle,
    Last,
    MachineReadable,
    Born,
    Birthplace,
    Nationality,
    Sex,
    Father,
    Document,
    Number,
}

impl Column {
    fn of(word: &str) -> Option<Self> {
        let word = word.trim().to_ascii_lowercase();
        COLUMNS.iter().find_map(|(words, column)| words.contains(&word.as_str()).then_some(*column))
    }
}

/// The columns in words, for the help.
pub(super) fn columns() -> String {
    let lines = COLUMNS.iter().map(|(words, _)| format!("  {}", words.join(", ")));
    lines.collect::<Vec<_>>().join("\n")
}

/// A row: somebody to screen, and the columns that could not be read. Their values are never told.
pub(super) struct Query {
    pub(super) subject: Subject,
    pub(super) unread: Vec<&'static str>,
}

/// The rows of a file, one after the other; a row that cannot be read says why.
pub(super) type Queries = Box<dyn Iterator<Item = Result<Query, String>> + Send>;

/// Opens a file of people.
///
/// # Errors
/// If there is no header that names a person's name.
pub(super) fn read(from: impl Read + Send + 'static, form: Form) -> Result<Queries, Fault> {
    match form {
        Form::Jsonl => Ok(Box::new(lines(BufReader::with_capacity(1 << 16, from)))),
        Form::Tsv | Form::Csv => {
            let (delimiter, quoting) = if form == Form::Csv { (b',', true) } else { (b'\t', false) };
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(delimiter)
                .quoting(quoting)
                .flexible(true)
                .buffer_capacity(1 << 16)
                .from_reader(from);
            let header = reader.headers().map_err(|_| {
                Fault::usage("the first line of the queries cannot be read")
                    .next("see whether the file is a table in UTF-8; --format says how its rows are written")
            })?;
            let columns: Vec<Option<Column>> =
                header.iter().map(|word| Column::of(word.trim_start_matches('\u{feff}'))).collect();
            if !columns.iter().any(|column| column.is_some_and(names_somebody)) {
                return Err(Fault::usage(
                    "the first line of the queries names no column with a person's name",
                )
                .next("call it `name` or `query`; `muster help screen` lists the columns"));
            }
            Ok(Box::new(reader.into_records().map(move |record| match record {
                Ok(record) => gathered(
                    columns.iter().zip(&record).filter_map(|(column, value)| Some(((*column)?, value))),
                ),
                Err(error) => Err(cause(error.kind())),
            })))
        }
    }
}

const fn names_somebody(column: Column) -> bool {
    matches!(column, Column::Name | Column::First | Column::Last | Column::MachineReadable)
}

fn cause(kind: &csv::ErrorKind) -> String {
    match kind {
        csv::ErrorKind::Utf8 { .. } => "the row is not in UTF-8".into(),
        csv::ErrorKind::Io(error) => format!("the file cannot be read further: {error}"),
        _ => "the row cannot be divided into columns".into(),
    }
}

fn lines(mut from: impl BufRead + Send) -> impl Iterator<Item = Result<Query, String>> + Send {
    let mut line = Vec::new();
    std::iter::from_fn(move || {
        loop {
            line.clear();
            match from.read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(_) if line.trim_ascii().is_empty() => {}
                Ok(_) => return Some(object(&line)),
                Err(error) => return Some(Err(format!("the file cannot be read further: {error}"))),
            }
        }
    })
}

fn object(line: &[u8]) -> Result<Query, String> {
    let fields: serde_json::Map<String, Value> = serde_json::from_slice(line)
        .map_err(|error| format!("this is no JSON object (column {})", error.column()))?;
    let mut values = Vec::new();
    for (name, value) in &fields {
        let Some(column) = Column::of(name) else { continue };
        match value {
            Value::Null => {}
            Value::String(text) => values.push((column, text.clone())),
            Value::Number(number) => values.push((column, number.to_string())),
            Value::Array(items) if items.iter().all(Value::is_string) => {
                values.extend(items.iter().filter_map(|item| Some((column, item.as_str()?.to_owned()))));
            }
            _ => return Err(format!("the field `{name}` must be a text or a list of texts")),
        }
    }
    gathered(values.iter().map(|(column, value)| (*column, value.as_str())))
}

/// A subject of the values of a row. Several values of one column are divided by ` | `.
fn gathered<'a>(values: impl Iterator<Item = (Column, &'a str)>) -> Result<Query, String> {
    let mut subject = Subject::default();
    let mut unread = Vec::new();
    let mut parts = ["", "", ""];
    for (column, joined) in values {
        for value in joined.split(" | ").map(str::trim).filter(|value| !value.is_empty()) {
            match column {
                Column::Name => subject.names.push(GivenName::Plain(value.to_owned())),
                Column::MachineReadable => {
                    subject.names.push(GivenName::MachineReadable(mrz::name(value).to_owned()));
                }
                Column::First => parts[0] = value,
                Column::Middle => parts[1] = value,
                Column::Last => parts[2] = value,
                Column::Born => match value.parse() {
                    Ok(born) => subject.born.push(born),
                    Err(_) => unread.push("born"),
                },
                Column::Birthplace => subject.birthplaces.push(value.to_owned()),
                Column::Nationality => subject.nationalities.push(value.to_owned()),
                Column::Sex => subject.sex = sex(value),
                Column::Father => subject.fathers.push(value.to_owned()),
                Column::Document => subject.documents.push(document(value)),
                Column::Number => subject.documents.push(numbered(value, "")),
            }
        }
    }
    if subject.names.is_empty() {
        let name = parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err("the row has no name".into());
        }
        subject.names.push(GivenName::Plain(name));
    }
    unread.dedup();
    Ok(Query { subject, unread })
}

/// The sex as forms write it; what is neither is not compared.
pub(super) fn sex(word: &str) -> Option<Sex> {
    match word.to_ascii_lowercase().as_str() {
        "f" | "female" => Some(Sex::Female),
        "m" | "male" => Some(Sex::Male),
        _ => None,
    }
}

/// A document as `NUMBER` or `NUMBER:COUNTRY`.
pub(super) fn document(text: &str) -> ListedDocument {
    let (number, country) = text.rsplit_once(':').unwrap_or((text, ""));
    numbered(number, country)
}

fn numbered(number: &str, country: &str) -> ListedDocument {
    ListedDocument {
        kind: String::new(),
        number: number.trim().to_owned(),
        country: country.trim().to_owned(),
    }
}
