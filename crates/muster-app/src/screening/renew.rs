//! Another edition comes into force: everybody who was screened is put against what it adds and changes, and hits on
//! what it changes or leaves out say so. Nothing is lifted.

use super::{
    follow::{Run, was_screened},
    look::look,
    subject::subject_of,
};
use crate::{
    Act, App, Failure,
    lists::{changes, entries_of, list_ref},
};
use muster_case::{
    Hold, OfficeEvent, Permit, Stage,
    intake::Identity,
    office::{ListEdition, OFFICE_STREAM, Office, evolve_office},
    screening::{EntryChange, HitState, NoteEntry, Ruling},
};
use muster_store::StoreError;
use muster_vocab::{CaseId, Digest};
use muster_watchlist::{Applicants, Entry};
use std::collections::{BTreeMap, BTreeSet};

/// A list of which another edition came into force.
pub(super) struct Renewal {
    pub(super) list: String,
    /// The content that was in force before; nothing for the first edition.
    pub(super) from: Option<Digest>,
    pub(super) to: ListEdition,
}

/// What the activations of these versions of the office changed, taken together for each list.
pub(super) fn renewals(app: &App, versions: &BTreeSet<u64>) -> Result<Vec<Renewal>, Failure> {
    let mut office = Office::default();
    let mut renewed: BTreeMap<String, Renewal> = BTreeMap::new();
    for recorded in app.store.journal.history::<OfficeEvent>(OFFICE_STREAM)? {
        let before = match &recorded.event {
            OfficeEvent::ListActivated(event) if versions.contains(&recorded.version) => {
                let from = office.lists.get(&event.list).and_then(|state| state.activated.last().copied());
                Some((event.list.clone(), from))
            }
            _ => None,
        };
        evolve_office(&mut office, &recorded.event, &recorded.moment);
        let Some((list, from)) = before else { continue };
        let Some(to) = office.lists.get(&list).and_then(|state| state.active().cloned()) else { continue };
        renewed.entry(list.clone()).and_modify(|known| known.to = to.clone()).or_insert(Renewal {
            list,
            from,
            to,
        });
    }
    Ok(renewed.into_values().collect())
}

/// Everybody whose case is open, by a number, with everything they told.
struct Everybody {
    cases: Vec<(CaseId, Vec<Identity>)>,
    /// Cases that are held for security: among them is every hit that is open or confirmed.
    held: Vec<CaseId>,
}

impl Run<'_> {
    /// Puts everybody against what the edition `to` changes of the one before.
    pub(super) fn put_everybody_against(
        &mut self,
        list: &str,
        from: Option<Digest>,
        to: &ListEdition,
    ) -> Result<(), Failure> {
        let old = from.map_or(Ok(Vec::new()), |content| entries_of(self.app, content))?;
        let new = entries_of(self.app, to.content)?;
        let changes = changes(&old, &new);
        let asked: Vec<Entry> = changes
            .added
            .iter()
            .copied()
            .chain(changes.changed.iter().map(|(_, new)| *new))
            .cloned()
            .collect();
        let wanted: BTreeSet<Digest> = asked.iter().map(Entry::digest).collect();
        let everybody = self.everybody()?;
        for number in hit_by(&everybody, &asked) {
            let (id, identities) = &everybody.cases[number];
            let told = self.told(*id)?;
            // Whoever was not screened yet is put against the whole list when the time comes.
            if !was_screened(&told.loaded.state) {
                continue;
            }
            let found = look(&self.active, &subject_of(identities));
            let found = found.only(list, &|entry| wanted.contains(entry));
            let acts = found.hits(self.by, *id, &told.loaded.state)?;
            self.begin(*id, &told, acts)?;
        }
        self.settle()?;
        if from.is_some() {
            self.note(list, to, &new, &everybody.held)?;
        }
        Ok(())
    }

    /// Says on each hit that waits, or was confirmed, what the new edition did with its entry.
    fn note(&mut self, list: &str, to: &ListEdition, new: &[Entry], held: &[CaseId]) -> Result<(), Failure> {
        let digests: BTreeSet<Digest> = new.iter().map(Entry::digest).collect();
        let ids: BTreeSet<&str> = new.iter().map(|entry| entry.id.as_str()).collect();
        for id in held {
            let told = self.told(*id)?;
            let stands = |hit: &HitState| {
                matches!(hit.ruling, None | Some(Ruling::TrueMatch))
                    && hit.list.list == list
                    && !digests.contains(&hit.entry)
            };
            let mut acts = Vec::new();
            for (hit, state) in told.loaded.state.hits.iter().filter(|(_, hit)| stands(hit)) {
                // Of a hit that was raised by hand the entry's identifier is not known.
                let Some(scored) = &state.scored else { continue };
                let still = ids.contains(scored.entry.as_str());
                let change = if still { EntryChange::Changed } else { EntryChange::Left };
                let note = NoteEntry { hit: *hit, list: list_ref(to), change };
                acts.push(Act::new(Permit::ask(self.by)?, note));
            }
            self.begin(*id, &told, acts)?;
        }
        Ok(())
    }

    /// Everybody whose case is open and who told anything, in the order of their cases.
    fn everybody(&self) -> Result<Everybody, Failure> {
        let (mut open, mut into, mut held) = (BTreeSet::new(), BTreeMap::new(), Vec::new());
        let security = Hold::Security.word();
        self.app.store.views.each_case(self.read, &mut |row| {
            let closed = Stage::ALL.iter().any(|stage| stage.word() == row.stage && stage.is_closed());
            match row.merged_into {
                Some(other) => {
                    into.insert(row.case, other);
                }
                None if !closed => {
                    open.insert(row.case);
                    if row.holds.iter().any(|hold| hold == security) {
                        held.push(row.case);
                    }
                }
                None => {}
            }
        })?;
        let keys = self.app.store.journal.keys().open_all().map_err(StoreError::from)?;
        let mut told: BTreeMap<CaseId, Vec<Identity>> = BTreeMap::new();
        self.app.store.journal.each_identity(&keys, &mut |mut case, identity| {
            // A merged case may be merged on, a few times.
            for _ in 0..into.len() {
                let Some(other) = into.get(&case) else { break };
                case = *other;
            }
            if open.contains(&case) {
                told.entry(case).or_default().push(identity);
            }
        })?;
        Ok(Everybody { cases: told.into_iter().collect(), held })
    }
}

/// The numbers of those whom any of `entries` hits.
fn hit_by(everybody: &Everybody, entries: &[Entry]) -> BTreeSet<usize> {
    if entries.is_empty() {
        return BTreeSet::new();
    }
    let mut applicants = Applicants::new();
    for (number, (_, identities)) in (0_u64..).zip(&everybody.cases) {
        applicants.insert(number, subject_of(identities));
    }
    applicants.sort();
    applicants.screen(entries).into_iter().map(|(number, ..)| number as usize).collect()
}
