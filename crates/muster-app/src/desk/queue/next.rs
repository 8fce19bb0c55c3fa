//! The next case: the most urgent that the officer may act on, claimed as it is served.

use super::{Filter, Queue};
use crate::{
    App, Failure,
    desk::{Officer, claims::let_go},
};
use jiff::Timestamp;
use muster_store::desk::{Place, Serving};
use muster_vocab::CaseId;

/// A case that was served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// The case, which is in the officer's hands now.
    pub case: CaseId,
    /// What waits there.
    pub queue: Queue,
    /// Whether it came because it has waited longest, and not because it is needed most.
    pub as_oldest: bool,
}

impl App {
    /// Serves the officer the next case of their queues, or of those the filter leaves, and puts it into their hands.
    /// Nothing if nothing waits for them.
    ///
    /// Interviews of today come first; then the order is need, evidence, age, and every so often whoever has waited
    /// longest. Two who ask at once are never given the same case.
    ///
    /// # Errors
    /// If the store fails.
    pub fn open_next(
        &self,
        officer: &Officer,
        filter: &Filter,
        at: Timestamp,
    ) -> Result<Option<Next>, Failure> {
        self.catch_up()?;
        let missions = self.missions_of(officer)?;
        let missions: Vec<String> = missions
            .into_iter()
            .filter(|code| filter.mission.as_ref().is_none_or(|asked| asked == code))
            .collect();
        let places = |appointments: bool| -> Vec<Place> {
            let queues = Queue::of_officer(officer)
                .filter(|queue| queue.is_appointment() == appointments)
                .filter(|queue| filter.queue.is_none_or(|asked| asked == *queue));
            let place = |queue: Queue| {
                let queue = queue.word();
                missions.iter().map(move |code| Place { queue: queue.to_owned(), mission: code.clone() })
            };
            queues.flat_map(place).collect()
        };
        let serving = Serving {
            staff: officer.staff,
            human: officer.human,
            places: vec![places(true), places(false)],
            oldest_in_a_thousand: self.programme.priority.oldest_in_a_thousand(),
            at,
            over: let_go(at),
        };
        let served = self.store.desk.serve_next(serving).wait()?;
        Ok(served.and_then(|served| {
            let queue = Queue::of(&served.queue)?;
            Some(Next { case: served.case, queue, as_oldest: served.as_oldest })
        }))
    }

    /// The codes of the missions whose cases an officer may see.
    pub(crate) fn missions_of(&self, officer: &Officer) -> Result<Vec<String>, Failure> {
        if !officer.missions.is_empty() {
            return Ok(officer.missions.iter().map(|code| code.as_str().to_owned()).collect());
        }
        let all = self.store.views.missions()?;
        Ok(all.into_iter().map(|row| row.mission.as_str().to_owned()).collect())
    }
}
