//! Search by name in any script, by reference, by address: what the caller on the telephone can say.
//!
//! Names lie in memory alone, for as long as the process runs: they are opened once and follow the log.

mod index;

use super::Officer;
use crate::{App, Failure, portal::forgive_reference, screening::told};
use index::NameIndex;
use jiff::Timestamp;
use muster_case::{
    Case, Event, Permit, Stage,
    access::{OpenSealed, ReadCases, RecordAccess},
    decide,
    intake::Identity,
};
use muster_store::StoreError;
use muster_vocab::{CaseId, EmailAddress, Moment, PhoneNumber, StreamId};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::{Mutex, PoisonError, RwLock},
};

/// How many are shown.
pub const SHOWN: usize = 20;
/// What may make another name known, or end one.
const TAGS: &[&str] = &[
    "intake.submitted",
    "intake.info_answered",
    "intake.submission_repeated",
    "intake.corrected",
    "intake.correction_asked",
    "intake.draft_opened",
    "movement.walk_in_registered",
    "closing.erased",
    RECUSED,
];
/// Whoever stepped back from a case is not shown whose it is.
const RECUSED: &str = "decision.recused";
const BATCH: u32 = 512;

/// Somebody who was found. `Debug` does not show the name.
#[derive(Clone, PartialEq, Eq)]
pub struct Found {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The name as last told; nothing in a case that is only begun.
    pub name: Option<String>,
    /// The stage's word.
    pub stage: String,
    /// The mission's code.
    pub mission: String,
}

impl fmt::Debug for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reference, stage, .. } = self;
        f.debug_struct("Found").field("reference", reference).field("stage", stage).finish_non_exhaustive()
    }
}

/// The names in memory, and how far they follow the log.
#[derive(Default)]
pub(super) struct Names {
    index: RwLock<NameIndex>,
    /// How far it has come; nothing before it is made. Whoever holds it is the one who follows.
    seq: Mutex<Option<u64>>,
}

impl App {
    /// Makes the index of names, or follows the log with it. Gives how many cases were read.
    ///
    /// # Errors
    /// If the store fails.
    pub fn keep_names(&self) -> Result<usize, Failure> {
        let mut seq = self.desk.search.seq.lock().unwrap_or_else(PoisonError::into_inner);
        self.follow_names(&mut seq, u32::MAX)
    }

