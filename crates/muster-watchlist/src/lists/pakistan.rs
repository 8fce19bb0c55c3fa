//! The proscribed persons of Pakistan's NACTA: one JSON array with name, father's name and identity card number.
//!
//! The publisher gives no identifiers: an entry's is its place in the array, from 0, damaged ones counted.

use super::json::ObjectsOfArray;
use super::reading::{Gather, ListRefused, Reading, Source};
use crate::{AliasStrength, Entry, Kind};
use serde::Deserialize;

pub(super) const LIST: &str = "pk_nacta";

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Person {
    name: String,
    father_name: Option<String>,
    #[serde(rename = "CNIC")]
    cnic: Option<String>,
    province: Option<String>,
    district: Option<String>,
}

pub(super) fn read(source: Source<'_>, dated: Option<&str>) -> Result<Reading, ListRefused> {
    let mut gather = Gather::dated(dated);
    let mut objects = ObjectsOfArray::new(source);
    let mut place = 0_usize;
    while let Some((at, person)) = objects.next::<Person>()? {
        match person {
            Ok(person) => gather.keep(at, entry(place, &person)),
            Err(cause) => gather.bad(at.record(&place.to_string()), cause),
        }
        place += 1;
    }
    Ok(gather.finish(LIST))
}

fn entry(place: usize, person: &Person) -> Entry {
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    let mut entry = Entry::new(&place.to_string(), Kind::Person);
    entry.add_name(&person.name, AliasStrength::Primary);
    entry.add_father(&text(&person.father_name));
    let number: String = text(&person.cnic);
    if number.chars().filter(char::is_ascii_digit).count() >= 5 {
        entry.add_document("CNIC", &number, "Pakistan");
    }
    entry.add_nationality("Pakistan");
    entry.add_programme(&text(&person.province));
    entry.add_remark("District", &text(&person.district));
    entry
}
