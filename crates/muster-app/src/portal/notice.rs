//! Notice and consent of an open case: asked again when the text or the countries changed (capability B3).

use super::Visit;
use crate::{App, Failure};
use jiff::Timestamp;
use muster_vocab::Country;
use std::collections::BTreeSet;

/// A notice that is to be read again. `Debug` shows no country.
#[derive(Clone, PartialEq, Eq)]
pub struct NoticeDue {
    /// Every country concerned: each nationality held, and the residence.
    pub concerned: BTreeSet<Country>,
    /// Those of them that were never acknowledged.
    pub missing: BTreeSet<Country>,
    /// Whether the text changed since.
    pub changed: bool,
}

impl std::fmt::Debug for NoticeDue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NoticeDue").field("changed", &self.changed).finish_non_exhaustive()
    }
}

impl App {
    /// Records that the notice in force was read and understood for these countries.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the case is closed.
    pub fn acknowledge(
        &self,
        visit: Visit,
        countries: BTreeSet<Country>,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let _ = (visit, countries, at);
        Err(Failure::Input("to come".into()))
    }

    /// Records consent to these purposes under the terms in force.
    ///
    /// # Errors
    /// As [`App::acknowledge`].
    pub fn consent(&self, visit: Visit, purposes: BTreeSet<String>, at: Timestamp) -> Result<(), Failure> {
        let _ = (visit, purposes, at);
        Err(Failure::Input("to come".into()))
    }

    /// Whether the notice is to be read again: its edition changed, or a country is new.
    ///
    /// # Errors
    /// If the store fails.
    pub fn notice_due(&self, visit: Visit) -> Result<Option<NoticeDue>, Failure> {
        let _ = visit;
        Err(Failure::Input("to come".into()))
    }
}
