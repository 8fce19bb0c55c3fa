//! OFAC's `sdn_advanced.xml`: the form in which names have their parts and scripts, and everything else is a reference
//! to something elsewhere in the file.
//!
//! Values, places and documents stand before the parties, sanctions behind them: entries are complete at the end.

use super::node::Node;
use super::reading::{Gather, ListRefused, Position, Reading, Source};
use super::script::is_own_script;
use super::xml::{Next, Records};
use crate::{AliasStrength, Entry, Kind};
use std::collections::HashMap;

const RECORDS: &[&str] = &[
    "DateOfIssue",
    "AliasType",
    "Country",
    "DetailReference",
    "FeatureType",
    "IDRegDocType",
    "NamePartType",
    "PartySubType",
    "PartyType",
    "Location",
    "IDRegDocument",
    "DistinctParty",
    "SanctionsEntry",
];

/// What the file refers to, by kind and number.
#[derive(Default)]
struct Values {
    texts: HashMap<(String, String), String>,
    /// The party type of each subtype.
    parents: HashMap<String, String>,
    /// The country and the full words of each place.
    places: HashMap<String, (String, String)>,
}

impl Values {
    fn text(&self, kind: &str, id: &str) -> &str {
        self.texts.get(&(kind.to_owned(), id.to_owned())).map_or("", String::as_str)
    }

    fn place(&mut self, node: &Node) {
        let country = node.child("LocationCountry").map_or("", |country| country.attribute("CountryID"));
        let country = self.text("Country", country).to_owned();
        let mut values = Vec::new();
        node.below("Value", &mut values);
        let mut words: Vec<_> = values.iter().map(|value| value.text()).collect();
        words.push(&country);
        words.retain(|word| !word.is_empty());
        let words = words.join(", ");
        self.places.insert(node.attribute("ID").to_owned(), (country, words));
    }
}

/// A document, until its holder is known.
struct Document {
    identity: String,
    kind: String,
    number: String,
    country: String,
}

#[derive(Default)]
struct Parties {
    entries: Vec<(Position, Entry)>,
    identities: HashMap<String, usize>,
    profiles: HashMap<String, usize>,
}

pub(super) fn read(source: Source<'_>, list: &str) -> Result<Reading, ListRefused> {
    let mut gather = Gather::default();
    let mut values = Values::default();
    let mut documents = Vec::new();
    let mut parties = Parties::default();
    let mut records = Records::new(source, RECORDS);
    while let Some(next) = records.next()? {
        let (at, node) = match next {
            Next::Root(_) => continue,
            Next::Record(at, node) => (at, node),
            Next::Bad(at, cause) => {
                gather.bad(at, cause);
                continue;
            }
        };
        match node.name.as_str() {
            "DateOfIssue" => {
                let date = ["Year", "Month", "Day"].map(|part| node.get(part));
                gather.dated = Some(format!("{:0>4}-{:0>2}-{:0>2}", date[0], date[1], date[2]));
            }
            "Location" => values.place(&node),
            "IDRegDocument" => documents.push(document(&node, &values)),
            "DistinctParty" => parties.add(at, &node, &values, &mut gather),
            "SanctionsEntry" => parties.sanction(&node),
            kind => {
                let id = node.attribute("ID").to_owned();
                if kind == "PartySubType" {
                    values.parents.insert(id.clone(), node.attribute("PartyTypeID").to_owned());
                }
                values.texts.insert((kind.to_owned(), id), node.text().to_owned());
            }
        }
    }
    for document in documents {
        if let Some(index) = parties.identities.get(&document.identity) {
            parties.entries[*index].1.add_document(&document.kind, &document.number, &document.country);
        }
    }
    for (at, mut entry) in parties.entries {
        entry.put_primary_first();
        gather.keep(at, entry);
    }
    Ok(gather.finish(list))
}

fn document(node: &Node, values: &Values) -> Document {
    Document {
        identity: node.attribute("IdentityID").to_owned(),
        kind: values.text("IDRegDocType", node.attribute("IDRegDocTypeID")).to_owned(),
        number: node.get("IDRegistrationNo").to_owned(),
        country: values.text("Country", node.attribute("IssuedBy-CountryID")).to_owned(),
    }
}

impl Parties {
    fn add(&mut self, at: Position, node: &Node, values: &Values, gather: &mut Gather) {
        let Some(profile) = node.child("Profile") else {
            gather.bad(at.record(node.attribute("FixedRef")), "it has no profile");
            return;
        };
        let subtype = profile.attribute("PartySubTypeID");
        let party = values.parents.get(subtype).map_or("", |party| values.text("PartyType", party));
        let kind = match (values.text("PartySubType", subtype), party) {
            ("Vessel", _) => Kind::Vessel,
            ("Aircraft", _) => Kind::Aircraft,
            (_, "Individual") => Kind::Person,
            (_, "Entity") => Kind::Organisation,
            _ => Kind::Unknown,
        };
        let mut entry = Entry::new(node.attribute("FixedRef"), kind);
        for identity in profile.all("Identity") {
            self.identities.insert(identity.attribute("ID").to_owned(), self.entries.len());
            add_names(identity, values, &mut entry);
        }
        for feature in profile.all("Feature") {
            let what = values.text("FeatureType", feature.attribute("FeatureTypeID"));
            for version in feature.all("FeatureVersion") {
                add_feature(what, version, values, &mut entry);
            }
        }
        entry.add_remark("", node.get("Comment"));
        self.profiles.insert(profile.attribute("ID").to_owned(), self.entries.len());
        self.entries.push((at, entry));
    }

