//! A minor is stopped kindly, and nothing is kept but a count (capability E7).

use super::Visit;
use crate::{App, Failure};
use jiff::Timestamp;
use muster_vocab::MissionCode;

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
        let _ = (visit, mission, at);
        Err(Failure::Input("to come".into()))
    }
}
