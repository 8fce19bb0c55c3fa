//! Compiled editions, ready to be asked.

use crate::{
    Edition, EditionInfo, Entry, Hit, Kind, Screening, Subject,
    compare::Asked,
    index::NameIndex,
    score::{ALERT, LEAST_NAME, MOST_OF_FIELDS},
};
use std::collections::BTreeSet;

/// Compiled editions, immutable.
#[derive(Debug)]
pub struct Snapshot {
    editions: Vec<Edition>,
    infos: Vec<EditionInfo>,
    /// Entries that are compared with people: edition and place.
    people: Vec<(u32, u32)>,
    index: NameIndex,
}

/// The bytes are no snapshot of this engine.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is no snapshot of this engine version, or it is damaged: compile the lists again")]
pub struct BadSnapshot;

impl Snapshot {
    /// Compiles editions.
    #[must_use]
    pub fn compile(editions: &[Edition]) -> Self {
        let editions = editions.to_vec();
        let infos = editions.iter().map(Edition::info).collect();
        let mut people = Vec::new();
        for (edition, all) in editions.iter().enumerate() {
            for (place, entry) in all.entries.iter().enumerate() {
                if matches!(entry.kind, Kind::Person | Kind::Unknown) {
                    people.push((edition as u32, place as u32));
                }
            }
        }
        let index = NameIndex::build(people.iter().map(|(e, p)| &editions[*e as usize].entries[*p as usize]));
        Self { editions, infos, people, index }
    }

    /// As bytes, to be opened again in no time.
    ///
    /// # Panics
    /// Never: editions are always written as JSON.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let all: Vec<_> =
            self.infos.iter().zip(self.editions.iter().map(|edition| &edition.entries)).collect();
        serde_json::to_vec(&all).expect("texts and numbers")
    }

    /// From bytes.
    ///
    /// # Errors
    /// If they are damaged or from another engine version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BadSnapshot> {
        let all: Vec<(EditionInfo, Vec<crate::Entry>)> =
            serde_json::from_slice(bytes).map_err(|_| BadSnapshot)?;
        let editions: Vec<_> = all
            .into_iter()
            .map(|(info, entries)| Edition {
                list: info.list,
                dated: info.dated,
                digest: info.digest,
                entries,
            })
            .collect();
        Ok(Self::compile(&editions))
    }

    /// What it was compiled from.
    #[must_use]
    pub fn editions(&self) -> &[EditionInfo] {
        &self.infos
    }

    /// Screens a subject by the index.
    #[must_use]
    pub fn screen(&self, subject: &Subject) -> Screening {
        let asked = Asked::new(subject);
        let most = if subject.has_only_names() { 0 } else { MOST_OF_FIELDS };
        let least = LEAST_NAME.max(ALERT - most);
        let mut entries = BTreeSet::new();
        for name in &asked.names {
            entries.extend(
                self.index
                    .candidates(name, least)
                    .bounds
                    .iter()
                    .map(|(name, _)| self.index.names[*name as usize].entry),
            );
        }
        if !subject.documents.is_empty() {
            entries.extend(0..self.people.len() as u32);
        }
        self.hits(&asked, entries.into_iter())
    }

    /// Screens a subject against every entry, one by one: what the index must equal.
    #[must_use]
    pub fn screen_all(&self, subject: &Subject) -> Screening {
        self.hits(&Asked::new(subject), 0..self.people.len() as u32)
    }

    fn hits(&self, asked: &Asked<'_>, people: impl Iterator<Item = u32>) -> Screening {
        let mut hits = Vec::new();
        for no in people {
            let (edition, entry) = self.person(no);
            let (comparison, alias) = asked.compare(entry);
            if comparison.verdict.is_hit() {
                hits.push(Hit {
                    list: edition.list.clone(),
                    dated: edition.dated.clone(),
                    entry: entry.id.clone(),
                    entry_digest: entry.digest(),
                    alias: entry.names[alias].text.clone(),
                    alias_strength: entry.names[alias].strength,
                    comparison,
                });
            }
        }
        hits.sort_by(|a, b| {
            b.comparison
                .score
                .cmp(&a.comparison.score)
                .then_with(|| (&a.list, &a.entry).cmp(&(&b.list, &b.entry)))
        });
        Screening { hits, not_comparable: Vec::new() }
    }

    fn person(&self, no: u32) -> (&Edition, &Entry) {
        let (edition, place) = self.people[no as usize];
        let edition = &self.editions[edition as usize];
        (edition, &edition.entries[place as usize])
    }
}
