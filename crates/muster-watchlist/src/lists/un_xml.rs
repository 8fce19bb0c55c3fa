//! The consolidated list of the United Nations Security Council, as XML.

use super::node::Node;
use super::reading::{Gather, ListRefused, Reading, Source};
use super::script::is_own_script;
use super::xml::{Next, Records};
use crate::{AliasStrength, Entry, Kind};

pub(super) const LIST: &str = "un_sc";

pub(super) fn read(source: Source<'_>) -> Result<Reading, ListRefused> {
    let mut gather = Gather::default();
    let mut records = Records::new(source, &["INDIVIDUAL", "ENTITY"]);
    while let Some(next) = records.next()? {
        match next {
            Next::Root(root) => {
                gather.dated = root.attribute("dateGenerated").get(..10).map(str::to_owned);
            }
            Next::Record(at, node) => gather.keep(at, entry(&node)),
            Next::Bad(at, cause) => gather.bad(at, cause),
        }
    }
    Ok(gather.finish(LIST))
}

fn entry(node: &Node) -> Entry {
    let kind = if node.name == "INDIVIDUAL" { Kind::Person } else { Kind::Organisation };
    let reference = node.get("REFERENCE_NUMBER");
    let mut entry = Entry::new(if reference.is_empty() { node.get("DATAID") } else { reference }, kind);
    let name: Vec<_> = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"]
        .iter()
        .map(|part| node.get(part))
        .collect();
    entry.add_name(&name.join(" "), AliasStrength::Primary);
    entry.add_name(node.get("NAME_ORIGINAL_SCRIPT"), AliasStrength::Original);
    for alias in node.all("INDIVIDUAL_ALIAS").chain(node.all("ENTITY_ALIAS")) {
        add_alias(alias, &mut entry);
    }
    for date in node.all("INDIVIDUAL_DATE_OF_BIRTH") {
        add_born(date, &mut entry);
    }
    for place in node.all("INDIVIDUAL_PLACE_OF_BIRTH") {
        entry.add_birthplace(&place.joined(&["STREET", "CITY", "STATE_PROVINCE", "COUNTRY"]));
    }
    for country in node.list("NATIONALITY", "VALUE") {
        entry.add_nationality(country.text());
    }
    entry.add_sex(node.get("GENDER"));
    for document in node.all("INDIVIDUAL_DOCUMENT") {
        add_document(document, &mut entry);
    }
    entry.add_programme(node.get("UN_LIST_TYPE"));
    for (outer, what) in [("TITLE", "Title"), ("DESIGNATION", "Designation")] {
        for value in node.list(outer, "VALUE") {
            entry.add_remark(what, value.text());
        }
    }
    for address in node.all("INDIVIDUAL_ADDRESS").chain(node.all("ENTITY_ADDRESS")) {
        let parts = ["STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE"];
        entry.add_remark("Address", &address.joined(&parts));
    }
    entry.add_remark("", node.get("COMMENTS1"));
    entry
}

fn add_alias(alias: &Node, entry: &mut Entry) {
    let name = alias.get("ALIAS_NAME");
    let strength = match alias.get("QUALITY").to_ascii_lowercase().as_str() {
        _ if is_own_script(name) => AliasStrength::Original,
        "low" => AliasStrength::Weak,
        "f.k.a." => AliasStrength::Former,
        _ => AliasStrength::Strong,
    };
    entry.add_name(name, strength);
    entry.add_born(alias.get("DATE_OF_BIRTH"));
    entry.add_birthplace(&alias.joined(&["CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"]));
    entry.add_remark("Alias", alias.get("NOTE"));
}

fn add_born(date: &Node, entry: &mut Entry) {
    let about = if date.get("TYPE_OF_DATE").eq_ignore_ascii_case("APPROXIMATELY") { "circa " } else { "" };
    let (from, to) = (date.get("FROM_YEAR"), date.get("TO_YEAR"));
    let written = match (date.get("DATE"), date.get("YEAR")) {
        ("", "") if to.is_empty() => from.to_owned(),
        ("", "") => format!("{from} to {to}"),
        ("", year) => year.to_owned(),
        (date, _) => date.to_owned(),
    };
    entry.add_born(&format!("{about}{written}"));
    entry.add_remark("Date of birth", date.get("NOTE"));
}

fn add_document(document: &Node, entry: &mut Entry) {
    let kind = ["TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2"].map(|part| document.get(part));
    let country = ["ISSUING_COUNTRY", "COUNTRY_OF_ISSUE"].map(|part| document.get(part));
    let first =
        |of: [&'_ str; 2]| of.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned();
    entry.add_document(&first(kind), document.get("NUMBER"), &first(country));
    entry.add_remark("Document", document.get("NOTE"));
}
