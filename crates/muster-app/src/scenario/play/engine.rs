//! The engine at its work in the play: the same looks, hits and records as the screening worker's, in the same words.

use super::{
    desk::{Desk, Human},
    watch::{LIST, Likeness, judge},
};
use crate::{
    Act, App, Failure,
    lists::{Active, active, sign, take_in},
    scenario::{ListEntry, Watchlist},
    screening::{Found, look, subject_of},
};
use jiff::Timestamp;
use muster_case::{Permit, Stage, screening::WATCHLIST_CHECK};
use muster_vocab::{Actor, Digest, HitId, Worker};
use muster_watchlist::{Applicants, Subject, Verdict, lists::Reading};
use std::{collections::BTreeSet, sync::Arc};

/// The dates of the two editions.
const EDITIONS: [&str; 2] = ["2022-02-15", "2022-03-09"];

/// The worker that screens.
pub(super) const SCREENING: Actor = Actor::System { worker: Worker::Screening };

/// A screener takes in an edition of the list and signs first; an adjudicator puts it in force.
pub(super) fn put_in_force(
    app: &App,
    list: &Watchlist,
    second: bool,
    [screener, adjudicator]: [Actor; 2],
    at: Timestamp,
) -> Result<Arc<Active>, Failure> {
    let (entries, dated) = (list.published(second), EDITIONS[usize::from(second)]);
    let source = Digest::of(&serde_json::to_vec(&entries).expect("an entry has only texts and numbers"));
    let reading = Reading { list: LIST.to_owned(), dated: Some(dated.to_owned()), entries, bad: Vec::new() };
    take_in(app, Permit::ask(screener)?, reading, source, at)?;
    for by in [screener, adjudicator] {
        sign(app, by, LIST, Some(dated), at)?;
    }
    active(app)
}

impl Desk<'_> {
    /// What the person of a file told, also in cases that were merged into it.
    pub(super) fn subject(&self, file: usize) -> Subject {
        let merged = self.notes.merged.iter().filter(|(_, older)| *older == file).map(|(newer, _)| *newer);
        let told: Vec<usize> = [file].into_iter().chain(merged).collect();
        subject_of(told.iter().map(|file| &self.files[*file].told.identity))
    }

    /// What the worker does about the check of a case that comes to it.
    pub(super) fn engine(&mut self, file: usize) -> Result<Vec<Act>, Failure> {
        let subject = self.subject(file);
        // Once for everybody who comes to screening; the second look at the reception desk is not counted again.
        if self.case(file).clearance.is_none() {
            self.count_against_given(&subject);
        }
        let found = look(&self.active, &subject);
        let acts = found.acts(SCREENING, self.files[file].id, self.case(file))?;
        self.note_hits(file, &found);
        Ok(acts)
    }

    /// How many alerts the lists that were given would raise.
    fn count_against_given(&mut self, subject: &Subject) {
        let Some((given, count)) = self.given.zip(self.notes.against.as_mut()) else { return };
        let hits = given.screen(subject).hits;
        let strong = hits.iter().filter(|hit| hit.comparison.verdict == Verdict::Strong);
        count.screened += 1;
        count.people += u32::from(!hits.is_empty());
        count.alerts += hits.len() as u32;
        count.strong += strong.count() as u32;
    }

    /// Another writing of somebody became known: looked up under its names too, if the person was screened already.
    pub(super) fn engine_again(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        let screened = self.case(file).checks.get(WATCHLIST_CHECK).is_some_and(Option::is_some);
        if !screened || !self.case(file).is_active() {
            return Ok(());
        }
        let found = look(&self.active, &self.subject(file));
        let acts = found.hits(SCREENING, self.files[file].id, self.case(file))?;
        self.note_hits(file, &found);
        if acts.is_empty() { Ok(()) } else { self.act(file, acts, at) }
    }

    /// What an adjudicator will make of each hit, from entry and dossier side by side.
    fn note_hits(&mut self, file: usize, found: &Found) {
        for hit in &found.hits {
            let known = self.case(file).hits.values().any(|known| known.entry == hit.entry_digest);
            let entry = hit.entry.parse().ok().and_then(|no| self.population.watchlist.entry(no));
            let Some(entry) = entry.filter(|_| !known) else { continue };
            let (likeness, no) = (judge(entry, &self.files[file].told.identity), entry.no);
            let id = found.id_of(self.files[file].id, hit);
            self.notes.hits.raised += 1;
            self.files[file].hits.push((id, likeness));
            self.files[file].entries.insert(no);
        }
    }

    /// A new edition of the list comes into force: whoever was cleared against the old one is put against what it adds.
    pub(super) fn update_list(&mut self, at: Timestamp) -> Result<(), Failure> {
        if self.population.watchlist.added.is_empty() {
            return Ok(());
        }
        let signers = [self.cast.screeners[0], self.cast.adjudicators[0]];
        self.active = put_in_force(self.app, &self.population.watchlist, true, signers, at)?;
        let added: Vec<_> = self.population.watchlist.added.iter().map(ListEntry::published).collect();
        let wanted: BTreeSet<Digest> = added.iter().map(muster_watchlist::Entry::digest).collect();
        let mut applicants = Applicants::new();
        for file in 0..self.files.len() {
            let case = self.case(file);
            let cleared = case.is_active() && case.checks.get(WATCHLIST_CHECK).is_some_and(Option::is_some);
            if cleared && matches!(self.files[file].who, Human::Writer(_)) {
                applicants.insert(file as u64, self.subject(file));
            }
        }
        let meant: BTreeSet<usize> =
            applicants.screen(&added).into_iter().map(|(file, ..)| file as usize).collect();
        for file in meant {
            let found = look(&self.active, &self.subject(file)).only(LIST, &|entry| wanted.contains(entry));
            let acts = found.hits(SCREENING, self.files[file].id, self.case(file))?;
            self.note_hits(file, &found);
            self.notes.hits.by_update += acts.len() as u32;
            self.act(file, acts, at)?;
        }
        Ok(())
    }

    /// What an adjudicator makes of a hit.
    pub(super) fn likeness(&self, file: usize, hit: HitId) -> Likeness {
        let known = self.files[file].hits.iter().find(|(known, _)| *known == hit);
        known.map_or(Likeness::Other, |(_, likeness)| *likeness)
    }

    /// Whether somebody stands where the desk of the reception may let them in.
    pub(super) fn is_free(&self, file: usize) -> bool {
        let case = self.case(file);
        case.holds.is_empty() && case.open_hits().next().is_none() && case.stage == Some(Stage::Presented)
    }
}
