//! A minor is stopped kindly, and nothing is kept but a count (capability E7).

use super::Visit;
use crate::{Act, App, Failure};
use jiff::Timestamp;
use muster_case::{
    Permit, Stage,
    closing::{Erase, ErasureReason, Withdraw},
};
use muster_vocab::{Actor, MissionCode, Worker};

/// What is counted.
const STOPPED: &str = "minor_stopped";

impl App {
    /// Counts a minor who was stopped. A draft is withdrawn and erased at once, and the person's key destroyed.
    ///
    /// # Errors
    /// If the store fails.
    pub fn stop_minor(
        &self,
        visit: Option<Visit>,
        mission: &MissionCode,
        at: Timestamp,
    ) -> Result<(), Failure> {
        self.count(mission, STOPPED, self.day_at(mission, at))?;
        let Some(visit) = visit else { return Ok(()) };
        let case = self.own_case(visit)?;
        // What was sent is on record already, held for safeguarding: a clerk ends it.
        if case.stage != Some(Stage::Draft) || case.submitted_at.is_some() {
            return Ok(());
        }
        let system = Actor::System { worker: Worker::Retention };
        // No token stays by which the child would be known again.
        let erase = Erase { reason: ErasureReason::Requested, expired: false, suppression: Vec::new() };
        let acts =
            vec![Act::new(Permit::ask(visit.actor())?, Withdraw), Act::new(Permit::ask(system)?, erase)];
        self.begin(visit.case, acts, at)?.wait()?;
        self.store.journal.destroy_key(visit.person)?;
        Ok(())
    }
}
