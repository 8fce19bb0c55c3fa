//! The screening worker: starts and completes screening. It records no outcome: people do.

use crate::{Act, App, Failure};
use jiff::Timestamp;
use muster_case::{
    Permit, Stage,
    screening::{CompleteScreening, StartScreening},
};
use muster_vocab::{Actor, CaseId, Worker};
use std::collections::BTreeSet;

/// Follows the log; safe to run twice.
#[derive(Debug, Clone, Copy, Default)]
pub struct ScreeningWorker;

const NAME: &str = "screening";
const TAGS: &[&str] = &[
    "eligibility.finding_accepted",
    "screening.check_recorded",
    "screening.hit_dismissed",
    "decision.countersigned",
    "identity.duplicate_dismissed",
    "identity.unmerged",
    "holds.lifted",
];
const BATCH: u32 = 512;

impl ScreeningWorker {
    /// Starts or completes whatever can be. Gives how many cases moved.
    ///
    /// # Errors
    /// If the store fails.
    pub fn follow(self, app: &App, at: Timestamp) -> Result<usize, Failure> {
        let by = Actor::System { worker: Worker::Screening };
        let (start, complete) = (Permit::<StartScreening>::ask(by)?, Permit::<CompleteScreening>::ask(by)?);
        let journal = &app.store.journal;
        let (mut moved, mut cursor) = (0, journal.cursor(NAME)?);
        loop {
            let news = journal.follow(cursor, TAGS, BATCH)?;
            let Some(last) = news.last().map(|entry| entry.seq) else { return Ok(moved) };
            let cases: BTreeSet<CaseId> = news.iter().map(|entry| entry.stream.into()).collect();
            let mut pending = Vec::new();
            for id in cases {
                let case = app.load(id)?;
                let act = match case.stage {
                    Some(Stage::Submitted) if case.finding_accepted => {
                        Act::new(start, StartScreening { checks: app.programme.checks.clone() })
                    }
                    Some(Stage::Screening) => Act::new(complete, CompleteScreening),
                    _ => continue,
                };
                match app.begin(id, vec![act], at) {
                    Ok(begun) => pending.push(begun),
                    // Something is still missing; the next entry of the case brings it back here.
                    Err(Failure::Refused(_)) => {}
                    Err(failure) => return Err(failure),
                }
            }
            for answer in pending {
                match answer.wait() {
                    Ok(done) => moved += usize::from(done.changed),
                    Err(Failure::Refused(_)) => {}
                    Err(failure) => return Err(failure),
                }
            }
            cursor = last;
            journal.move_cursor(NAME, cursor).wait()?;
        }
    }
}
