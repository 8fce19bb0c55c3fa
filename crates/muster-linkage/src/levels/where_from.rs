//! Places: of birth with the nationality, of residence with its country, and the address.

use crate::{
    person::{Land, Person, Text},
    places::{PlaceId, Places},
};
use muster_names::distance_within;

/// How two values of one kind compare.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Compared {
    Unknown,
    Same,
    Nearly,
    Differs,
}
use Compared::{Differs, Nearly, Same, Unknown};

pub(super) const ORIGIN_RULES: [&str; 12] = [
    "origin.unknown",
    "origin.birthplace_and_nationality",
    "origin.birthplace_nationality_unknown",
    "origin.birthplace_other_nationality",
    "origin.near_birthplace_and_nationality",
    "origin.near_birthplace_nationality_unknown",
    "origin.near_birthplace_other_nationality",
    "origin.other_birthplace_same_nationality",
    "origin.other_birthplace_nationality_unknown",
    "origin.other_birthplace_other_nationality",
    "origin.same_nationality",
    "origin.other_nationality",
];
pub(super) const RESIDENCE_RULES: [&str; 12] = [
    "residence.unknown",
    "residence.town_and_country",
    "residence.town_country_unknown",
    "residence.town_other_country",
    "residence.near_town_and_country",
    "residence.near_town_country_unknown",
    "residence.near_town_other_country",
    "residence.other_town_same_country",
    "residence.other_town_country_unknown",
    "residence.other_town_other_country",
    "residence.same_country",
    "residence.other_country",
];
pub(super) const ADDRESS_RULES: [&str; 5] =
    ["address.unknown", "address.same", "address.mostly_same", "address.partly_same", "address.differs"];

/// One level of a place and its country together: they go together, and two weights would count one thing twice.
fn together(place: Compared, country: Compared) -> u8 {
    let country_at = match country {
        Same | Nearly => 0,
        Unknown => 1,
        Differs => 2,
    };
    match place {
        Same => 1 + country_at,
        Nearly => 4 + country_at,
        Differs => 7 + country_at,
        Unknown => match country {
            Same | Nearly => 10,
            Differs => 11,
            Unknown => 0,
        },
    }
}

fn place(a: PlaceId, b: PlaceId, places: &Places) -> Compared {
    if a == 0 || b == 0 {
        return Unknown;
    }
    if a == b {
        return Same;
    }
    if places.are_near(a, b) { Nearly } else { Differs }
}

pub(super) fn origin(a: &Person, b: &Person, places: &Places) -> u8 {
    let shared = |nation: &Land| nation.is_known() && b.nations.contains(nation);
    let country = match (a.nations[0].is_known(), b.nations[0].is_known()) {
        (false, _) | (_, false) => Unknown,
        _ if a.nations.iter().any(shared) => Same,
        _ => Differs,
    };
    together(place(a.birthplace, b.birthplace, places), country)
}

pub(super) fn residence(a: &Person, b: &Person, places: &Places) -> u8 {
    let country = match (a.residence.is_known(), b.residence.is_known()) {
        (true, true) if a.residence == b.residence => Same,
        (true, true) => Differs,
        _ => Unknown,
    };
    together(place(a.town, b.town, places), country)
}

/// Words of the addresses that have a partner.
pub(super) fn address(a: &Person, b: &Person) -> u8 {
    let (ours, theirs) = (a.texts(Text::Address).count(), b.texts(Text::Address).count());
    if ours == 0 || theirs == 0 {
        return 0;
    }
    let shared = a.texts(Text::Address).filter(|a| b.texts(Text::Address).any(|b| alike(a, b))).count();
    match (shared, ours.min(theirs), ours.max(theirs)) {
        (shared, _, all) if shared >= all => 1,
        (shared, few, _) if 3 * shared >= 2 * few => 2,
        (1.., ..) => 3,
        _ => 4,
    }
}

fn alike(a: &str, b: &str) -> bool {
    let edits = usize::from(a.len().min(b.len()) >= 5);
    distance_within(a.as_bytes(), b.as_bytes(), edits).is_some()
}
