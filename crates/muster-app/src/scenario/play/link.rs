//! The engine of linkage at its work in the play: the same records, comparison and suspicion as the worker's.

use super::desk::Desk;
use crate::{
    Act, Failure,
    duplicates::{LINKAGE, record, suspicion},
};
use jiff::Timestamp;
use muster_case::Permit;
use muster_linkage::{Linker, Record, Weights, compare};

/// Everybody who wrote so far.
pub(super) struct Linked {
    linker: Linker,
    /// The file of each record.
    files: Vec<usize>,
}

impl Linked {
    pub(super) fn new() -> Self {
        Self { linker: Linker::new(Weights::shipped()), files: Vec::new() }
    }
}

impl Desk<'_> {
    /// Puts whoever wrote against everybody before them.
    pub(super) fn link(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        let record = self.record(file);
        let (_, found) = self.linked.linker.meet(&record);
        self.linked.files.push(file);
        let mut acts = Vec::new();
        for link in found.links {
            let other = self.linked.files[link.record as usize];
            if self.case(other).merged_into.is_some() || self.case(other).person.is_none() {
                continue;
            }
            let comparison = compare(&Weights::shipped(), &self.record(other), &record);
            acts.push(Act::new(Permit::ask(LINKAGE)?, suspicion(self.files[other].id, &comparison)));
        }
        if !acts.is_empty() {
            self.act(file, acts, at)?;
        }
        let suspected: Vec<usize> =
            self.case(file).duplicates.iter().filter_map(|case| self.file_of(*case)).collect();
        self.notes.suspected.extend(suspected.into_iter().map(|other| (file, other)));
        Ok(())
    }

    fn record(&self, file: usize) -> Record {
        let told = &self.files[file].told;
        record([&told.identity].into_iter(), [&told.contact].into_iter())
    }
}
