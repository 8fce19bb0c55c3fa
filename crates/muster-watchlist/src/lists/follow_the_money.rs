//! Entities of the FollowTheMoney model, one JSON object a line, as investigative data sets are published.
//!
//! Passports and identity cards that are entities of their own are joined to their holders; sanctions give their
//! programme. What is neither a party nor one of these (addresses, ownerships) is passed over.

use super::json::ObjectLines;
use super::reading::{Gather, ListRefused, Position, Reading, Source};
use super::script::is_own_script;
use crate::{AliasStrength, Entry, Kind};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

#[derive(Deserialize)]
struct Thing {
    id: String,
    schema: String,
    #[serde(default)]
    properties: BTreeMap<String, Vec<Value>>,
}

impl Thing {
    /// The texts of a property. Nested entities are passed over.
    fn all<'a>(&'a self, property: &str) -> impl Iterator<Item = &'a str> {
        self.properties.get(property).into_iter().flatten().filter_map(Value::as_str)
    }

    fn first(&self, property: &str) -> &str {
        self.all(property).next().unwrap_or_default()
    }
}

pub(super) fn read(source: Source<'_>, dated: Option<&str>) -> Result<Reading, ListRefused> {
    let list = super::read::stem(source.name);
    let mut gather = Gather::dated(dated);
    let mut parties: Vec<(Position, Entry)> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut joined: Vec<Thing> = Vec::new();
    let mut lines = ObjectLines::new(source);
    while let Some((at, thing)) = lines.next::<Thing>()? {
        match thing {
            Err(cause) => gather.bad(at, cause),
            Ok(thing) => match kind(&thing.schema) {
                Some(kind) => {
                    known.insert(thing.id.clone(), parties.len());
                    parties.push((at, party(&thing, kind)));
                }
                None if matches!(thing.schema.as_str(), "Passport" | "Identification" | "Sanction") => {
                    joined.push(thing);
                }
                None => {}
            },
        }
    }
    for thing in joined {
        let of = if thing.schema == "Sanction" { "entity" } else { "holder" };
        for holder in thing.all(of) {
            let Some(index) = known.get(holder) else { continue };
            add_joined(&thing, &mut parties[*index].1);
        }
    }
    for (at, entry) in parties {
        gather.keep(at, entry);
    }
    Ok(gather.finish(&list))
}

/// A legal entity may be a person: it is compared with people.
fn kind(schema: &str) -> Option<Kind> {
    match schema {
        "Person" => Some(Kind::Person),
        "LegalEntity" => Some(Kind::Unknown),
        "Organization" | "Company" | "PublicBody" => Some(Kind::Organisation),
        "Vessel" => Some(Kind::Vessel),
        "Airplane" => Some(Kind::Aircraft),
        _ => None,
    }
}

fn party(thing: &Thing, kind: Kind) -> Entry {
    let mut entry = Entry::new(&thing.id, kind);
    for (property, strength) in [
        ("name", AliasStrength::Strong),
        ("alias", AliasStrength::Strong),
        ("previousName", AliasStrength::Former),
        ("weakAlias", AliasStrength::Weak),
    ] {
        for name in thing.all(property) {
            let first = entry.names.is_empty() && property == "name";
            let strength = match strength {
                _ if first => AliasStrength::Primary,
                _ if is_own_script(name) => AliasStrength::Original,
                strength => strength,
            };
            entry.add_name(name, strength);
        }
    }
    for date in thing.all("birthDate") {
        entry.add_born(date);
    }
    for place in thing.all("birthPlace") {
        entry.add_birthplace(place);
    }
    let countries: &[&str] =
        if kind == Kind::Person { &["nationality", "citizenship", "country"] } else { &["country"] };
    for country in countries.iter().flat_map(|property| thing.all(property)) {
        entry.add_nationality(country);
    }
    entry.add_sex(thing.first("gender"));
    for father in thing.all("fatherName") {
        entry.add_father(father);
    }
    for (property, kind) in [
        ("passportNumber", "Passport"),
        ("idNumber", "Identity number"),
        ("socialSecurityNumber", "Social security number"),
        ("taxNumber", "Tax number"),
        ("innCode", "INN"),
        ("registrationNumber", "Registration number"),
        ("ogrnCode", "OGRN"),
        ("imoNumber", "IMO number"),
    ] {
        for number in thing.all(property) {
            entry.add_document(kind, number, "");
        }
    }
    for programme in thing.all("program").chain(thing.all("programId")) {
        entry.add_programme(programme);
    }
    for (property, what) in [("position", "Position"), ("title", "Title"), ("notes", "")] {
        for remark in thing.all(property) {
            entry.add_remark(what, remark);
        }
    }
    entry
}

fn add_joined(thing: &Thing, entry: &mut Entry) {
    if thing.schema == "Sanction" {
        for programme in thing.all("program") {
            entry.add_programme(programme);
        }
        return;
    }
    let kind =
        [thing.first("type"), &thing.schema].into_iter().find(|kind| !kind.is_empty()).unwrap_or_default();
    for number in thing.all("number").chain(thing.all("passportNumber")) {
        entry.add_document(kind, number, thing.first("country"));
    }
}
