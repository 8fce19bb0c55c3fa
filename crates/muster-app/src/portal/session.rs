//! Sessions: a random token in the browser, its hash in a table.

use super::Visit;
use crate::{App, Failure};
use jiff::Timestamp;
use muster_vocab::CaseId;
use std::fmt;

/// The token a browser keeps: 256 random bits. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(String);

impl SessionToken {
    /// As the cookie holds it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken")
    }
}

impl App {
    /// Opens a session, which lasts a day, or two hours without a visit.
    ///
    /// # Errors
    /// If the store fails.
    pub fn open_session(&self, visit: Visit, at: Timestamp) -> Result<SessionToken, Failure> {
        let _ = (visit, at);
        Err(Failure::Input("to come".into()))
    }

    /// Who is there; nobody if the session is over or never was.
    ///
    /// # Errors
    /// If the store fails.
    pub fn visit(&self, token: &str, at: Timestamp) -> Result<Option<Visit>, Failure> {
        let _ = (token, at);
        Err(Failure::Input("to come".into()))
    }

    /// Ends a session. Ending it twice is safe.
    ///
    /// # Errors
    /// If the store fails.
    pub fn close_session(&self, token: &str) -> Result<(), Failure> {
        let _ = token;
        Err(Failure::Input("to come".into()))
    }

    /// Ends every session of a case: on all devices.
    ///
    /// # Errors
    /// If the store fails.
    pub fn close_sessions_of(&self, case: CaseId) -> Result<(), Failure> {
        let _ = case;
        Err(Failure::Input("to come".into()))
    }
}
