//! What happened to a case: when, in which role, and what; nothing that was said.

use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::{Event, Logged as _};
use muster_store::journal::Recorded;
use muster_vocab::{CaseId, Role};

/// Something that happened to a case: nothing of it is personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// Its place in the case.
    pub version: u64,
    /// When.
    pub at: Timestamp,
    /// In which role.
    pub by: Role,
    /// What, by its stored tag.
    pub what: &'static str,
}

impl From<&Recorded<Event>> for Happened {
    fn from(recorded: &Recorded<Event>) -> Self {
        let Recorded { version, moment, event } = recorded;
        Self { version: *version, at: moment.at, by: moment.by.role(), what: event.stored_tag() }
    }
}

impl App {
    /// Everything that happened to a case, oldest first, reads of it too.
    ///
    /// # Errors
    /// If the store fails.
    pub fn happened(&self, case: CaseId) -> Result<Vec<Happened>, Failure> {
        let history = self.store.journal.history::<Event>(case.into())?;
        Ok(history.iter().map(Happened::from).collect())
    }
}
