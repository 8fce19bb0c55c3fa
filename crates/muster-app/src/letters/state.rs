//! How the outbox stands, for the keeper of the service.

use crate::{App, Failure};
use jiff::Timestamp;

/// How the outbox stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OutboxState {
    /// Letters that wait to leave.
    pub waiting: u64,
    /// When the oldest of them was made.
    pub oldest: Option<Timestamp>,
    /// Letters that were given up within the last week of writing.
    pub given_up: u64,
}

impl App {
    /// How the outbox stands.
    ///
    /// # Errors
    /// If the store fails.
    pub fn outbox_state(&self) -> Result<OutboxState, Failure> {
        let figures = self.store.portal.outbox()?;
        Ok(OutboxState { waiting: figures.waiting, oldest: figures.oldest, given_up: figures.given_up })
    }
}
