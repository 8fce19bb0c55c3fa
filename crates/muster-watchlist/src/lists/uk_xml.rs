//! The United Kingdom's lists as XML: the UK sanctions list (`Designation`) and OFSI's consolidated list
//! (`FinancialSanctionsTarget`).

use super::node::Node;
use super::reading::{Gather, ListRefused, Reading, Source};
use super::uk::{LIST, Part, Parts, iso};
use super::xml::{Next, Records};

pub(super) fn read(source: Source<'_>, dated: Option<&str>) -> Result<Reading, ListRefused> {
    let mut gather = Gather::dated(dated);
    let mut records = Records::new(source, &["DateGenerated", "Designation", "FinancialSanctionsTarget"]);
    let mut parts = Parts::default();
    while let Some(next) = records.next()? {
        match next {
            Next::Root(_) => {}
            Next::Bad(at, cause) => gather.bad(at, cause),
            Next::Record(_, node) if node.name == "DateGenerated" => {
                gather.dated = iso(node.text()).or(gather.dated.take());
            }
            Next::Record(at, node) if node.name == "Designation" => {
                for part in designation(&node) {
                    parts.add(at.clone(), &part);
                }
            }
            Next::Record(at, node) => parts.add(at, &target(&node)),
        }
    }
    parts.keep(&mut gather);
    Ok(gather.finish(LIST))
}

const NAMES: [&str; 6] = ["Name1", "Name2", "Name3", "Name4", "Name5", "Name6"];

/// A designation as parts: one for each thing it has.
fn designation(node: &Node) -> Vec<Part<'_>> {
    let id = node.get("UniqueID");
    let kind = node.get("IndividualEntityShip");
    let blank = || Part { id, kind, ..Part::default() };
    let mut parts = vec![Part {
        programme: node.get("RegimeName"),
        remarks: vec![
            ("UN reference", node.get("UNReferenceNumber")),
            ("", node.get("OtherInformation")),
            ("Reasons", node.get("UKStatementofReasons")),
        ],
        ..blank()
    }];
    for name in node.list("Names", "Name") {
        parts.push(Part {
            names: NAMES.map(|part| name.get(part)),
            name_type: name.get("NameType"),
            quality: name.get("AliasStrength"),
            ..blank()
        });
    }
    for name in node.list("NonLatinNames", "NonLatinName") {
        parts.push(Part { own_script: name.get("NameNonLatinScript"), ..blank() });
    }
    for title in node.list("Titles", "Title") {
        parts.push(Part { remarks: vec![("Title", title.text())], ..blank() });
    }
    let mut details = Vec::new();
    for person in node.list("IndividualDetails", "Individual") {
        for (name, make) in DETAILS {
            details.clear();
            person.below(name, &mut details);
            parts.extend(details.iter().map(|detail| make(detail, blank())));
        }
    }
    for address in node.list("Addresses", "Address") {
        let remarks = address.children().iter().map(|line| ("Address", line.text())).collect();
        parts.push(Part { remarks, ..blank() });
    }
    parts
}

type Make = for<'a> fn(&'a Node, Part<'a>) -> Part<'a>;

/// The details of a person: the element, and what it makes of a blank part.
const DETAILS: [(&str, Make); 7] = [
    ("DOB", |detail, part| Part { born: detail.text(), ..part }),
    ("Nationality", |detail, part| Part { nationality: detail.text(), ..part }),
    ("Gender", |detail, part| Part { sex: detail.text(), ..part }),
    ("Position", |detail, part| Part { remarks: vec![("Position", detail.text())], ..part }),
    ("Location", |detail, part| Part {
        town: detail.get("TownOfBirth"),
        country: detail.get("CountryOfBirth"),
        ..part
    }),
    ("Passport", |detail, part| Part {
        passport: [detail.get("PassportNumber"), detail.get("PassportAdditionalInformation")],
        ..part
    }),
    ("NationalIdentifier", |detail, part| Part {
        national_id: [
            detail.get("NationalIdentifierNumber"),
            detail.get("NationalIdentifierAdditionalInformation"),
        ],
        ..part
    }),
];

/// A target of the consolidated list: one element a name, as a row of its CSV.
fn target(node: &Node) -> Part<'_> {
    let first = |names: [&str; 2]| names.map(|name| node.get(name)).into_iter().find(|text| !text.is_empty());
    let lower = ["name1", "name2", "name3", "name4", "name5", "Name6"].map(|name| node.get(name));
    let names = NAMES.map(|name| node.get(name));
    Part {
        id: first(["GroupID", "UniqueID"]).unwrap_or_default(),
        kind: first(["GroupTypeDescription", "GroupType"]).unwrap_or_default(),
        names: if lower.concat().len() > names.concat().len() { lower } else { names },
        own_script: node.get("NameNonLatinScript"),
        name_type: first(["AliasType", "NameType"]).unwrap_or_default(),
        quality: node.get("AliasQuality"),
        born: first(["Individual_DateOfBirth", "DOB"]).unwrap_or_default(),
        town: first(["Individual_TownOfBirth", "TownOfBirth"]).unwrap_or_default(),
        country: first(["Individual_CountryOfBirth", "CountryOfBirth"]).unwrap_or_default(),
        nationality: first(["Individual_Nationality", "Nationality"]).unwrap_or_default(),
        sex: first(["Individual_Gender", "Gender"]).unwrap_or_default(),
        passport: [
            first(["Individual_PassportNumber", "PassportNumber"]).unwrap_or_default(),
            first(["Individual_PassportDetails", "PassportDetails"]).unwrap_or_default(),
        ],
        national_id: [
            first(["Individual_NINumber", "NationalIdentificationNumber"]).unwrap_or_default(),
            first(["Individual_NIDetails", "NationalIdentificationDetails"]).unwrap_or_default(),
        ],
        programme: first(["RegimeName", "Regime"]).unwrap_or_default(),
        remarks: vec![
            ("Title", first(["NameTitle", "Title"]).unwrap_or_default()),
            ("Position", first(["Individual_Position", "Position"]).unwrap_or_default()),
            ("", node.get("OtherInformation")),
        ],
    }
}
