//! The policy in force: published by two people, applied by the worker, and what it changes for those who wait.

use super::{desk::Desk, place::Place};
use crate::{Act, Failure};
use jiff::Timestamp;
use muster_case::{
    Permit, Stage,
    eligibility::{Determine, Outcome, ProposeFlip, Verdict},
};
use muster_policy::Edition;
use muster_vocab::{Actor, ReasonCode, Worker};

const WORKER: Actor = Actor::System { worker: Worker::Eligibility };
const REVIEWER: Actor = Actor::System { worker: Worker::PolicyReview };

impl Desk<'_> {
    /// The policy owner proposes an edition, counsel publishes it; then whoever waits is looked at under it.
    pub(super) fn publish(&mut self, id: &'static str, at: Timestamp) -> Result<(), Failure> {
        let (owner, counsel) = (self.cast.owner, self.cast.counsel);
        self.settle()?;
        let edition = self.app.propose_edition(Permit::ask(owner)?, id, at)?;
        self.app.publish_edition(Permit::ask(counsel)?, edition, at)?;
        self.notes.commands += 2;
        self.edition = Some(id);
        for file in 0..self.files.len() {
            let case = self.case(file);
            let open = case.is_active() && case.determination.is_some();
            if open && case.stage == Some(Stage::Submitted) {
                self.determine(file, at)?;
            } else if open && !case.walk_in {
                self.propose_flip(file, at)?;
            }
        }
        Ok(())
    }

    /// The eligibility worker determines whatever waits for it.
    pub(super) fn determine_waiting(&mut self, at: Timestamp) -> Result<(), Failure> {
        if self.edition.is_none() {
            return Ok(());
        }
        for file in self.pile_of(Place::Undetermined, usize::MAX) {
            // The worker follows the log: it sees what is on disk.
            if !self.is_in_flight(file) {
                self.determine(file, at)?;
            }
        }
        Ok(())
    }

    fn determine(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        let Some(finding) = self.finding(file, at)? else { return Ok(()) };
        let before =
            self.case(file).determination.as_ref().map(|found| (found.outcome, found.edition.id.clone()));
        if let Some((outcome, edition)) = before
            && outcome != finding.outcome
            && edition != finding.edition.id
        {
            self.note_flip(&finding, true);
        }
        self.act(file, vec![Act::new(Permit::ask(WORKER)?, finding)], at)
    }

    fn propose_flip(&mut self, file: usize, at: Timestamp) -> Result<(), Failure> {
        let Some(finding) = self.finding(file, at)? else { return Ok(()) };
        let against = |outcome| matches!(outcome, Outcome::RefuseProposed | Outcome::Refer);
        let before = self.case(file).determination.as_ref().map(|found| found.outcome);
        if before.is_none_or(|before| against(before) == against(finding.outcome)) {
            return Ok(());
        }
        self.note_flip(&finding, false);
        let flip = ProposeFlip {
            edition: finding.edition.clone(),
            outcome: finding.outcome,
            codes: codes(&finding),
        };
        self.act(file, vec![Act::new(Permit::ask(REVIEWER)?, flip)], at)
    }

    fn note_flip(&mut self, finding: &Determine, in_queue: bool) {
        let code = codes(finding).first().map_or("none", |code| code.code()).to_owned();
        *self.notes.flips.entry((finding.edition.id.clone(), in_queue, code)).or_default() += 1;
    }

    /// What the edition in force finds on a file's facts, read from its boxes.
    fn finding(&self, file: usize, at: Timestamp) -> Result<Option<Determine>, Failure> {
        let Some(edition) = self.in_force() else { return Ok(None) };
        self.app.finding(self.case(file), edition, at)
    }

    fn in_force(&self) -> Option<&Edition> {
        self.app.programme.policy().edition(self.edition?)
    }
}

/// The codes that fire, the primary first, each once.
pub(super) fn codes(finding: &Determine) -> Vec<ReasonCode> {
    let mut codes = Vec::new();
    for found in finding.codes.iter().filter(|found| found.verdict == Verdict::Fires) {
        if !codes.contains(&found.code) {
            codes.push(found.code);
        }
    }
    codes
}
