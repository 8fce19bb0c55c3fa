//! The engine: records in, links out, one after another.

use crate::{
    answer::{Answer, MilliBits, Score, TO_PERSON},
    cluster::cluster,
    estimate::Patterns,
    evidence::Comparison,
    index::{Index, RecordId},
    keys::{Family, Key},
    levels::Levels,
    person::Person,
    record::Record,
    weights::{Kind, Weights},
};
use std::fmt;

/// A record that may be of the same person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Which record.
    pub record: RecordId,
    /// How alike.
    pub score: Score,
}

/// What looking one record up came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Records of the same person, or where a person must look; the strongest first.
    pub links: Vec<Link>,
    /// Records of other people who share a telephone, an e-mail address or an address: a household, not one person.
    pub household: Vec<RecordId>,
    /// How many records were compared.
    pub compared: usize,
    /// How many of its keys were closed because too many share them.
    pub closed_keys: usize,
}

/// Every record known, in memory. `Debug` shows how many.
pub struct Linker {
    index: Index,
    weights: Weights,
    /// Room for candidates, so that a look-up asks for no memory.
    candidates: Vec<RecordId>,
}

impl Linker {
    /// An empty one.
    #[must_use]
    pub fn new(weights: Weights) -> Self {
        Self { index: Index::default(), weights, candidates: Vec::new() }
    }

    /// Goes on with other weights: scores change, what is known stays.
    pub fn set_weights(&mut self, weights: Weights) {
        self.weights = weights;
    }

    /// Remembers a record. Records are numbered from 0.
    pub fn insert(&mut self, record: &Record) -> RecordId {
        let person = self.index.prepare(record);
        let keys = self.index.keys(&person);
        self.index.insert(person, &keys)
    }

    /// Remembers many, in their order: on two threads, so in about half the time.
    pub fn insert_all<'a>(&mut self, records: impl IntoIterator<Item = &'a Record, IntoIter: Send>) {
        self.index.insert_all(records.into_iter());
    }

    /// Looks a record up among all that are remembered.
    pub fn look_up(&mut self, record: &Record) -> Found {
        let person = self.index.prepare(record);
        let keys = self.index.keys(&person);
        self.find(&person, &keys)
    }

    /// Looks a record up and then remembers it: one step for each application that arrives.
    pub fn meet(&mut self, record: &Record) -> (RecordId, Found) {
        let person = self.index.prepare(record);
        let keys = self.index.keys(&person);
        let found = self.find(&person, &keys);
        (self.index.insert(person, &keys), found)
    }

    /// Forgets a record for good; its number is not given again. Whether it was there.
    pub fn forget(&mut self, record: RecordId) -> bool {
        self.index.forget(record)
    }

    /// How many numbers were given.
    #[must_use]
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether nothing was ever inserted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The score of two remembered records; nothing if one is forgotten.
    #[must_use]
    pub fn score(&self, a: RecordId, b: RecordId) -> Option<Score> {
        Some(Score::of(&self.weights, self.levels(a, b)?))
    }

    /// The evidence for and against two remembered records being of one person; nothing if one is forgotten.
    #[must_use]
    pub fn explain(&self, a: RecordId, b: RecordId) -> Option<Comparison> {
        Some(Comparison::of(&self.weights, self.levels(a, b)?))
    }

    /// Every record that shares a key with this one, before anything is compared. To measure what keys lose.
    #[must_use]
    pub fn candidates(&self, record: RecordId) -> Vec<RecordId> {
        let mut found = Vec::new();
        if let Some(person) = self.index.get(record) {
            self.index.candidates(person, &self.index.keys(person), RecordId::MAX, &mut found);
            found.retain(|other| *other != record);
        }
        found
    }

    /// Every record before this one that shares a key with it and scores at least so much, in the order of insertion: a
    /// whole set is compared by asking this of each.
    #[must_use]
    pub fn before(&self, record: RecordId, least: MilliBits) -> Vec<Link> {
        let mut candidates = Vec::new();
        let Some(person) = self.index.get(record) else { return Vec::new() };
        self.index.candidates(person, &self.index.keys(person), record, &mut candidates);
        let link = |record: RecordId| {
            let levels = self.compare_at_least(self.index.get(record)?, person, least, false)?;
            Some(Link { record, score: Score::of(&self.weights, levels) })
                .filter(|link| link.score.bits >= least)
        };
        candidates.into_iter().filter_map(link).collect()
    }

    /// Weights from what is remembered, without labels; nothing if no two records share a key.
    ///
    /// It compares everybody with all candidates and takes seconds. Weights decide what people are asked: whoever uses
    /// other than the shipped ones keeps them, for evidence is replayed with them.
    #[must_use]
    pub fn estimate(&self) -> Option<Weights> {
        let (mut patterns, mut candidates) = (Patterns::default(), Vec::new());
        for a in 0..self.len() as RecordId {
            let Some(person) = self.index.get(a) else { continue };
            self.index.candidates(person, &self.index.keys(person), a, &mut candidates);
            for b in &candidates {
                if let Some(levels) = self.levels(a, *b) {
                    patterns.add(levels);
                }
            }
        }
        patterns.estimate()
    }

    /// Groups of one person each, from links found before. `apart`: of these people said that they are two.
    #[must_use]
    pub fn cluster(
        &self,
        links: impl IntoIterator<Item = (RecordId, RecordId, MilliBits)>,
        apart: &[(RecordId, RecordId)],
    ) -> Vec<Vec<RecordId>> {
        cluster(links, apart, |a, b| self.score(a, b).map(|score| score.bits))
    }

    fn levels(&self, a: RecordId, b: RecordId) -> Option<Levels> {
        Some(self.compare(self.index.get(a)?, self.index.get(b)?))
    }

    fn compare(&self, a: &Person, b: &Person) -> Levels {
        Levels::of(a, b, &self.index.words, &self.index.places)
    }

    fn compare_at_least(&self, a: &Person, b: &Person, least: MilliBits, household: bool) -> Option<Levels> {
        let index = &self.index;
        Levels::of_at_least((a, b), (&index.words, &index.places), &self.weights, least, household)
    }

    fn find(&mut self, person: &Person, keys: &[(Key, Family)]) -> Found {
        let mut candidates = std::mem::take(&mut self.candidates);
        let closed_keys = self.index.candidates(person, keys, RecordId::MAX, &mut candidates);
        let mut found = Found { compared: candidates.len(), closed_keys, ..Found::default() };
        for record in &candidates {
            let Some(other) = self.index.get(*record) else { continue };
            let Some(levels) = self.compare_at_least(person, other, MilliBits(TO_PERSON), true) else {
                continue;
            };
            let score = Score::of(&self.weights, levels);
            if score.answer != Answer::Different {
                found.links.push(Link { record: *record, score });
            } else if matches!(score.against, Kind::Relatives | Kind::Twins) && levels.share_household() {
                found.household.push(*record);
            }
        }
        found.links.sort_by_key(|link| (std::cmp::Reverse(link.score.bits), link.record));
        self.candidates = candidates;
        found
    }
}

impl fmt::Debug for Linker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Linker({} records)", self.len())
    }
}
