//! The United States' consolidated screening list, as CSV or JSON.

use super::json::ObjectsOfArray;
use super::ofac_remarks::is_document;
use super::reading::{Gather, ListRefused, Reading, Source};
use super::row::Row;
use super::table::{Column, Next, Table};
use crate::{AliasStrength, Entry, Kind};
use serde::Deserialize;

pub(super) const LIST: &str = "us_csl";

/// One party, however it was written. What was one text with semicolons is a list here.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Party {
    #[serde(alias = "_id")]
    id: Option<String>,
    source: Option<String>,
    entity_number: Option<serde_json::Value>,
    #[serde(rename = "type")]
    kind: Option<String>,
    name: Option<String>,
    alt_names: Option<Vec<String>>,
    dates_of_birth: Option<Vec<String>>,
    places_of_birth: Option<Vec<String>>,
    nationalities: Option<Vec<String>>,
    citizenships: Option<Vec<String>>,
    programs: Option<Vec<String>>,
    ids: Option<Vec<Id>>,
    title: Option<String>,
    remarks: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Id {
    #[serde(rename = "type")]
    kind: Option<String>,
    number: Option<String>,
    country: Option<String>,
}

pub(super) fn read_json(source: Source<'_>, dated: Option<&str>) -> Result<Reading, ListRefused> {
    let mut gather = Gather::dated(dated);
    let mut objects = ObjectsOfArray::new(source);
    while let Some((at, party)) = objects.next::<Party>()? {
        match party {
            // The file also lists its sources; they have no names to be screened.
            Ok(party) if party.name.is_none() && party.id.is_none() => {}
            Ok(party) => gather.keep(at, party.entry()),
            Err(cause) => gather.bad(at, cause),
        }
    }
    Ok(gather.finish(LIST))
}

pub(super) fn read_csv(source: Source<'_>, dated: Option<&str>) -> Result<Reading, ListRefused> {
    let mut gather = Gather::dated(dated);
    let is_header = |row: &Row| (0..row.len()).any(|index| row.get(index) == "entity_number");
    let (mut table, _) = Table::headed(source, ',', is_header)?;
    let columns = Columns::new(&table);
    while let Some(next) = table.next()? {
        match next {
            Next::Row(at, row) => gather.keep(at, columns.party(&row).entry()),
            Next::Bad(at, cause) => gather.bad(at, cause),
        }
    }
    Ok(gather.finish(LIST))
}

struct Columns([Column; 14]);

impl Columns {
    fn new(table: &Table<'_>) -> Self {
        let names = [
            "_id",
            "source",
            "entity_number",
            "type",
            "name",
            "alt_names",
            "dates_of_birth",
            "places_of_birth",
            "nationalities",
            "citizenships",
            "programs",
            "ids",
            "title",
            "remarks",
        ];
        Self(names.map(|name| table.column(&[name])))
    }

    fn party(&self, row: &Row) -> Party {
        let text = |index: usize| Some(row.at(self.0[index]).to_owned()).filter(|text| !text.is_empty());
        let list = |index: usize| {
            Some(
                row.at(self.0[index])
                    .split("; ")
                    .map(str::to_owned)
                    .filter(|item| !item.is_empty())
                    .collect(),
            )
        };
        Party {
            id: text(0),
            source: text(1),
            entity_number: text(2).map(serde_json::Value::String),
            kind: text(3),
            name: text(4),
            alt_names: list(5),
            dates_of_birth: list(6),
            places_of_birth: list(7),
            nationalities: list(8),
            citizenships: list(9),
            programs: list(10),
            ids: Some(row.at(self.0[11]).split("; ").filter_map(Id::of).collect()),
            title: text(12),
            remarks: text(13),
        }
    }
}

impl Id {
    /// `IR, A123, Passport` or `A123, Passport`.
    fn of(text: &str) -> Option<Self> {
        let (rest, kind) = text.rsplit_once(", ")?;
        let (country, number) = match rest.split_once(", ") {
            Some((country, number)) if country.len() == 2 => (Some(country.to_owned()), number),
            _ => (None, rest),
        };
        Some(Self { kind: Some(kind.to_owned()), number: Some(number.to_owned()), country })
    }
}

impl Party {
    fn entry(&self) -> Entry {
        let kind = match self.kind.as_deref() {
            Some("Individual") => Kind::Person,
            Some("Entity") => Kind::Organisation,
            Some("Vessel") => Kind::Vessel,
            Some("Aircraft") => Kind::Aircraft,
            _ => Kind::Unknown,
        };
        let mut entry = Entry::new(&self.identifier(), kind);
        entry.add_name_with_scripts(self.name.as_deref().unwrap_or_default(), AliasStrength::Primary);
        for name in self.alt_names.iter().flatten() {
            entry.add_name_with_scripts(name, AliasStrength::Strong);
        }
        for date in self.dates_of_birth.iter().flatten() {
            entry.add_born(date);
        }
        for place in self.places_of_birth.iter().flatten() {
            entry.add_birthplace(place);
        }
        for country in self.nationalities.iter().chain(&self.citizenships).flatten() {
            entry.add_nationality(country);
        }
        for id in self.ids.iter().flatten() {
            let text = |field: &Option<String>| field.clone().unwrap_or_default();
            let (kind, number) = (text(&id.kind), text(&id.number));
            if kind == "Gender" {
                entry.add_sex(&number);
            } else if is_document(&kind) {
                entry.add_document(&kind, &number, &text(&id.country));
            } else {
                entry.add_remark(kind.trim_end_matches([':', '-', ' ']), &number);
            }
        }
        for programme in self.programs.iter().flatten() {
            entry.add_programme(programme);
        }
        entry.add_remark("Source", self.source.as_deref().unwrap_or_default());
        entry.add_remark("Title", self.title.as_deref().unwrap_or_default());
        entry.add_remark("", self.remarks.as_deref().unwrap_or_default());
        entry
    }

    /// The list's own identifier; before it had any, the number on the source list; for sources without numbers, the
    /// source's short name and the party's name.
    fn identifier(&self) -> String {
        if let Some(id) = self.id.as_deref().filter(|id| !id.is_empty()) {
            return id.to_owned();
        }
        match &self.entity_number {
            Some(serde_json::Value::String(number)) if !number.is_empty() => return number.clone(),
            Some(serde_json::Value::Number(number)) => return number.to_string(),
            _ => {}
        }
        let source = self.source.as_deref().unwrap_or_default();
        let short = source.split(['(', ')']).nth(1).unwrap_or(source);
        format!("{short}: {}", self.name.as_deref().unwrap_or_default())
    }
}