    /// Who is meant by what was typed: at most [`SHOWN`] of the officer's missions, the likest first. That each of them
    /// was shown is recorded on the case, with the purpose `search`.
    ///
    /// # Errors
    /// [`Failure::Input`] if nothing was typed that could be looked for; else if the store fails.
    pub fn search(
        &self,
        officer: &Officer,
        permit: Permit<OpenSealed>,
        typed: &str,
        at: Timestamp,
    ) -> Result<Vec<Found>, Failure> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Failure::Input("nothing was typed".to_owned()));
        }
        self.freshen()?;
        let read = Permit::<ReadCases>::ask(permit.actor())?;
        let may_record = Permit::<RecordAccess>::ask(permit.actor())?;
        let by = Moment { at, by: may_record.actor() };
        let (mut shown, mut looks) = (Vec::new(), Vec::new());
        for case in self.meant(officer, typed)? {
            if shown.len() == SHOWN {
                break;
            }
            let Some(row) = self.store.views.case(read, case)? else { continue };
            // Nobody is there any more whose name it was.
            if row.person.is_none() || !officer.sees(&row.mission) {
                continue;
            }
            let (name, known) = {
                let index = self.desk.search.index.read().unwrap_or_else(PoisonError::into_inner);
                // Whether one may look rests on no more than this; the case need not be read for it.
                let stage = Stage::ALL.iter().copied().find(|stage| stage.word() == row.stage);
                (index.name(case), Case { stage, recused: index.recused(case), ..Case::default() })
            };
            if name.is_some() {
                let access = RecordAccess { sections: vec!["identity".into()], purpose: "search".into() };
                let Ok(looked) = decide(&known, access.into(), &by) else { continue };
                looks.extend(looked.into_iter().map(|look| (StreamId::from(case), look, by)));
            }
            let (stage, mission) = (row.stage, row.mission);
            shown.push(Found { case, reference: self.reference(case), name, stage, mission });
        }
        if !looks.is_empty() {
            self.store.journal.append_looks::<Event>(looks)?.wait()?;
        }
        Ok(shown)
    }

    /// Every case that may be meant, by the surest way first.
    fn meant(&self, officer: &Officer, typed: &str) -> Result<Vec<CaseId>, Failure> {
        let mut meant = Vec::new();
        let email = typed.parse::<EmailAddress>().ok().map(|email| ("email", email.normal()));
        let phone = typed.parse::<PhoneNumber>().ok().map(|phone| ("phone", phone.normal().to_owned()));
        for (kind, value) in email.into_iter().chain(phone) {
            let token = self.store.journal.lookup().token(kind, &value);
            meant.extend(self.store.views.cases_with(kind, token)?);
        }
        let index = self.desk.search.index.read().unwrap_or_else(PoisonError::into_inner);
        meant.extend(index.by_reference(&forgive_reference(typed)));
        meant.extend(index.find(typed, |mission| officer.sees(mission), 2 * SHOWN));
        let mut seen = BTreeSet::new();
        meant.retain(|case| seen.insert(*case));
        Ok(meant)
    }

    /// The case of a reference as somebody typed it.
    pub(crate) fn case_of_reference(&self, typed: &str) -> Result<Option<CaseId>, Failure> {
        let wanted = forgive_reference(typed);
        self.freshen()?;
        let index = self.desk.search.index.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(case) = index.by_reference(&wanted) {
            return Ok(Some(case));
        }
        drop(index);
        // The index may be behind: a case that is there is always found.
        let mut found = None;
        let worker = muster_vocab::Actor::System { worker: muster_vocab::Worker::Linkage };
        self.store.views.each_case(Permit::ask(worker)?, &mut |row| {
            if found.is_none() && forgive_reference(&self.reference(row.case)) == wanted {
                found = Some(row.case);
            }
        })?;
        Ok(found)
    }

    /// Follows a little while somebody waits, unless somebody else does it already.
    fn freshen(&self) -> Result<(), Failure> {
        use std::sync::TryLockError::{Poisoned, WouldBlock};
        let mut seq = match self.desk.search.seq.try_lock() {
            Ok(seq) => seq,
            Err(Poisoned(seq)) => seq.into_inner(),
            Err(WouldBlock) => return Ok(()),
        };
        self.follow_names(&mut seq, 1).map(|_| ())
    }

    /// Follows the log for so many batches.
    fn follow_names(&self, seq: &mut Option<u64>, batches: u32) -> Result<usize, Failure> {
        let journal = &self.store.journal;
        let (mut cursor, mut count) = if let Some(cursor) = *seq {
            (cursor, 0)
        } else {
            let head = journal.len()?;
            let count = self.make_names()?;
            *seq = Some(head);
            (head, count)
        };
        for _ in 0..batches {
            let end = journal.len()?;
            let news = journal.follow(cursor, TAGS, BATCH)?;
            let Some(last) = news.last().map(|entry| entry.seq) else {
                // Up to there nobody was named; it is not read again.
                *seq = Some(end.max(cursor));
                break;
            };
            for case in news.iter().map(|entry| CaseId::from(entry.stream)).collect::<BTreeSet<_>>() {
                let told = told(self, case)?;
                let mission = told.loaded.state.mission.as_ref().map_or("", |code| code.as_str());
                let reference = forgive_reference(&self.reference(case));
                let mut index = self.desk.search.index.write().unwrap_or_else(PoisonError::into_inner);
                index.refer(&reference, case);
                index.put(case, mission, &told.identities);
                index.recuse(case, &told.loaded.state.recused);
                count += 1;
            }
            cursor = last;
            *seq = Some(cursor);
        }
        Ok(count)
    }

    /// Opens every name once, and puts the index in place of the one before.
    fn make_names(&self) -> Result<usize, Failure> {
        let worker = muster_vocab::Actor::System { worker: muster_vocab::Worker::Linkage };
        let mut missions: BTreeMap<CaseId, String> = BTreeMap::new();
        let mut index = NameIndex::default();
        self.store.views.each_case(Permit::ask(worker)?, &mut |row| {
            index.refer(&forgive_reference(&self.reference(row.case)), row.case);
            missions.insert(row.case, row.mission);
        })?;
        let keys = self.store.journal.keys().open_all().map_err(StoreError::from)?;
        let mut of: Option<(CaseId, Vec<Identity>)> = None;
        let mut count = 0;
        let mut put = |case: CaseId, told: &[Identity]| {
            count += 1;
            index.put(case, missions.get(&case).map_or("", String::as_str), told);
        };
        // Identities come case by case.
        self.store.journal.each_identity(&keys, &mut |case, identity| match &mut of {
            Some((known, told)) if *known == case => told.push(identity),
            other => {
                if let Some((known, told)) = other.replace((case, vec![identity])) {
                    put(known, &told);
                }
            }
        })?;
        if let Some((known, told)) = of {
            put(known, &told);
        }
        let mut cursor = 0;
        loop {
            let recused = self.store.journal.follow(cursor, &[RECUSED], BATCH)?;
            let Some(last) = recused.last().map(|entry| entry.seq) else { break };
            for entry in recused {
                let case = CaseId::from(entry.stream);
                index.recuse(case, &self.load(case)?.recused);
            }
            cursor = last;
        }
        index.sort();
        *self.desk.search.index.write().unwrap_or_else(PoisonError::into_inner) = index;
        Ok(count)
    }
}
