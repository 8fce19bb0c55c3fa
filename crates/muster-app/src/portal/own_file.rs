//! Everything held about a person, as the person may see it.

use super::Visit;
use crate::{App, Failure, people::PersonFile};
use jiff::Timestamp;

impl App {
    /// Everything held about the person, without what is kept from them: checks, hits, holds, suspected duplicates,
    /// and proposals that are not signed yet (capability C6).
    ///
    /// # Errors
    /// If the store fails.
    pub fn file_of(&self, visit: Visit, at: Timestamp) -> Result<PersonFile, Failure> {
        let _ = (visit, at);
        Err(Failure::Input("to come".into()))
    }
}
