//! The European Union's consolidated financial sanctions list (FSF), as CSV with semicolons: version 1.1 with column
//! names such as `NameAlias_WholeName`, and the older one with `Naal_wholename`.
//!
//! A row holds one name, one birth, one document or one nationality of an entity; an entity's rows follow each other.

use super::eu_xml::{Birth, LIST, kind};
use super::reading::{Gather, ListRefused, Position, Reading, Source};
use super::row::Row;
use super::script::is_own_script;
use super::table::{Column, Next, Table, plain};
use crate::{AliasStrength, Entry};

pub(super) fn read(source: Source<'_>, dated: Option<&str>) -> Result<Reading, ListRefused> {
    let is_header = |row: &Row| (0..row.len()).any(|index| plain(row.get(index)).ends_with("wholename"));
    let (mut table, _) = Table::headed(source, ';', is_header)?;
    let columns = Columns::new(&table);
    let mut gather = Gather::dated(dated);
    let mut open: Option<(Position, String, Entry)> = None;
    while let Some(next) = table.next()? {
        let (at, row) = match next {
            Next::Bad(at, cause) => {
                gather.bad(at, cause);
                continue;
            }
            Next::Row(at, row) => (at, row),
        };
        let id = row.at(columns.id).to_owned();
        if let Some(date) = row.at(columns.generated).get(..10) {
            gather.dated.get_or_insert_with(|| iso(date));
        }
        if open.as_ref().is_none_or(|(_, known, _)| *known != id) {
            let entry = columns.entry(&row);
            if let Some((at, _, done)) = open.replace((at, id, entry)) {
                gather.keep(at, done);
            }
        }
        if let Some((_, _, entry)) = &mut open {
            columns.add_to(&row, entry);
        }
    }
    if let Some((at, _, done)) = open {
        gather.keep(at, done);
    }
    Ok(gather.finish(LIST))
}

/// `28/10/2016` as the older version writes its day.
fn iso(date: &str) -> String {
    match date.split('/').collect::<Vec<_>>()[..] {
        [day, month, year] => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => date.to_owned(),
    }
}

struct Columns {
    generated: Column,
    id: Column,
    reference: Column,
    subject: [Column; 2],
    programme: Column,
    remark: Column,
    whole: Column,
    parts: [Column; 3],
    sex: Column,
    title: Column,
    function: Column,
    strong: Column,
    birth: [Column; 8],
    place: [Column; 4],
    document: [Column; 4],
    citizenship: [Column; 2],
}

impl Columns {
    fn new(table: &Table<'_>) -> Self {
        let column = |names: &[&str]| table.column(names);
        Self {
            generated: column(&["fileGenerationDate", "Date_file"]),
            id: column(&["Entity_LogicalId", "Entity_logical_id"]),
            reference: column(&["Entity_EU_ReferenceNumber", "EU_ref_num"]),
            subject: [
                column(&["Entity_SubjectType", "Subject_type"]),
                column(&["Entity_SubjectType_ClassificationCode"]),
            ],
            programme: column(&["Entity_Regulation_Programme", "Programme"]),
            remark: column(&["Entity_Remark", "Entity_remark"]),
            whole: column(&["NameAlias_WholeName", "Naal_wholename"]),
            parts: [
                column(&["NameAlias_FirstName", "Naal_firstname"]),
                column(&["NameAlias_MiddleName", "Naal_middlename"]),
                column(&["NameAlias_LastName", "Naal_lastname"]),
            ],
            sex: column(&["NameAlias_Gender", "Naal_gender"]),
            title: column(&["NameAlias_Title", "Naal_title"]),
            function: column(&["NameAlias_Function", "Naal_function"]),
            strong: column(&["NameAlias_Strong"]),
            birth: [
                column(&["BirthDate_BirthDate", "Birt_date"]),
                column(&["BirthDate_Day", "Birt_day"]),
                column(&["BirthDate_Month", "Birt_month"]),
                column(&["BirthDate_Year", "Birt_year"]),
                column(&["BirthDate_YearRangeFrom"]),
                column(&["BirthDate_YearRangeTo"]),
                column(&["BirthDate_Circa"]),
                column(&["BirthDate_CalendarType"]),
            ],
            place: [
                column(&["BirthDate_Place", "Birt_place", "Birt_plcae"]),
                column(&["BirthDate_City"]),
                column(&["BirthDate_Region"]),
                column(&["BirthDate_CountryDescription", "Birt_country"]),
            ],
            document: [
                column(&["Identification_Number", "Iden_number"]),
                column(&["Identification_LatinNumber"]),
                column(&["Identification_TypeDescription", "Identification_IdentificationTypeDescription"]),
                column(&["Identification_CountryDescription", "Iden_country"]),
            ],
            citizenship: [column(&["Citizenship_CountryDescription"]), column(&["Citi_country"])],
        }
    }

    fn entry(&self, row: &Row) -> Entry {
        let reference = row.at(self.reference);
        let id = if reference.is_empty() { row.at(self.id) } else { reference };
        let [code, classification] = self.subject.map(|column| row.at(column));
        Entry::new(id, kind(code, classification))
    }

    fn add_to(&self, row: &Row, entry: &mut Entry) {
        let whole = row.at(self.whole);
        let name = if whole.is_empty() {
            self.parts.map(|column| row.at(column)).join(" ")
        } else {
            whole.to_owned()
        };
        let strength = match row.at(self.strong) {
            _ if is_own_script(&name) => AliasStrength::Original,
            "false" => AliasStrength::Weak,
            _ => AliasStrength::Strong,
        };
        entry.add_name_with_scripts(&name, strength);
        entry.add_sex(row.at(self.sex));
        entry.add_remark_once("Title", row.at(self.title));
        entry.add_remark_once("Function", row.at(self.function));
        let [date, day, month, year, from, to, about, calendar] = self.birth.map(|column| row.at(column));
        let places: Vec<_> =
            self.place.iter().map(|column| known(row.at(*column))).filter(|part| !part.is_empty()).collect();
        Birth {
            date,
            day,
            month,
            year,
            from,
            to,
            about: about == "true",
            ours: calendar.is_empty() || calendar == "GREGORIAN",
            place: places.join(", "),
        }
        .add_to(entry);
        let [number, latin, kind, country] = self.document.map(|column| row.at(column));
        entry.add_document(kind, if number.is_empty() { latin } else { number }, known(country));
        for column in self.citizenship {
            entry.add_nationality(known(row.at(column)));
        }
        entry.add_programme(row.at(self.programme));
        entry.add_remark_once("", row.at(self.remark));
    }
}

/// The list writes `UNKNOWN` and `00` where it has no country.
fn known(country: &str) -> &str {
    if matches!(country, "UNKNOWN" | "00") { "" } else { country }
}
