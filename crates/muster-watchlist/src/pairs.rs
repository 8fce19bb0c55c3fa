//! Tables of labelled pairs and of queries: one row, one subject, at most one entry.
//!
//! What it promises: whoever measures the engine and whoever calls it from a command line build the same subject and
//! the same entry from the same row. Tables have a header line, tabs between the columns and no quoting; the order of
//! columns and further columns do not matter. Several values of one cell are joined by ` | `.

use crate::{Alias, AliasStrength, Born, Entry, GivenName, Kind, ListedDocument, Sex, Subject};
use std::io::{self, BufRead, BufReader, Read};

/// What stands between several values of one cell.
const BETWEEN: &str = " | ";
/// Bytes in one line.
const MAX_LINE: u64 = 1 << 20;

/// One row. Personal: it has no `Debug`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PairRow {
    /// Names asked for (column `query` or `name`).
    pub query: Vec<String>,
    /// Names of the entry (`candidate`); none in a table of queries.
    pub candidate: Vec<String>,
    /// What is compared (`schema`): `Person`, `Company`, `Vessel`, `token` and so on.
    pub schema: String,
    /// Dates of birth asked for (`q_dob` or `dob`).
    pub q_dob: Vec<Born>,
    /// Dates of birth of the entry (`c_dob`).
    pub c_dob: Vec<Born>,
    /// Nationalities asked for (`q_country` or `nationality`).
    pub q_country: Vec<String>,
    /// Nationalities of the entry (`c_country`).
    pub c_country: Vec<String>,
    /// Document numbers asked for (`q_ids`).
    pub q_ids: Vec<String>,
    /// Document numbers of the entry (`c_ids`).
    pub c_ids: Vec<String>,
    /// Places of birth asked for (`pob`).
    pub q_birthplaces: Vec<String>,
    /// The sex asked for (`gender`).
    pub q_sex: Option<Sex>,
    /// Whether both are the same, if the table says so (`match`: 1 or 0).
    pub matches: Option<bool>,
    /// The table's own grade of the pair (`quality`).
    pub quality: String,
    /// The slice to report by (`category`).
    pub category: String,
    /// What belongs together (`group`).
    pub group: String,
    /// Columns with a date that could not be understood and was left out.
    pub unread: Vec<&'static str>,
}

impl PairRow {
    /// The subject of the row.
    #[must_use]
    pub fn subject(&self) -> Subject {
        Subject {
            names: self.query.iter().cloned().map(GivenName::Plain).collect(),
            born: self.q_dob.clone(),
            birthplaces: self.q_birthplaces.clone(),
            nationalities: self.q_country.clone(),
            sex: self.q_sex,
            fathers: Vec::new(),
            documents: documents(&self.q_ids),
        }
    }

    /// The subject of the row with nothing but its names.
    #[must_use]
    pub fn named(&self) -> Subject {
        Subject { names: self.query.iter().cloned().map(GivenName::Plain).collect(), ..Subject::default() }
    }

    /// The entry of the row, if it has one.
    #[must_use]
    pub fn entry(&self) -> Option<Entry> {
        if self.candidate.is_empty() {
            return None;
        }
        let strengths =
            std::iter::once(AliasStrength::Primary).chain(std::iter::repeat(AliasStrength::Strong));
        let names = self.candidate.iter().cloned().zip(strengths);
        Some(Entry {
            id: self.group.clone(),
            kind: kind(&self.schema),
            names: names.map(|(text, strength)| Alias { text, strength }).collect(),
            born: self.c_dob.clone(),
            nationalities: self.c_country.clone(),
            documents: documents(&self.c_ids),
            ..Entry::default()
        })
    }
}

fn documents(numbers: &[String]) -> Vec<ListedDocument> {
    let document = |number: &String| ListedDocument { number: number.clone(), ..ListedDocument::default() };
    numbers.iter().map(document).collect()
}

/// `LegalEntity` may be a person or a company, so it says nothing.
fn kind(schema: &str) -> Kind {
    match schema {
        "Person" | "token" => Kind::Person,
        "Organization" | "Company" | "PublicBody" => Kind::Organisation,
        "Vessel" => Kind::Vessel,
        "Airplane" => Kind::Aircraft,
        _ => Kind::Unknown,
    }
}

/// Why a table or a row cannot be read. It never repeats what is written there.
#[derive(Debug, thiserror::Error)]
pub enum BadPairs {
    /// The header line is missing or has no names.
    #[error("the first line must name the columns, with tabs between them: `query` or `name` is needed")]
    NoHeader,
    /// A row without a name.
    #[error("the row has no name in `query` or `name`")]
    NoName,
    /// A line that is too long.
    #[error("the line is longer than a megabyte; split it, or check that lines end in line feeds")]
    TooLong,
    /// A line that is not UTF-8.
    #[error("the line is not UTF-8 text; save the table as UTF-8")]
    NotText,
    /// The medium.
    #[error("the table cannot be read further")]
    Io(#[from] io::Error),
}

/// Rows, one after another, read as they are asked for. A row that cannot be read does not end them.
pub struct Pairs<R> {
    lines: BufReader<R>,
    columns: Vec<String>,
    line: Vec<u8>,
    ended: bool,
}

/// Reads the header of a table; the rows follow as they are asked for.
///
/// # Errors
/// If the header is missing.
pub fn read_pairs<R: Read>(bytes: R) -> Result<Pairs<R>, BadPairs> {
    let mut lines = BufReader::with_capacity(1 << 16, bytes);
    let mut line = Vec::new();
    (&mut lines).take(MAX_LINE).read_until(b'\n', &mut line)?;
    let header = std::str::from_utf8(&line).map_err(|_| BadPairs::NotText)?;
    let header = header.trim_start_matches('\u{feff}').trim_end_matches(['\n', '\r']);
    let columns: Vec<_> = header.split('\t').map(str::to_owned).collect();
    if !columns.iter().any(|column| column == "query" || column == "name") {
        return Err(BadPairs::NoHeader);
    }
    Ok(Pairs { lines, columns, line, ended: false })
}

impl<R: Read> Iterator for Pairs<R> {
    type Item = Result<PairRow, BadPairs>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.ended {
                return None;
            }
            self.line.clear();
            match (&mut self.lines).take(MAX_LINE).read_until(b'\n', &mut self.line) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error.into()));
                }
            }
            if self.line.len() as u64 == MAX_LINE && !self.line.ends_with(b"\n") {
                // Where the next row begins is not known, so nothing after it can be trusted.
                self.ended = true;
                return Some(Err(BadPairs::TooLong));
            }
            let Ok(line) = std::str::from_utf8(&self.line) else { return Some(Err(BadPairs::NotText)) };
            let line = line.trim_end_matches(['\n', '\r']);
            if !line.is_empty() {
                return Some(row(&self.columns, line));
            }
        }
    }
}

