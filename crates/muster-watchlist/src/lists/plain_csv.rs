//! A mission's own list: a CSV that anybody can write.
//!
//! The first line names the columns, in any order; only `id` and `name` must be there:
//!
//! | column | what it holds |
//! |---|---|
//! | `id` | a number or word that stays the same in every edition |
//! | `kind` | `person`, `organisation`, `vessel` or `aircraft`; empty if not known |
//! | `name` | the name, as `Given Family` or `FAMILY, Given` |
//! | `aliases` | other names, separated by semicolons |
//! | `weak_aliases` | nicknames and noms de guerre, separated by semicolons |
//! | `born` | dates of birth, separated by semicolons: `1960-06-29`, `29 Jun 1960`, `1960`, `circa 1960`, `1960 to 1962` |
//! | `birthplace`, `nationality`, `father` | separated by semicolons |
//! | `sex` | `F` or `M` |
//! | `documents` | `Passport: MP123 (Belarus); National ID: 55` |
//! | `programme` | why somebody is listed, in a word |
//! | `remarks` | anything else |
//!
//! Fields are separated by commas or, as spreadsheets in many countries do, by semicolons; then what is inside a field
//! is quoted.

use super::items::items;
use super::reading::{Gather, ListRefused, Reading, Source};
use super::row::Row;
use super::table::{Column, Next, Table, plain};
use crate::{AliasStrength, Entry, Kind};

/// Whether a row names the columns of such a list.
pub(super) fn is_header(row: &Row) -> bool {
    let columns: Vec<_> = (0..row.len()).map(|index| plain(row.get(index))).collect();
    ["id", "name"].iter().all(|needed| columns.iter().any(|column| column == needed))
}

pub(super) fn read(source: Source<'_>, delimiter: char, dated: Option<&str>) -> Result<Reading, ListRefused> {
    let list = super::read::stem(source.name);
    let mut gather = Gather::dated(dated);
    let (mut table, _) = Table::headed(source, delimiter, is_header)?;
    let columns = Columns::new(&table);
    while let Some(next) = table.next()? {
        match next {
            Next::Bad(at, cause) => gather.bad(at, cause),
            Next::Row(at, row) => match columns.entry(&row) {
                Ok(entry) => gather.keep(at, entry),
                Err(cause) => gather.bad(at.record(row.at(columns.id)), cause),
            },
        }
    }
    Ok(gather.finish(&list))
}

struct Columns {
    id: Column,
    kind: Column,
    names: [(Column, AliasStrength); 2],
    name: Column,
    born: Column,
    birthplace: Column,
    nationality: Column,
    sex: Column,
    father: Column,
    documents: Column,
    programme: Column,
    remarks: Column,
}

impl Columns {
    fn new(table: &Table<'_>) -> Self {
        Self {
            id: table.column(&["id"]),
            kind: table.column(&["kind", "type"]),
            name: table.column(&["name"]),
            names: [
                (table.column(&["aliases", "alias"]), AliasStrength::Strong),
                (table.column(&["weak_aliases", "weak_alias"]), AliasStrength::Weak),
            ],
            born: table.column(&["born", "dob", "date_of_birth", "birth_date"]),
            birthplace: table.column(&["birthplace", "pob", "place_of_birth"]),
            nationality: table.column(&["nationality", "nationalities", "country"]),
            sex: table.column(&["sex", "gender"]),
            father: table.column(&["father", "father_name"]),
            documents: table.column(&["documents", "document"]),
            programme: table.column(&["programme", "program"]),
            remarks: table.column(&["remarks", "remark", "notes"]),
        }
    }

    fn entry(&self, row: &Row) -> Result<Entry, String> {
        let kind = match row.at(self.kind).to_lowercase().as_str() {
            "" => Kind::Unknown,
            "person" | "individual" => Kind::Person,
            "organisation" | "organization" | "entity" | "company" => Kind::Organisation,
            "vessel" | "ship" => Kind::Vessel,
            "aircraft" => Kind::Aircraft,
            _ => return Err("its kind is none of person, organisation, vessel and aircraft".to_owned()),
        };
        let mut entry = Entry::new(row.at(self.id), kind);
        entry.add_name_with_scripts(row.at(self.name), AliasStrength::Primary);
        for (column, strength) in self.names {
            for name in items(row.at(column)) {
                entry.add_name_with_scripts(name, strength);
            }
        }
        for date in items(row.at(self.born)) {
            if !entry.add_born(date) {
                return Err(
                    "its date of birth is not understood: write 1960-06-29, 1960 or circa 1960".to_owned()
                );
            }
        }
        for place in items(row.at(self.birthplace)) {
            entry.add_birthplace(place);
        }
        for country in items(row.at(self.nationality)) {
            entry.add_nationality(country);
        }
        entry.add_sex(row.at(self.sex));
        if entry.sex.is_none() && !row.at(self.sex).is_empty() {
            return Err("its sex is neither F nor M; leave it empty if it is not known".to_owned());
        }
        for father in items(row.at(self.father)) {
            entry.add_father(father);
        }
        for document in items(row.at(self.documents)) {
            let (kind, number, country) = document_parts(document);
            entry.add_document(kind, number, country);
        }
        for programme in items(row.at(self.programme)) {
            entry.add_programme(programme);
        }
        entry.add_remark("", row.at(self.remarks));
        Ok(entry)
    }
}

/// `Passport: MP123 (Belarus)`, or without the colon if the number is one word.
fn document_parts(text: &str) -> (&str, &str, &str) {
    let (text, country) = match text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")) {
        Some((text, country)) => (text.trim(), country),
        None => (text, ""),
    };
    let (kind, number) = text.split_once(':').or_else(|| text.rsplit_once(' ')).unwrap_or(("", text));
    (kind, number, country)
}
