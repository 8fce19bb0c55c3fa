//! The linkage worker: whoever applies, or tells something else, is put against everybody before them.

use super::people::{People, ToldOf, record_of, told_of};
use crate::{Act, App, Failure, Pending};
use jiff::Timestamp;
use muster_case::{
    Case, Permit,
    identity::{Basis, Likened, SuspectDuplicate},
};
use muster_linkage::{Comparison, Field, Likeness, Weights, compare};
use muster_vocab::{Actor, CaseId, Worker};
use std::{
    collections::BTreeMap,
    sync::{MutexGuard, PoisonError},
};

/// Follows the log; safe to run twice. It suspects, and never merges.
#[derive(Debug, Clone, Copy, Default)]
pub struct LinkageWorker;

/// The worker as an actor.
pub(crate) const LINKAGE: Actor = Actor::System { worker: Worker::Linkage };

const NAME: &str = "linkage";
/// What tells who somebody is, and what makes them nobody.
const TOLD: &[&str] = &[
    "intake.submitted",
    "intake.info_answered",
    "intake.submission_repeated",
    "intake.corrected",
    "intake.correction_asked",
    "movement.walk_in_registered",
];
const ERASED: &str = "closing.erased";
const BATCH: u32 = 512;

impl LinkageWorker {
    /// Puts everybody who told something since against all the others. Gives how many pairs were newly suspected.
    ///
    /// # Errors
    /// If the store fails.
    pub fn follow(self, app: &App, at: Timestamp) -> Result<usize, Failure> {
        let journal = &app.store.journal;
        let mut index = hold(app);
        let (mut suspected, mut cursor) = (0, journal.cursor(NAME)?);
        let tags: Vec<&str> = TOLD.iter().copied().chain([ERASED]).collect();
        loop {
            let news = journal.follow(cursor, &tags, BATCH)?;
            let Some(last) = news.last().map(|entry| entry.seq) else { return Ok(suspected) };
            let people = match &mut *index {
                Some(people) => people,
                none => none.insert(People::make(app)?),
            };
            let cases: BTreeMap<CaseId, u64> =
                news.iter().map(|entry| (CaseId::from(entry.stream), entry.seq)).collect();
            // In the order in which they told it: of two in one batch the later is the second.
            let mut cases: Vec<(u64, CaseId)> = cases.into_iter().map(|(case, seq)| (seq, case)).collect();
            cases.sort_unstable();
            let mut told = BTreeMap::new();
            for (_, case) in &cases {
                let known = told_of(app, *case)?;
                people.forget(*case);
                if !known.told.is_empty() {
                    people.put(*case, &record_of(&known.told));
                }
                told.insert(*case, known);
            }
            let mut run = Run { app, at, pending: Vec::new() };
            for (_, case) in &cases {
                run.one(people, *case, &told[case])?;
            }
            suspected += run.settle()?;
            cursor = last;
            journal.move_cursor(NAME, cursor).wait()?;
        }
    }
}

/// The index, for whoever follows.
fn hold(app: &App) -> MutexGuard<'_, Option<People>> {
    app.people.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Run<'a> {
    app: &'a App,
    at: Timestamp,
    pending: Vec<Pending>,
}

impl Run<'_> {
    fn one(&mut self, people: &mut People, id: CaseId, known: &ToldOf) -> Result<(), Failure> {
        if known.told.is_empty() {
            return Ok(());
        }
        let record = record_of(&known.told);
        for (other, _) in people.like(id, &record) {
            let against = told_of(self.app, other)?;
            let comparison = compare(&Weights::shipped(), &record_of(&against.told), &record);
            self.suspect((id, &known.loaded.state), (other, &against.loaded.state), &comparison)?;
        }
        Ok(())
    }

    /// Suspects in the case that came later; if people told the two apart there, and the other told something else since,
    /// in the other.
    fn suspect(
        &mut self,
        one: (CaseId, &Case),
        other: (CaseId, &Case),
        comparison: &Comparison,
    ) -> Result<(), Failure> {
        let goes_on = |case: &Case| case.merged_into.is_none() && case.person.is_some();
        let same_human = one.1.person == other.1.person;
        if same_human || !goes_on(one.1) || !goes_on(other.1) {
            return Ok(());
        }
        let came = |(id, case): &(CaseId, &Case)| (case.submitted_at.or(case.opened_at), *id);
        let (later, earlier) = if came(&one) > came(&other) { (one, other) } else { (other, one) };
        let (held, named) =
            if later.1.apart.contains(&earlier.0) { (earlier, later) } else { (later, earlier) };
        if held.1.apart.contains(&named.0) || named.1.duplicates.contains(&held.0) {
            return Ok(());
        }
        let act = Act::new(Permit::ask(LINKAGE)?, suspicion(named.0, comparison));
        match self.app.begin(held.0, vec![act], self.at) {
            Ok(begun) => self.pending.push(begun),
            // Closed meanwhile, or for long: nobody is kept from anything by it.
            Err(Failure::Refused(_)) => {}
            Err(failure) => return Err(failure),
        }
        Ok(())
    }

    fn settle(&mut self) -> Result<usize, Failure> {
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

/// What the engine says of another case, in the domain's words.
pub(crate) fn suspicion(other: CaseId, comparison: &Comparison) -> SuspectDuplicate {
    let likened = Likened {
        engine: comparison.engine.to_owned(),
        weights: comparison.weights.clone(),
        millibits: comparison.score.bits.0,
    };
    SuspectDuplicate { other, basis: basis(comparison), likened: Some(likened) }
}

fn basis(comparison: &Comparison) -> Vec<Basis> {
    let same = |field| {
        let about = comparison.parts.iter().find(|part| part.field == Some(field));
        about.is_some_and(|part| part.likeness == Some(Likeness::Same))
    };
    let mut basis = Vec::new();
    for (field, word) in
        [(Field::Email, Basis::Email), (Field::Phone, Basis::Phone), (Field::Document, Basis::Document)]
    {
        if same(field) {
            basis.push(word);
        }
    }
    basis.push(Basis::Likeness);
    basis
}
