//! An officer acts on a case that was looked at: once, not behind a colleague's back, and not on what is no longer so.

use super::{Holder, Officer};
use crate::{Act, App, Done, Failure};
use jiff::Timestamp;
use muster_case::{Event, Refusal};
use muster_store::journal::Recorded;
use muster_vocab::{CaseId, CommandId};

/// What an act rests on: the case as it was looked at, and the name of the command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Basis {
    /// How many events the case had when it was looked at.
    pub version: u64,
    /// The name its sender gave the command: sending it twice does it once.
    pub once: CommandId,
}

/// What became of an act.
#[derive(Debug, Clone)]
pub enum Acted {
    /// It is done, or was before.
    Done(Done),
    /// Somebody else has the case in their hands.
    HeldBy(Holder),
    /// The case went on since it was looked at; nothing was done.
    Meanwhile {
        /// How many events it has now.
        version: u64,
        /// What happened, the oldest first.
        events: Vec<Recorded<Event>>,
    },
}

impl App {
    /// Carries acts of an officer out, all or none, unless the case went on since it was looked at or is in a
    /// colleague's hands. Reads of the case are no going on.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the acts may not be done; [`Failure::Store`] if the store failed.
    pub fn act(
        &self,
        officer: &Officer,
        case: CaseId,
        basis: Basis,
        acts: Vec<Act>,
        at: Timestamp,
    ) -> Result<Acted, Failure> {
        if let Some(done) = self.done_before(case, basis.once)? {
            return Ok(Acted::Done(done));
        }
        if let Some(holder) = self.held_by_another(officer, case, at)? {
            return Ok(Acted::HeldBy(holder));
        }
        let (version, events) = self.since(case, basis.version)?;
        if !events.is_empty() {
            return Ok(Acted::Meanwhile { version, events });
        }
        let done = self.begin_once(case, acts, at, Some(basis.once)).and_then(crate::Pending::wait);
        match done {
            // The same command sent twice at once: the first was done, and the second reads that it may not be again.
            Err(Failure::Refused(refusal)) => match self.done_before(case, basis.once)? {
                Some(done) => Ok(Acted::Done(done)),
                None => Err(refusal.into()),
            },
            done => Ok(Acted::Done(done?)),
        }
    }

    /// How many events a case has, and what happened to it after it had `version` of them. Reads of it, and letters
    /// that follow from other events, are left out.
    ///
    /// # Errors
    /// If the store fails.
    pub fn since(&self, case: CaseId, version: u64) -> Result<(u64, Vec<Recorded<Event>>), Failure> {
        let mut history = self.store.journal.history::<Event>(case.into())?;
        if history.is_empty() {
            return Err(Refusal::Unknown { what: "case" }.into());
        }
        let now = history.last().map_or(0, |last| last.version);
        history.retain(|recorded| {
            recorded.version > version
                && !matches!(recorded.event, Event::Accessed(_) | Event::MessageQueued(_))
        });
        Ok((now, history))
    }

    fn done_before(&self, case: CaseId, once: CommandId) -> Result<Option<Done>, Failure> {
        if !self.was_carried_out(once)? {
            return Ok(None);
        }
        let version = self.store.journal.load::<Event>(case.into())?.version;
        Ok(Some(Done { case, version, changed: false }))
    }
}
