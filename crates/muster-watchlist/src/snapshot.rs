//! Compiled editions, ready to be asked.

use crate::{Edition, EditionInfo, Hit, Screening, Subject, compare};

/// Compiled editions, immutable.
#[derive(Debug)]
pub struct Snapshot {
    editions: Vec<Edition>,
    infos: Vec<EditionInfo>,
}

/// The bytes are no snapshot of this engine.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is no snapshot of this engine version, or it is damaged: compile the lists again")]
pub struct BadSnapshot;

impl Snapshot {
    /// Compiles editions.
    #[must_use]
    pub fn compile(editions: &[Edition]) -> Self {
        Self { editions: editions.to_vec(), infos: editions.iter().map(Edition::info).collect() }
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
        self.screen_all(subject)
    }

    /// Screens a subject against every entry, one by one: what the index must equal.
    #[must_use]
    pub fn screen_all(&self, subject: &Subject) -> Screening {
        let mut hits = Vec::new();
        for edition in &self.editions {
            for entry in &edition.entries {
                let comparison = compare(subject, entry);
                if comparison.verdict.is_hit() {
                    hits.push(Hit {
                        list: edition.list.clone(),
                        dated: edition.dated.clone(),
                        entry: entry.id.clone(),
                        entry_digest: entry.digest(),
                        alias: entry.names[0].text.clone(),
                        alias_strength: entry.names[0].strength,
                        comparison,
                    });
                }
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
}
