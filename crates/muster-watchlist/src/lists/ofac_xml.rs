//! OFAC's `sdn.xml`, and the consolidated list's `consolidated.xml` of the same form.

use super::node::Node;
use super::ofac_remarks::{self, is_document};
use super::reading::{Gather, ListRefused, Reading, Source};
use super::xml::{Next, Records};
use crate::{AliasStrength, Entry, Kind};

pub(super) fn read(source: Source<'_>, list: &str) -> Result<Reading, ListRefused> {
    let mut gather = Gather::default();
    let mut records = Records::new(source, &["publshInformation", "sdnEntry"]);
    while let Some(next) = records.next()? {
        match next {
            Next::Root(_) => {}
            Next::Record(_, node) if node.name == "publshInformation" => {
                gather.dated = american_date(node.get("Publish_Date"));
            }
            Next::Record(at, node) => match entry(&node) {
                Ok(entry) => gather.keep(at, entry),
                Err(cause) => gather.bad(at.record(node.get("uid")), cause),
            },
            Next::Bad(at, cause) => gather.bad(at, cause),
        }
    }
    Ok(gather.finish(list))
}

/// `05/07/2024` is the seventh of May.
fn american_date(date: &str) -> Option<String> {
    let parts: Vec<_> = date.split('/').collect();
    match parts[..] {
        [month, day, year] if year.len() == 4 => Some(format!("{year}-{month:0>2}-{day:0>2}")),
        _ => None,
    }
}

fn entry(node: &Node) -> Result<Entry, &'static str> {
    let kind = match node.get("sdnType").to_ascii_lowercase().as_str() {
        "individual" => Kind::Person,
        "entity" => Kind::Organisation,
        "vessel" => Kind::Vessel,
        "aircraft" => Kind::Aircraft,
        _ => return Err("its type is none of Individual, Entity, Vessel and Aircraft"),
    };
    let mut entry = Entry::new(node.get("uid"), kind);
    entry.add_name(&name(node), AliasStrength::Primary);
    for alias in node.list("akaList", "aka") {
        let strength = match (alias.get("type"), alias.get("category")) {
            (_, "weak") => AliasStrength::Weak,
            ("f.k.a.", _) => AliasStrength::Former,
            _ => AliasStrength::Strong,
        };
        entry.add_name(&name(alias), strength);
    }
    for date in node.list("dateOfBirthList", "dateOfBirthItem") {
        entry.add_born(date.get("dateOfBirth"));
    }
    for place in node.list("placeOfBirthList", "placeOfBirthItem") {
        entry.add_birthplace(place.get("placeOfBirth"));
    }
    for country in
        node.list("nationalityList", "nationality").chain(node.list("citizenshipList", "citizenship"))
    {
        entry.add_nationality(country.get("country"));
    }
    for id in node.list("idList", "id") {
        add_id(id, &mut entry);
    }
    for programme in node.list("programList", "program") {
        entry.add_programme(programme.text());
    }
    entry.add_remark("Title", node.get("title"));
    if let Some(vessel) = node.child("vesselInfo") {
        for (field, what) in [
            ("callSign", "Call sign"),
            ("vesselType", "Type"),
            ("vesselFlag", "Flag"),
            ("vesselOwner", "Owner"),
            ("tonnage", "Tonnage"),
            ("grossRegisteredTonnage", "Gross registered tonnage"),
        ] {
            entry.add_remark(what, vessel.get(field));
        }
    }
    ofac_remarks::read(node.get("remarks"), &mut entry);
    for address in node.list("addressList", "address") {
        let parts = ["address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country"];
        entry.add_remark("Address", &address.joined(&parts));
    }
    Ok(entry)
}

/// `FAMILY, Given` as in the CSV.
fn name(node: &Node) -> String {
    match (node.get("lastName"), node.get("firstName")) {
        (last, "") => last.to_owned(),
        ("", first) => first.to_owned(),
        (last, first) => format!("{last}, {first}"),
    }
}

fn add_id(id: &Node, entry: &mut Entry) {
    let (kind, number) = (id.get("idType"), id.get("idNumber"));
    if kind == "Gender" {
        entry.add_sex(number);
    } else if is_document(kind) {
        entry.add_document(kind, number, id.get("idCountry"));
    } else {
        entry.add_remark(kind.trim_end_matches([':', '-', ' ']), number);
    }
}
