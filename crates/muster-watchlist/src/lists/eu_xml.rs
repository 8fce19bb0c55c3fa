//! The European Union's consolidated financial sanctions list (FSF), as XML.

use super::node::Node;
use super::reading::{Gather, ListRefused, Reading, Source};
use super::script::is_own_script;
use super::xml::{Next, Records};
use crate::{AliasStrength, Born, Entry, Kind};

pub(super) const LIST: &str = "eu_fsf";

pub(super) fn read(source: Source<'_>) -> Result<Reading, ListRefused> {
    let mut gather = Gather::default();
    let mut records = Records::new(source, &["sanctionEntity"]);
    while let Some(next) = records.next()? {
        match next {
            Next::Root(root) => {
                gather.dated = root.attribute("generationDate").get(..10).map(str::to_owned);
            }
            Next::Record(at, node) => gather.keep(at, entry(&node)),
            Next::Bad(at, cause) => gather.bad(at, cause),
        }
    }
    Ok(gather.finish(LIST))
}

fn entry(node: &Node) -> Entry {
    let id = ["euReferenceNumber", "logicalId"].map(|name| node.attribute(name));
    let id = id.into_iter().find(|id| !id.is_empty()).unwrap_or_default();
    let subject = node.child("subjectType");
    let code = subject.map_or("", |subject| subject.attribute("code"));
    let mut entry =
        Entry::new(id, kind(code, subject.map_or("", |subject| subject.attribute("classificationCode"))));
    for alias in node.all("nameAlias") {
        add_name(alias, &mut entry);
    }
    entry.put_primary_first();
    for birth in node.all("birthdate") {
        add_birth(birth, &mut entry);
    }
    for citizenship in node.all("citizenship") {
        entry.add_nationality(country(citizenship));
    }
    for identification in node.all("identification") {
        add_identification(identification, &mut entry);
    }
    for regulation in node.all("regulation") {
        entry.add_programme(regulation.attribute("programme"));
    }
    entry.add_remark("UN reference", node.attribute("unitedNationId"));
    entry.add_remark("Designation", node.attribute("designationDetails"));
    for remark in node.all("remark") {
        entry.add_remark("", remark.text());
    }
    for address in node.all("address") {
        let parts =
            ["street", "poBox", "city", "place", "region", "zipCode"].map(|part| address.attribute(part));
        let parts: Vec<_> =
            parts.into_iter().chain([country(address)]).filter(|part| !part.is_empty()).collect();
        entry.add_remark("Address", &parts.join(", "));
    }
    entry
}

/// The list writes `person` and `enterprise`, or `P` and `E`.
pub(super) fn kind(code: &str, classification: &str) -> Kind {
    match (code, classification) {
        ("person" | "P", _) | ("", "P") => Kind::Person,
        ("", "") => Kind::Unknown,
        _ => Kind::Organisation,
    }
}

fn add_name(alias: &Node, entry: &mut Entry) {
    let parts = ["firstName", "middleName", "lastName"].map(|part| alias.attribute(part));
    let whole = alias.attribute("wholeName");
    let name = if whole.is_empty() { parts.join(" ") } else { whole.to_owned() };
    let remarks: Vec<_> = alias.all("remark").map(|remark| remark.text().to_lowercase()).collect();
    let says = |words: &str| remarks.iter().any(|remark| remark.contains(words));
    let strength = if is_own_script(&name) {
        AliasStrength::Original
    } else if alias.attribute("strong") == "false" || says("low quality") {
        AliasStrength::Weak
    } else if says("formerly") || says("former name") {
        AliasStrength::Former
    } else if matches!(alias.attribute("nameLanguage"), "" | "EN") {
        // The first of these is the one the entry is listed under; the others are its translations.
        AliasStrength::Primary
    } else {
        AliasStrength::Strong
    };
    entry.add_name_with_scripts(&name, strength);
    entry.add_sex(alias.attribute("gender"));
    entry.add_remark_once("Title", alias.attribute("title"));
    entry.add_remark_once("Function", alias.attribute("function"));
}

/// What the list has of one birth; the same in XML and CSV.
pub(super) struct Birth<'a> {
    pub(super) date: &'a str,
    pub(super) day: &'a str,
    pub(super) month: &'a str,
    pub(super) year: &'a str,
    pub(super) from: &'a str,
    pub(super) to: &'a str,
    pub(super) about: bool,
    /// Years of another calendar are not compared with ours.
    pub(super) ours: bool,
    pub(super) place: String,
}

impl Birth<'_> {
    pub(super) fn add_to(&self, entry: &mut Entry) {
        entry.add_birthplace(&self.place);
        let number = |text: &str| text.parse::<u16>().ok().filter(|number| *number > 0);
        let small =
            |text: &str, most: u16| number(text).filter(|number| *number <= most).unwrap_or_default() as u8;
        let year = |text: &str| number(text).filter(|year| (1850..=2100).contains(year));
        let born = match (year(self.year), year(self.from), year(self.to)) {
            _ if !self.ours => None,
            (Some(year), ..) => Some(Born::day(year, small(self.month, 12), small(self.day, 31))),
            (None, Some(from), Some(to)) => Some(Born::between(from.min(to), from.max(to))),
            (None, Some(year), None) | (None, None, Some(year)) => Some(Born::year(year)),
            (None, None, None) => self.date.parse().ok(),
        };
        match born {
            Some(born) => {
                let born = if self.about { born.about() } else { born };
                if !entry.born.contains(&born) {
                    entry.born.push(born);
                }
            }
            None => entry.add_remark("Date of birth", self.date),
        }
    }
}

fn add_birth(birth: &Node, entry: &mut Entry) {
    let places = ["place", "city", "region"].map(|part| birth.attribute(part));
    let places: Vec<_> = places.into_iter().chain([country(birth)]).filter(|part| !part.is_empty()).collect();
    let calendar = birth.attribute("calendarType");
    Birth {
        date: birth.attribute("birthdate"),
        day: birth.attribute("dayOfMonth"),
        month: birth.attribute("monthOfYear"),
        year: birth.attribute("year"),
        from: birth.attribute("yearRangeFrom"),
        to: birth.attribute("yearRangeTo"),
        about: birth.attribute("circa") == "true",
        ours: calendar.is_empty() || calendar == "GREGORIAN",
        place: places.join(", "),
    }
    .add_to(entry);
}

fn add_identification(identification: &Node, entry: &mut Entry) {
    let number = ["number", "latinNumber"].map(|name| identification.attribute(name));
    let number = number.into_iter().find(|number| !number.is_empty()).unwrap_or_default();
    let kind = identification.attribute("identificationTypeDescription");
    entry.add_document(kind, number, country(identification));
    for remark in identification.all("remark") {
        entry.add_remark("Document", remark.text());
    }
}

/// A country's name; the list writes `00` and `UNKNOWN` where it has none.
fn country(node: &Node) -> &str {
    if node.attribute("countryIso2Code") == "00" { "" } else { node.attribute("countryDescription") }
}
