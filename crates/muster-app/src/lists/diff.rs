//! What one edition changes of another: for whoever signs, and for the worker that screens only what changed.

use super::{
    active::entries_of,
    editions::{edition_of, state_of},
};
use crate::{App, Failure};
use muster_case::office::ListEdition;
use muster_watchlist::{Entry, Kind};
use serde::Serialize;
use std::collections::BTreeMap;

/// What one edition changes of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListDiff {
    /// The older edition; nothing if none is in force.
    pub from: Option<ListEdition>,
    /// The newer edition.
    pub to: ListEdition,
    /// Entries that only the newer has.
    pub added: Vec<EntryLine>,
    /// Entries of which it says something else.
    pub changed: Vec<ChangedEntry>,
    /// Entries that only the older has.
    pub removed: Vec<EntryLine>,
}

/// An entry in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntryLine {
    /// The publisher's identifier.
    pub id: String,
    /// What is listed.
    pub kind: Kind,
    /// The name it is listed under.
    pub name: String,
}

/// An entry that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangedEntry {
    /// The entry as it is now.
    #[serde(flatten)]
    pub entry: EntryLine,
    /// What changed, in words such as `names` or `dates of birth`.
    pub what: Vec<&'static str>,
}

/// Compares two editions of a list: the one in force with the one imported last, if none are named.
///
/// # Errors
/// [`Failure::Input`] if there is no such list or edition; [`Failure::Store`] if the store failed.
pub fn diff(app: &App, list: &str, from: Option<&str>, to: Option<&str>) -> Result<ListDiff, Failure> {
    let state = state_of(app, list)?;
    let from = match from {
        Some(_) => Some(edition_of(&state, list, from)?),
        None => state.active(),
    };
    let to = edition_of(&state, list, to)?;
    let old = from.map_or(Ok(Vec::new()), |from| entries_of(app, from.content))?;
    let new = entries_of(app, to.content)?;
    let EntriesDiff { added, changed, removed } = diff_entries(&old, &new);
    Ok(ListDiff { from: from.cloned(), to: to.clone(), added, changed, removed })
}

/// What differs between entries that may come from anywhere: two files, or a file and an edition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct EntriesDiff {
    /// Entries that only the newer has.
    pub added: Vec<EntryLine>,
    /// Entries of which it says something else.
    pub changed: Vec<ChangedEntry>,
    /// Entries that only the older has.
    pub removed: Vec<EntryLine>,
}

/// Compares the entries of two editions.
#[must_use]
pub fn diff_entries(old: &[Entry], new: &[Entry]) -> EntriesDiff {
    let changes = changes(old, new);
    EntriesDiff {
        added: changes.added.iter().map(|entry| line(entry)).collect(),
        changed: changes.changed.iter().map(|(old, new)| changed(old, new)).collect(),
        removed: changes.removed.iter().map(|entry| line(entry)).collect(),
    }
}

/// An edition of a list with its entries: the one of that date or hash, or the one imported last.
///
/// # Errors
/// [`Failure::Input`] if there is no such list or edition; [`Failure::Store`] if the store failed.
pub fn edition(app: &App, list: &str, which: Option<&str>) -> Result<(ListEdition, Vec<Entry>), Failure> {
    let state = state_of(app, list)?;
    let edition = edition_of(&state, list, which)?;
    Ok((edition.clone(), entries_of(app, edition.content)?))
}

/// What differs between the entries of two editions.
pub(crate) struct Changes<'a> {
    pub(crate) added: Vec<&'a Entry>,
    /// The old entry and the new one.
    pub(crate) changed: Vec<(&'a Entry, &'a Entry)>,
    pub(crate) removed: Vec<&'a Entry>,
}

/// Compares entries by the publisher's identifier. Where one identifier stands for several, their number tells them
/// apart.
pub(crate) fn changes<'a>(old: &'a [Entry], new: &'a [Entry]) -> Changes<'a> {
    let mut before = by_id(old);
    let (mut added, mut changed) = (Vec::new(), Vec::new());
    for (key, entry) in in_order(new) {
        match before.remove(&key) {
            None => added.push(entry),
            Some(was) if was != entry => changed.push((was, entry)),
            Some(_) => {}
        }
    }
    let removed = in_order(old).into_iter().filter(|(key, _)| before.contains_key(key));
    Changes { added, changed, removed: removed.map(|(_, entry)| entry).collect() }
}

type Key<'a> = (&'a str, usize);

fn by_id(entries: &[Entry]) -> BTreeMap<Key<'_>, &Entry> {
    in_order(entries).into_iter().collect()
}

/// Each entry with its identifier, and how many of the same identifier came before.
fn in_order(entries: &[Entry]) -> Vec<(Key<'_>, &Entry)> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let keyed = entries.iter().map(|entry| {
        let times = seen.entry(&entry.id).or_default();
        *times += 1;
        ((entry.id.as_str(), *times), entry)
    });
    keyed.collect()
}

fn line(entry: &Entry) -> EntryLine {
    let name = entry.names.first().map(|name| name.text.clone()).unwrap_or_default();
    EntryLine { id: entry.id.clone(), kind: entry.kind, name }
}

fn changed(old: &Entry, new: &Entry) -> ChangedEntry {
    let differs = [
        ("kind", old.kind != new.kind),
        ("names", old.names != new.names),
        ("dates of birth", old.born != new.born),
        ("places of birth", old.birthplaces != new.birthplaces),
        ("nationalities", old.nationalities != new.nationalities),
        ("sex", old.sex != new.sex),
        ("father's name", old.fathers != new.fathers),
        ("documents", old.documents != new.documents),
        ("programmes", old.programmes != new.programmes),
        ("remarks", old.remarks != new.remarks),
    ];
    let what = differs.into_iter().filter_map(|(what, differs)| differs.then_some(what)).collect();
    ChangedEntry { entry: line(new), what }
}
