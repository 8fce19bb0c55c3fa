//! How an officer looks somebody up on a list by hand: the name as written, folded, and the year of birth.

use crate::scenario::{ListEntry, people::script::without_mark};
use muster_case::{
    intake::Identity,
    screening::{ListRef, Strength},
};
use muster_vocab::{Digest, PartialDate, PersonName};
use std::collections::HashMap;

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

/// An entry that an officer's look found.
pub(super) struct Look {
    pub(super) entry: u32,
    pub(super) hash: Digest,
    pub(super) strength: Strength,
    pub(super) likeness: Likeness,
    pub(super) evidence: &'static str,
}

/// A list sorted by folded names, as a list in a binder is.
pub(super) struct ListIndex {
    by_name: HashMap<String, Vec<ListEntry>>,
}

impl ListIndex {
    pub(super) fn of(entries: &[ListEntry]) -> Self {
        let mut index = Self { by_name: HashMap::new() };
        index.add(entries);
        index
    }

    /// Files more entries.
    pub(super) fn add(&mut self, entries: &[ListEntry]) {
        for entry in entries {
            let mut names: Vec<String> =
                [&entry.name].into_iter().chain(&entry.aliases).map(folded).collect();
            names.sort();
            names.dedup();
            for name in names {
                self.by_name.entry(name).or_default().push(entry.clone());
            }
        }
    }

    /// Entries of the same name whose year of birth does not speak against it.
    pub(super) fn look_up(&self, identity: &Identity) -> Vec<Look> {
        let entries = self.by_name.get(&folded(&identity.name)).into_iter().flatten();
        entries.filter_map(|entry| look(entry, identity)).collect()
    }
}

/// How far apart two years of birth may be before an officer says that they are of two people: lists get them wrong.
const YEARS_APART: u16 = 5;

/// A closer look, for the few entries that a new edition adds: any part of the name that begins alike, and the birth.
pub(super) fn look_closely(entry: &ListEntry, identity: &Identity) -> Option<Look> {
    let told = folded(&identity.name);
    // How many parts of the name begin alike, under the best of the entry's names.
    let alike = |listed: &PersonName| {
        let listed = folded(listed);
        told.split(' ').filter(|part| listed.split(' ').any(|other| begins_alike(part, other))).count()
    };
    let named = [&entry.name].into_iter().chain(&entry.aliases).map(alike).max().unwrap_or_default();
    let born = entry.born?;
    let year_alone = born.day().is_none() && born.year() == identity.born.year();
    let found = (named >= 1 && same_day_or_slip(born, identity.born)) || (named >= 2 && year_alone);
    let mut look = found.then(|| look(entry, identity)).flatten()?;
    if named < 2 && look.likeness == Likeness::Same {
        // One part of a name and a birth: two people must clear it, and one must not call it proof.
        look.likeness = Likeness::Open;
    }
    Some(look)
}

/// Whether two parts of names begin with the same three letters.
pub(super) fn begins_alike(one: &str, other: &str) -> bool {
    one.chars().take(3).eq(other.chars().take(3))
}

/// How one entry compares with somebody of the same name; nothing if the births are years apart.
pub(super) fn look(entry: &ListEntry, identity: &Identity) -> Option<Look> {
    let apart = entry.born.map(|born| born.year().abs_diff(identity.born.year()));
    let paper = entry.document.is_some() && entry.document.as_ref() == identity.document.as_ref();
    if !paper && apart.is_some_and(|years| years > YEARS_APART) {
        return None;
    }
    let day = entry.born.is_some_and(|born| same_day_or_slip(born, identity.born));
    let country = entry.nationality.map(|country| identity.nationalities.contains(&country));
    let strong = paper || (day && country != Some(false));
    let (likeness, evidence) = match (strong, apart, country) {
        (true, _, _) => (Likeness::Same, "name, and date of birth or document"),
        (_, Some(0), Some(true)) => (Likeness::Open, "name, year of birth, nationality"),
        _ => (Likeness::Other, "name, and no more"),
    };
    let strength = if strong { Strength::Strong } else { Strength::Ordinary };
    Some(Look { entry: entry.no, hash: hash(entry), strength, likeness, evidence })
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

fn hash(entry: &ListEntry) -> Digest {
    let born = entry.born.map_or_else(String::new, |born| born.to_string());
    Digest::of(format!("{}|{}|{born}", entry.no, folded(&entry.name)).as_bytes())
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
