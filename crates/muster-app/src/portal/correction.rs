//! What became of a correction that the applicant asked for.

use super::Visit;
use crate::{App, Failure};
use muster_case::Event;

impl App {
    /// Why the last correction was not taken over, in the office's words; nothing if it was, or if a later one waits.
    ///
    /// # Errors
    /// If the store fails.
    pub fn correction_refused(&self, visit: Visit) -> Result<Option<String>, Failure> {
        let history = self.store.journal.history::<Event>(visit.case.into())?;
        let last = history.iter().rev().find_map(|recorded| match &recorded.event {
            Event::CorrectionRefused(refused) => Some(Some(&refused.reason)),
            Event::CorrectionAsked(_) | Event::CorrectionTakenOver(_) | Event::Corrected(_) => Some(None),
            _ => None,
        });
        let Some(reason) = last.flatten() else { return Ok(None) };
        Ok(self.store.journal.open(visit.person.into(), reason)?.map(|text| text.0))
    }
}
