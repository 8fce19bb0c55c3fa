//! How an adjudicator judges with entry and dossier side by side, and how a clerk compares names.

use crate::scenario::{ListEntry, people::script::without_mark};
use muster_case::{intake::Identity, screening::ListRef};
use muster_vocab::{PartialDate, PersonName};

/// The list's name in the log.
pub(super) const LIST: &str = "consolidated";
/// The list of records that authorities answer from.
pub(super) const RECORDS: &str = "police_records";

/// What an adjudicator concludes from entry and dossier side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// Somebody else.
    Other,
    /// Cannot be told: may go on under a condition.
    Open,
    /// The same person.
    Same,
}

/// Whether two parts of names begin with the same three letters.
pub(super) fn begins_alike(one: &str, other: &str) -> bool {
    one.chars().take(3).eq(other.chars().take(3))
}

/// What an adjudicator makes of an entry that the engine holds against somebody. A birth or a document proves it only
/// with a name of which two parts agree, or all there are.
pub(super) fn judge(entry: &ListEntry, identity: &Identity) -> Likeness {
    let paper = entry.document.is_some() && entry.document.as_ref() == identity.document.as_ref();
    let day = entry.born.is_some_and(|born| same_day_or_slip(born, identity.born));
    let same_year = entry.born.is_some_and(|born| born.year() == identity.born.year());
    let country = entry.nationality.map(|country| identity.nationalities.contains(&country));
    let named = parts_alike(entry, identity) >= 2;
    match (paper || (day && country != Some(false)), same_year, country) {
        (true, ..) if named || paper => Likeness::Same,
        (true, ..) => Likeness::Open,
        (_, true, Some(true)) if named => Likeness::Open,
        _ => Likeness::Other,
    }
}

/// How many parts of the name begin alike, under the best of the entry's names; in Latin letters or in its own.
fn parts_alike(entry: &ListEntry, identity: &Identity) -> usize {
    let told = [&identity.name].into_iter().chain(&identity.name_original).map(folded);
    let listed = || {
        let names = [&entry.name].into_iter().chain(&entry.name_original).chain(&entry.aliases);
        names.map(folded)
    };
    let alike = |told: &str, listed: &str| {
        let parts = told.split(' ');
        parts.filter(|part| listed.split(' ').any(|other| begins_alike(part, other))).count()
    };
    told.flat_map(|told| listed().map(move |listed| alike(&told, &listed))).max().unwrap_or_default()
}

/// The same day, or one that a careless hand makes of it: day and month changed about, a year or a few days off.
fn same_day_or_slip(listed: PartialDate, told: PartialDate) -> bool {
    let (Some(listed), Some(told)) = (listed.day(), told.day()) else { return false };
    let days = told.duration_since(listed).as_hours().abs() / 24;
    let turned = listed.year() == told.year() && listed.day() == told.month();
    days <= 5 || (turned && told.day().min(12) == listed.month()) || (360..=370).contains(&days)
}

/// The reference of a list in an edition.
pub(super) fn list(name: &str, edition: &str) -> ListRef {
    ListRef { list: name.to_owned(), edition: edition.to_owned() }
}

/// Small letters without marks, the parts in the order of the alphabet.
pub(super) fn folded(name: &PersonName) -> String {
    let small = |c: char| without_mark(c).to_lowercase().collect::<String>();
    let plain: String =
        name.full().chars().map(|c| if c.is_alphanumeric() { small(c) } else { " ".to_owned() }).collect();
    let mut parts: Vec<&str> = plain.split_whitespace().collect();
    parts.sort_unstable();
    parts.join(" ")
}
