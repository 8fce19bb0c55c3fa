//! The screening worker: starts screening, makes the check against the lists in force, completes what people finished.

use super::{
    look::look,
    renew::{Renewal, renewals},
    subject::{Told, subject_of, told_by_person},
};
use crate::{
    Act, App, Failure, Pending,
    lists::{Active, active},
};
use jiff::Timestamp;
use muster_case::{
    Case, Permit, Stage,
    access::ReadCases,
    office::OFFICE_STREAM,
    screening::{CompleteScreening, StartScreening, WATCHLIST_CHECK},
};
use muster_store::journal::Followed;
use muster_vocab::{Actor, CaseId, Worker};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Follows the log; safe to run twice. It never rules on a hit, and never clears what it cannot compare.
#[derive(Debug, Clone, Copy, Default)]
pub struct ScreeningWorker;

const NAME: &str = "screening";
/// What may let a case go on.
const MOVES: &[&str] = &[
    "eligibility.finding_accepted",
    "screening.started",
    "screening.check_recorded",
    "screening.hit_dismissed",
    "decision.countersigned",
    "identity.duplicate_dismissed",
    "identity.unmerged",
    "holds.lifted",
    "movement.presented",
    "movement.walk_in_registered",
];
/// What may make known another name, birth or document of somebody who was screened.
const TOLD: &[&str] = &[
    "intake.submission_repeated",
    "intake.info_answered",
    "intake.corrected",
    "intake.correction_asked",
    "identity.merged",
];
const ACTIVATED: &str = "office.list_activated";
const BATCH: u32 = 512;

/// Everything one run needs.
pub(super) struct Run<'a> {
    pub(super) app: &'a App,
    pub(super) by: Actor,
    pub(super) at: Timestamp,
    pub(super) active: Arc<Active>,
    pub(super) read: Permit<ReadCases>,
    pending: Vec<Pending>,
}

impl ScreeningWorker {
    /// Starts, screens or completes whatever can be, and puts everybody who was screened against what a newly
    /// activated edition adds and changes. Gives how many cases changed.
    ///
    /// # Errors
    /// If the store fails.
    pub fn follow(self, app: &App, at: Timestamp) -> Result<usize, Failure> {
        let by = Actor::System { worker: Worker::Screening };
        let tags: Vec<&str> = MOVES.iter().chain(TOLD).copied().chain([ACTIVATED]).collect();
        let journal = &app.store.journal;
        let (mut moved, mut cursor) = (0, journal.cursor(NAME)?);
        loop {
            let news = journal.follow(cursor, &tags, BATCH)?;
            let Some(last) = news.last().map(|entry| entry.seq) else { return Ok(moved) };
            let mut run =
                Run { app, by, at, active: active(app)?, read: Permit::ask(by)?, pending: Vec::new() };
            moved += run.cases(&news)?;
            moved += run.renew(&news)?;
            cursor = last;
            journal.move_cursor(NAME, cursor).wait()?;
        }
    }
}