    /// The comments of a sanctions entry's measures name its programmes.
    fn sanction(&mut self, node: &Node) {
        let Some(index) = self.profiles.get(node.attribute("ProfileID")) else { return };
        for measure in node.all("SanctionsMeasure") {
            self.entries[*index].1.add_programme(measure.get("Comment"));
        }
    }
}

fn add_names(identity: &Node, values: &Values, entry: &mut Entry) {
    let mut groups = Vec::new();
    identity.below("NamePartGroup", &mut groups);
    let kind_of = |group: &str| {
        let group = groups.iter().find(|known| known.attribute("ID") == group);
        values.text("NamePartType", group.map_or("", |group| group.attribute("NamePartTypeID")))
    };
    for alias in identity.all("Alias") {
        let alias_type = values.text("AliasType", alias.attribute("AliasTypeID"));
        for documented in alias.all("DocumentedName") {
            let parts: Vec<_> = documented
                .list("DocumentedNamePart", "NamePartValue")
                .map(|part| (kind_of(part.attribute("NamePartGroupID")), part.text()))
                .collect();
            let name = name(&parts);
            let strength = match alias_type {
                _ if is_own_script(&name) => AliasStrength::Original,
                _ if alias.attribute("Primary") == "true" => AliasStrength::Primary,
                _ if alias.attribute("LowQuality") == "true" => AliasStrength::Weak,
                "F.K.A." => AliasStrength::Former,
                _ => AliasStrength::Strong,
            };
            entry.add_name(&name, strength);
        }
    }
}

/// `FAMILY, Given Patronymic` where the parts say what they are; otherwise the parts as they come.
fn name(parts: &[(&str, &str)]) -> String {
    let is_family = |kind: &str| matches!(kind, "Last Name" | "Paternal Surname" | "Maternal Surname");
    let join = |family: bool| {
        let parts: Vec<_> =
            parts.iter().filter(|(kind, _)| is_family(kind) == family).map(|(_, text)| *text).collect();
        parts.join(" ")
    };
    match (join(true), join(false)) {
        (family, rest) if rest.is_empty() => family,
        (family, rest) if family.is_empty() => rest,
        (family, rest) => format!("{family}, {rest}"),
    }
}

fn add_feature(what: &str, version: &Node, values: &Values, entry: &mut Entry) {
    let place = version.child("VersionLocation").map_or("", |place| place.attribute("LocationID"));
    let (country, words) = values.places.get(place).map_or(("", ""), |(country, words)| (country, words));
    let detail = version.child("VersionDetail").map_or("", |detail| {
        let reference = values.text("DetailReference", detail.attribute("DetailReferenceID"));
        if reference.is_empty() { detail.text() } else { reference }
    });
    match what {
        "Birthdate" => {
            for period in version.all("DatePeriod") {
                add_born(period, entry);
            }
        }
        "Place of Birth" => entry.add_birthplace(if detail.is_empty() { words } else { detail }),
        "Nationality Country" | "Citizenship Country" => {
            entry.add_nationality(if country.is_empty() { detail } else { country });
        }
        "Gender" => entry.add_sex(detail),
        _ => {
            let what = what.trim_end_matches([':', '-', ' ']);
            entry.add_remark(what, detail);
            entry.add_remark(if what == "Location" { "Address" } else { what }, words);
        }
    }
}

/// A period from the first to the last day that the birth may have been on.
fn add_born(period: &Node, entry: &mut Entry) {
    let day = |outer: &str, inner: &str| {
        let node = period.child(outer)?.child(inner)?;
        let year = Some(node.get("Year")).filter(|year| !year.is_empty())?;
        let part = |name| Some(node.get(name)).filter(|text| !text.is_empty()).unwrap_or("0");
        Some(format!("{year:0>4}-{:0>2}-{:0>2}", part("Month"), part("Day")))
    };
    let from = day("Start", "From").or_else(|| day("Start", "To"));
    let to = day("End", "To").or_else(|| day("Start", "To"));
    let (Some(from), to) = (from, to) else { return };
    let about = period.child("Start").is_some_and(|start| start.attribute("Approximate") == "true");
    let written = match to {
        Some(to) if to != from => format!("{from} to {to}"),
        _ => from,
    };
    entry.add_born(&if about { format!("circa {written}") } else { written });
}
