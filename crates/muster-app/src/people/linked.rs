//! All cases of one human: the person's own, and those found to be of the same human and merged.

use crate::{App, Failure};
use muster_case::{Permit, access::ReadCases};
use muster_store::views::CaseRow;
use muster_vocab::{CaseId, PersonId};
use std::collections::BTreeSet;

impl App {
    /// Every case of the human behind `person`, in the order they were opened. A case that is merged away has a person
    /// of its own on record: the same human, and so part of the same file.
    pub(super) fn linked_cases(
        &self,
        permit: Permit<ReadCases>,
        person: PersonId,
    ) -> Result<Vec<CaseRow>, Failure> {
        let mut linked = self.store.views.cases_of(permit, person)?;
        if linked.is_empty() {
            return Ok(linked);
        }
        let mut merged = Vec::new();
        self.store.views.each_case(permit, &mut |row| {
            if row.merged_into.is_some() {
                merged.push(row);
            }
        })?;
        let mut known: BTreeSet<CaseId> = linked.iter().map(|row| row.case).collect();
        loop {
            let before = known.len();
            for row in &merged {
                let into = row.merged_into.is_some_and(|into| known.contains(&into));
                if into && known.insert(row.case) {
                    linked.push(row.clone());
                }
            }
            for into in linked.iter().filter_map(|row| row.merged_into).collect::<Vec<_>>() {
                if let Some(row) = self.store.views.case(permit, into)?.filter(|row| row.person.is_some())
                    && known.insert(into)
                {
                    linked.push(row);
                }
            }
            if known.len() == before {
                break;
            }
        }
        linked.sort_by_key(|row| (row.opened_at, row.case));
        Ok(linked)
    }
}