fn row(columns: &[String], line: &str) -> Result<PairRow, BadPairs> {
    let mut row = PairRow::default();
    for (column, cell) in columns.iter().zip(line.split('\t')) {
        match column.as_str() {
            "query" | "name" => row.query = values(cell),
            "candidate" => row.candidate = values(cell),
            "schema" => cell.clone_into(&mut row.schema),
            "q_dob" | "dob" => row.q_dob = dates(cell, "q_dob", &mut row.unread),
            "c_dob" => row.c_dob = dates(cell, "c_dob", &mut row.unread),
            "q_country" | "nationality" => row.q_country = values(cell),
            "c_country" => row.c_country = values(cell),
            "q_ids" => row.q_ids = values(cell),
            "c_ids" => row.c_ids = values(cell),
            "pob" => row.q_birthplaces = values(cell),
            "gender" => {
                row.q_sex = match cell {
                    "female" => Some(Sex::Female),
                    "male" => Some(Sex::Male),
                    _ => None,
                }
            }
            "match" => {
                row.matches = match cell {
                    "1" => Some(true),
                    "0" => Some(false),
                    _ => None,
                }
            }
            "quality" => cell.clone_into(&mut row.quality),
            "category" => cell.clone_into(&mut row.category),
            "group" => cell.clone_into(&mut row.group),
            _ => {}
        }
    }
    if row.query.is_empty() { Err(BadPairs::NoName) } else { Ok(row) }
}

fn values(cell: &str) -> Vec<String> {
    cell.split(BETWEEN).map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

fn dates(cell: &str, column: &'static str, unread: &mut Vec<&'static str>) -> Vec<Born> {
    let read: Vec<_> = values(cell).iter().map(|value| value.parse::<Born>()).collect();
    if read.iter().any(Result::is_err) {
        unread.push(column);
    }
    read.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(row: &Result<PairRow, BadPairs>) -> &PairRow {
        row.as_ref().unwrap_or_else(|bad| panic!("it is read: {bad}"))
    }

    fn rows(table: &str) -> Vec<Result<PairRow, BadPairs>> {
        read_pairs(table.as_bytes()).map_or_else(|_| panic!("it has a header"), Iterator::collect)
    }

    #[test]
    fn a_pair_is_read_by_the_names_of_its_columns_in_any_order() {
        let table = "match\tc_dob\tquery\tother\tcandidate\tschema\tq_ids\n\
                     1\t1960-06-29 | 1961\tAnna \"Ann\" Example\tx\tEXAMPLE, Anna | Example\tPerson\tAB 12\n";
        let all = rows(table);
        let row = read(&all[0]);
        let (subject, entry) = (row.subject(), row.entry().expect("it has a candidate"));
        assert_eq!(subject.names[0].text(), "Anna \"Ann\" Example");
        assert_eq!(subject.documents[0].number, "AB 12");
        assert_eq!(entry.kind, Kind::Person);
        let names: Vec<_> = entry.names.iter().map(|alias| (alias.text.as_str(), alias.strength)).collect();
        assert_eq!(names, [("EXAMPLE, Anna", AliasStrength::Primary), ("Example", AliasStrength::Strong)]);
        assert!(entry.born == [Born::day(1960, 6, 29), Born::year(1961)]);
        assert_eq!(row.matches, Some(true));
    }

    #[test]
    fn a_table_of_queries_has_subjects_without_entries() {
        let table =
            "name\tfirst\tgender\tdob\tpob\tnationality\nAnna Example\tAnna\tfemale\t1960\tParis\tFrance\n";
        let all = rows(table);
        let row = read(&all[0]);
        let subject = row.subject();
        assert!(row.entry().is_none());
        assert_eq!(subject.sex, Some(Sex::Female));
        assert_eq!(subject.birthplaces, ["Paris"]);
        assert_eq!(subject.nationalities, ["France"]);
        assert!(row.named().born.is_empty());
    }

    #[test]
    fn a_bad_row_is_said_and_the_next_one_still_read() {
        let all = rows("query\tq_dob\n\t1960\nAnna Example\tin spring\n");
        assert!(matches!(all[0], Err(BadPairs::NoName)));
        assert_eq!(read(&all[1]).unread, ["q_dob"]);
    }

    #[test]
    fn a_table_without_a_header_is_refused() {
        assert!(matches!(read_pairs("Anna Example\t1960\n".as_bytes()), Err(BadPairs::NoHeader)));
    }
}