impl Run<'_> {
    /// The cases that something happened to.
    fn cases(&mut self, news: &[Followed]) -> Result<usize, Failure> {
        let mut cases: BTreeMap<CaseId, bool> = BTreeMap::new();
        for entry in news.iter().filter(|entry| entry.stream != OFFICE_STREAM) {
            *cases.entry(entry.stream.into()).or_default() |= TOLD.contains(&entry.tag.as_str());
        }
        let mut again = BTreeSet::new();
        for (id, retold) in cases {
            let told = self.told(id)?;
            match told.loaded.state.merged_into {
                // What was told in a merged case is told of whoever goes on.
                Some(into) if retold => {
                    again.insert(into);
                }
                Some(_) => {}
                None => self.one(id, &told, retold)?,
            }
        }
        for id in again {
            let told = self.told(id)?;
            self.one(id, &told, true)?;
        }
        self.settle()
    }

    /// What a newly activated edition changes.
    fn renew(&mut self, news: &[Followed]) -> Result<usize, Failure> {
        let versions: BTreeSet<u64> =
            news.iter().filter(|entry| entry.tag == ACTIVATED).map(|entry| entry.version).collect();
        if versions.is_empty() {
            return Ok(0);
        }
        for Renewal { list, from, to } in renewals(self.app, &versions)? {
            self.put_everybody_against(&list, from, &to)?;
        }
        // Whoever waited for a list to come into force waits no more.
        for stage in [Stage::Screening, Stage::HitReview, Stage::Presented] {
            for row in self.app.store.views.cases_on(self.read, None, Some(stage), u32::MAX)? {
                let told = self.told(row.case)?;
                self.one(row.case, &told, false)?;
            }
        }
        self.settle()
    }

    pub(super) fn told(&self, id: CaseId) -> Result<Told, Failure> {
        told_by_person(self.app, self.read, id)
    }

    /// One case: screened if it is due, completed if it is done.
    fn one(&mut self, id: CaseId, told: &Told, retold: bool) -> Result<(), Failure> {
        let case = &told.loaded.state;
        let mut acts = Vec::new();
        if case.stage == Some(Stage::Submitted) && case.finding_accepted {
            let start = StartScreening { checks: self.app.programme.checks.clone() };
            acts.push(Act::new(Permit::ask(self.by)?, start));
        }
        let starts = !acts.is_empty() && self.app.programme.checks.contains(WATCHLIST_CHECK);
        if !self.active.editions.is_empty() && !told.identities.is_empty() {
            if starts || is_due(case) {
                let found = look(&self.active, &subject_of(&told.identities));
                acts.extend(found.acts(self.by, id, case)?);
            } else if retold && was_screened(case) {
                let found = look(&self.active, &subject_of(&told.identities));
                acts.extend(found.hits(self.by, id, case)?);
                acts.extend(found.held(self.by, case)?);
            }
        }
        if acts.is_empty() && case.stage == Some(Stage::Screening) {
            acts.push(Act::new(Permit::ask(self.by)?, CompleteScreening));
        }
        self.begin(id, told, acts)
    }

    /// Hands acts to the writer. What is refused is still missing something; the next entry of the case brings it back.
    pub(super) fn begin(&mut self, id: CaseId, told: &Told, acts: Vec<Act>) -> Result<(), Failure> {
        if acts.is_empty() {
            return Ok(());
        }
        match self.app.begin_on(id, &told.loaded, acts, self.at) {
            Ok((begun, _)) => self.pending.push(begun),
            Err(Failure::Refused(_)) => {}
            Err(failure) => return Err(failure),
        }
        Ok(())
    }

    /// Waits until everything is on disk. Gives how many cases changed.
    pub(super) fn settle(&mut self) -> Result<usize, Failure> {
        let mut changed = 0;
        for answer in std::mem::take(&mut self.pending) {
            match answer.wait() {
                Ok(done) => changed += usize::from(done.changed),
                Err(Failure::Refused(_)) => {}
                Err(failure) => return Err(failure),
            }
        }
        Ok(changed)
    }
}

/// The check against the lists waits, and no worker left it to a person.
fn is_due(case: &Case) -> bool {
    let walked_in =
        case.walk_in && case.stage == Some(Stage::Presented) && !case.checks.contains_key(WATCHLIST_CHECK);
    let waits = matches!(case.checks.get(WATCHLIST_CHECK), Some(None))
        && !case.left.contains(WATCHLIST_CHECK)
        && case.stage.is_some_and(|stage| {
            matches!(stage, Stage::Screening | Stage::HitReview | Stage::InterviewReady | Stage::Presented)
        });
    walked_in || waits
}

/// The check was made, or left to a person.
pub(super) fn was_screened(case: &Case) -> bool {
    case.left.contains(WATCHLIST_CHECK) || matches!(case.checks.get(WATCHLIST_CHECK), Some(Some(_)))
}
