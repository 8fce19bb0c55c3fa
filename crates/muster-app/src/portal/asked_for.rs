//! What the office asked, in its own words.

use super::Visit;
use crate::{App, Failure};
use muster_case::{Event, Stage};

impl App {
    /// What is asked of the applicant, while the answer is waited for.
    ///
    /// # Errors
    /// If the store fails.
    pub fn asked_for(&self, visit: Visit) -> Result<Option<String>, Failure> {
        if self.own_case(visit)?.stage != Some(Stage::InfoRequested) {
            return Ok(None);
        }
        let history = self.store.journal.history::<Event>(visit.case.into())?;
        let asked = history.iter().rev().find_map(|recorded| match &recorded.event {
            Event::InfoRequested(asked) => Some(&asked.missing),
            _ => None,
        });
        let Some(asked) = asked else { return Ok(None) };
        Ok(self.store.journal.open(visit.person.into(), asked)?.map(|text| text.0))
    }
}
