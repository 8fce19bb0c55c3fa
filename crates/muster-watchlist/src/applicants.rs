//! The other way round: which applicants does a changed entry mean?

use crate::{Comparison, Entry, Subject, compare};
use std::collections::BTreeMap;

/// An index of applicants, to be asked with the entries that a new edition changes.
#[derive(Debug, Default)]
pub struct Applicants {
    subjects: BTreeMap<u64, Subject>,
}

impl Applicants {
    /// Nobody yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds somebody under `key`, in place of whoever was there.
    pub fn insert(&mut self, key: u64, subject: Subject) {
        self.subjects.insert(key, subject);
    }

    /// Takes somebody out.
    pub fn remove(&mut self, key: u64) {
        self.subjects.remove(&key);
    }

    /// Who is hit by which of `entries`: key, index of the entry, comparison; in the order of entries, then keys.
    #[must_use]
    pub fn screen(&self, entries: &[Entry]) -> Vec<(u64, usize, Comparison)> {
        let mut hits = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            for (key, subject) in &self.subjects {
                let comparison = compare(subject, entry);
                if comparison.verdict.is_hit() {
                    hits.push((*key, index, comparison));
                }
            }
        }
        hits
    }
}
