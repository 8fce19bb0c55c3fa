//! Reading a table of people: each row a record and what it is called.

use super::columns::{self, Field};
use crate::frame::{Fault, Frame, grouped, open, unreadable};
use muster_app::linkage::{Paper, Record, Sex, WrittenName};
use muster_vocab::{Country, DocumentKind};
use std::{
    collections::HashSet,
    io::{self, Write as _},
    path::Path,
};

/// The people of a table.
pub(super) struct Table {
    /// What each record is called.
    pub(super) ids: Vec<String>,
    pub(super) records: Vec<Record>,
    /// Which fields it has.
    pub(super) fields: Vec<Field>,
    /// How many rows could not be read.
    pub(super) unreadable: u64,
}

/// So many rows that cannot be read are named one by one.
const NAMED: u64 = 20;

/// Reads a table. Rows that cannot be read are named on stderr and counted.
///
/// # Errors
/// If there is no such file, or its header does not tell what it holds.
pub(super) fn read(frame: &Frame, file: &Path, told: Option<&[String]>) -> Result<Table, Fault> {
    let (source, length) = open(file)?;
    let bar = frame.progress(length, "Reading");
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).buffer_capacity(1 << 16).from_reader(bar.wrap_read(source));
    let header = reader.headers().map_err(|_| {
        Fault::usage("the first line of the table cannot be read").next("save it as CSV in UTF-8")
    })?;
    let columns = columns::of_header(header.iter(), told)?;
    let mut fields: Vec<Field> = columns.iter().flatten().copied().collect();
    fields.sort_unstable();
    fields.dedup();
    let mut table = Table { ids: Vec::new(), records: Vec::new(), fields, unreadable: 0 };
    let mut known = HashSet::new();
    let mut row = csv::StringRecord::new();
    for number in 1.. {
        let read = match reader.read_record(&mut row) {
            Ok(false) => break,
            Ok(true) => person(&columns, &row, number),
            Err(error) if error.is_io_error() => return Err(unreadable(file, &io::Error::other(error))),
            Err(_) => Err("the row is not in UTF-8"),
        };
        match read {
            Ok((id, record)) if known.insert(id.clone()) => {
                table.ids.push(id);
                table.records.push(record);
            }
            Ok(_) => table.leave_out(number, "another row has the same id")?,
            Err(why) => table.leave_out(number, why)?,
        }
    }
    bar.finish_and_clear();
    if table.unreadable > NAMED {
        writeln!(io::stderr(), "{} rows in all could not be read", grouped(table.unreadable))?;
    }
    Ok(table)
}

impl Table {
    /// Counts a row that cannot be read, and names the first ones.
    fn leave_out(&mut self, number: u64, why: &str) -> io::Result<()> {
        self.unreadable += 1;
        if self.unreadable <= NAMED { writeln!(io::stderr(), "row {number}: {why}") } else { Ok(()) }
    }
}

/// What a row says, and what it is called.
fn person(
    columns: &[Option<Field>],
    row: &csv::StringRecord,
    number: u64,
) -> Result<(String, Record), &'static str> {
    let (mut id, mut whole, mut name, mut record) =
        (String::new(), "", WrittenName::default(), Record::default());
    let mut tells_who = false;
    let cells = columns.iter().zip(row).filter_map(|(field, cell)| Some(((*field)?, cell.trim())));
    for (field, cell) in cells.filter(|(_, cell)| !cell.is_empty()) {
        // Even a birthday and a town find somebody.
        tells_who |= field != Field::Id;
        let paper = |kind| Paper { kind, issuer: None, number: cell.to_owned() };
        match field {
            Field::Id => cell.clone_into(&mut id),
            Field::Given => join(&mut name.given, cell),
            Field::Middle => join(&mut name.middle, cell),
            Field::Family => join(&mut name.family, cell),
            Field::Name => whole = cell,
            Field::Born => record.born = cell.parse().ok(),
            Field::Sex => record.sex = sex(cell),
            Field::Passport => record.documents.push(paper(DocumentKind::Passport)),
            Field::IdentityCard => record.documents.push(paper(DocumentKind::IdentityCard)),
            Field::Document => record.documents.push(paper(DocumentKind::Other)),
            Field::Phone => record.phones.push(cell.to_owned()),
            Field::Email => record.emails.push(cell.to_owned()),
            Field::Nationality => record.nationalities.extend(cell.parse::<Country>()),
            Field::Birthplace => join(&mut record.birthplace, cell),
            Field::Residence => record.residence = cell.parse().ok(),
            Field::Town => join(&mut record.town, cell),
            Field::Address => join(&mut record.address, cell),
        }
    }
    if !tells_who {
        return Err("nothing in the row tells who it is");
    }
    with_whole(&mut name, whole);
    if name != WrittenName::default() {
        record.names.push(name);
    }
    if id.is_empty() {
        id = number.to_string();
    }
    Ok((id, record))
}

fn join(to: &mut String, cell: &str) {
    if !to.is_empty() {
        to.push(' ');
    }
    to.push_str(cell);
}

/// A name written in one piece adds what its parts lack: the words between given and family name.
fn with_whole(name: &mut WrittenName, whole: &str) {
    if name.given.is_empty() || name.family.is_empty() {
        if name.given.is_empty() && name.family.is_empty() {
            whole.clone_into(&mut name.family);
        }
        return;
    }
    if name.middle.is_empty() {
        let told = format!("{} {}", name.given, name.family);
        let further: Vec<&str> = whole
            .split_whitespace()
            .filter(|word| !told.split_whitespace().any(|told| told == *word))
            .collect();
        name.middle = further.join(" ");
    }
}

fn sex(word: &str) -> Option<Sex> {
    match word.to_ascii_lowercase().as_str() {
        "f" | "female" => Some(Sex::Female),
        "m" | "male" => Some(Sex::Male),
        _ => None,
    }
}
