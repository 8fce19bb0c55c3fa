//! What people do with their own data: correct it, withdraw, undo that, erase it.

use super::Visit;
use crate::{App, Failure, people::Erasure};
use jiff::Timestamp;
use muster_case::intake::Dossier;

impl App {
    /// Withdraws: at once, and nothing is asked.
    ///
    /// # Errors
    /// [`Failure::Refused`] if it is too late for that.
    pub fn withdraw(&self, visit: Visit, at: Timestamp) -> Result<(), Failure> {
        let _ = (visit, at);
        Err(Failure::Input("to come".into()))
    }

    /// Takes a withdrawal back, within 14 days.
    ///
    /// # Errors
    /// [`Failure::Refused`] if it is too late.
    pub fn undo_withdrawal(&self, visit: Visit, at: Timestamp) -> Result<(), Failure> {
        let _ = (visit, at);
        Err(Failure::Input("to come".into()))
    }

    /// Withdraws if need be, and erases everything about the person.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the law wants it kept.
    pub fn erase_mine(&self, visit: Visit, at: Timestamp) -> Result<Erasure, Failure> {
        let _ = (visit, at);
        Err(Failure::Input("to come".into()))
    }

    /// Corrects what was sent.
    ///
    /// # Errors
    /// [`Failure::Refused`] if it is too late for that.
    pub fn correct(&self, visit: Visit, dossier: Dossier, at: Timestamp) -> Result<(), Failure> {
        let _ = (visit, dossier, at);
        Err(Failure::Input("to come".into()))
    }
}
