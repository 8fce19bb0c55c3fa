//! What the United Kingdom's lists have in common: OFSI's consolidated list and the UK sanctions list, CSV and XML.
//!
//! A row or element holds one name and one of each other thing; those of one entry are put together by its identifier.

use super::items::items;
use super::reading::{Gather, Position};
use super::script::is_own_script;
use crate::{AliasStrength, Entry, Kind};
use std::collections::HashMap;

pub(super) const LIST: &str = "uk_sanctions";

/// One row of the CSV or one element of the XML.
#[derive(Default)]
pub(super) struct Part<'a> {
    pub(super) id: &'a str,
    pub(super) kind: &'a str,
    /// Name 1 to Name 6; the sixth is the family name or the whole.
    pub(super) names: [&'a str; 6],
    pub(super) own_script: &'a str,
    /// `Primary name`, `Primary name variation`, `Alias`, `AKA`, `FKA`.
    pub(super) name_type: &'a str,
    /// `Good quality`, `Low quality`.
    pub(super) quality: &'a str,
    pub(super) born: &'a str,
    pub(super) town: &'a str,
    pub(super) country: &'a str,
    pub(super) nationality: &'a str,
    pub(super) sex: &'a str,
    pub(super) passport: [&'a str; 2],
    pub(super) national_id: [&'a str; 2],
    pub(super) programme: &'a str,
    /// What else, with what it is.
    pub(super) remarks: Vec<(&'static str, &'a str)>,
}

impl Part<'_> {
    pub(super) fn kind(&self) -> Kind {
        match self.kind.to_ascii_lowercase().as_str() {
            "individual" => Kind::Person,
            "entity" => Kind::Organisation,
            "ship" => Kind::Vessel,
            _ => Kind::Unknown,
        }
    }

    pub(super) fn add_to(&self, entry: &mut Entry) {
        entry.add_name(&self.names.join(" "), self.strength());
        entry.add_name(self.own_script, AliasStrength::Original);
        for date in items(self.born) {
            entry.add_born(date);
        }
        let places: Vec<_> = [self.town, self.country].into_iter().filter(|part| !part.is_empty()).collect();
        entry.add_birthplace(&places.join(", "));
        for country in items(self.nationality) {
            entry.add_nationality(country.trim_end_matches('.'));
        }
        entry.add_sex(self.sex);
        for (kind, [number, details]) in
            [("Passport", self.passport), ("National identification", self.national_id)]
        {
            for number in items(number) {
                entry.add_document(kind, number, "");
            }
            entry.add_remark_once(kind, details);
        }
        entry.add_programme(self.programme);
        for (what, remark) in &self.remarks {
            entry.add_remark_once(what, remark);
        }
    }

    fn strength(&self) -> AliasStrength {
        let name_type = self.name_type.trim().to_ascii_lowercase();
        let low = self.quality.to_ascii_lowercase().contains("low");
        match name_type.as_str() {
            _ if is_own_script(&self.names.concat()) => AliasStrength::Original,
            "primary name" => AliasStrength::Primary,
            _ if low => AliasStrength::Weak,
            "fka" | "f.k.a" | "formerly known as" => AliasStrength::Former,
            _ => AliasStrength::Strong,
        }
    }
}

/// Entries that grow part by part.
#[derive(Default)]
pub(super) struct Parts {
    entries: Vec<(Position, Entry)>,
    known: HashMap<String, usize>,
}

impl Parts {
    pub(super) fn add(&mut self, at: Position, part: &Part<'_>) {
        let index = *self.known.entry(part.id.to_owned()).or_insert_with(|| {
            self.entries.push((at, Entry::new(part.id, part.kind())));
            self.entries.len() - 1
        });
        part.add_to(&mut self.entries[index].1);
    }

    pub(super) fn keep(self, gather: &mut Gather) {
        for (at, mut entry) in self.entries {
            entry.put_primary_first();
            gather.keep(at, entry);
        }
    }
}

/// `15/01/2025`, `13-Feb-2026`: the publisher's date.
pub(super) fn iso(date: &str) -> Option<String> {
    super::date_words::read(date).first().map(ToString::to_string)
}
