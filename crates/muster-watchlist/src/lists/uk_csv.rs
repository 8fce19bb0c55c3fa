//! The United Kingdom's lists as CSV: OFSI's `ConList.csv` and the UK sanctions list.
//!
//! The first line is the date of the list, the second names the columns.

use super::reading::{Gather, ListRefused, Reading, Source};
use super::row::Row;
use super::table::{Column, Next, Table};
use super::uk::{LIST, Part, Parts, iso};

pub(super) fn read(source: Source<'_>, dated: Option<&str>) -> Result<Reading, ListRefused> {
    let mut gather = Gather::dated(dated);
    let is_header = |row: &Row| (0..row.len()).any(|index| row.get(index) == "Name 6");
    let (mut table, before) = Table::headed(source, ',', is_header)?;
    let mut texts = before.iter().flat_map(|row| (0..row.len()).map(|index| row.get(index)));
    if let Some(date) = texts.find_map(iso) {
        gather.dated = Some(date);
    }
    let columns = Columns::new(&table);
    let mut parts = Parts::default();
    while let Some(next) = table.next()? {
        match next {
            Next::Bad(at, cause) => gather.bad(at, cause),
            Next::Row(at, row) if row.at(columns.id).is_empty() => gather.bad(at, "it has no identifier"),
            Next::Row(at, row) => parts.add(at, &columns.part(&row)),
        }
    }
    parts.keep(&mut gather);
    Ok(gather.finish(LIST))
}

struct Columns {
    id: Column,
    kind: Column,
    names: [Column; 6],
    own_script: Column,
    name_type: Column,
    quality: Column,
    born: Column,
    town: Column,
    country: Column,
    nationality: Column,
    sex: Column,
    passport: [Column; 2],
    national_id: [Column; 2],
    programme: Column,
    remarks: [(Column, &'static str); 6],
    address: [Column; 8],
}

impl Columns {
    fn new(table: &Table<'_>) -> Self {
        let column = |names: &[&str]| table.column(names);
        Self {
            id: column(&["Unique ID", "Group ID"]),
            kind: column(&["Designation Type", "Group Type"]),
            names: ["Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6"].map(|name| column(&[name])),
            own_script: column(&["Name non-latin script"]),
            name_type: column(&["Name type", "Alias Type"]),
            quality: column(&["Alias strength", "Alias Quality"]),
            born: column(&["D.O.B"]),
            town: column(&["Town of birth"]),
            country: column(&["Country of birth"]),
            nationality: column(&["Nationality(/ies)", "Nationality"]),
            sex: column(&["Gender"]),
            passport: [
                column(&["Passport number"]),
                column(&["Passport additional information", "Passport Details"]),
            ],
            national_id: [
                column(&["National Identifier number", "National Identification Number"]),
                column(&["National Identifier additional information", "National Identification Details"]),
            ],
            programme: column(&["Regime Name", "Regime"]),
            remarks: [
                (column(&["Title"]), "Title"),
                (column(&["Position"]), "Position"),
                (column(&["IMO number"]), "IMO number"),
                (column(&["UN Reference Number"]), "UN reference"),
                (column(&["Other Information"]), ""),
                (column(&["UK Statement of Reasons"]), "Reasons"),
            ],
            address: [
                column(&["Address Line 1", "Address 1"]),
                column(&["Address Line 2", "Address 2"]),
                column(&["Address Line 3", "Address 3"]),
                column(&["Address Line 4", "Address 4"]),
                column(&["Address Line 5", "Address 5"]),
                column(&["Address Line 6", "Address 6"]),
                column(&["Address Postal Code", "Post/Zip Code"]),
                column(&["Address Country", "Country"]),
            ],
        }
    }

    fn part<'a>(&self, row: &'a Row) -> Part<'a> {
        Part {
            id: row.at(self.id),
            kind: row.at(self.kind),
            names: self.names.map(|column| row.at(column)),
            own_script: row.at(self.own_script),
            name_type: row.at(self.name_type),
            quality: row.at(self.quality),
            born: row.at(self.born),
            town: row.at(self.town),
            country: row.at(self.country),
            nationality: row.at(self.nationality),
            sex: row.at(self.sex),
            passport: self.passport.map(|column| row.at(column)),
            national_id: self.national_id.map(|column| row.at(column)),
            programme: row.at(self.programme),
            remarks: self
                .remarks
                .iter()
                .map(|(column, what)| (*what, row.at(*column)))
                .chain(self.address.iter().map(|column| ("Address", row.at(*column))))
                .collect(),
        }
    }
}
