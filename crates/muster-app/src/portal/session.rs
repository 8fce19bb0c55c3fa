//! Sessions: a random token in the browser, its hash in a table.

use super::{Visit, code};
use crate::{App, Failure};
use jiff::{SignedDuration, Timestamp};
use muster_vocab::{CaseId, Digest};
use std::fmt;

/// How long a session lasts at most.
const LASTS: SignedDuration = SignedDuration::from_hours(24);
/// How long it lasts without a visit.
const IDLE: SignedDuration = SignedDuration::from_hours(2);
/// How often a visit is noted.
const TOUCH: SignedDuration = SignedDuration::from_mins(1);

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
        let (token, over) = (code::token(), before(at, LASTS));
        let opened = self.store.portal.open_session(hash(&token), visit.case, visit.person, at, over);
        opened.wait()?;
        Ok(SessionToken(token))
    }

    /// Who is there; nobody if the session is over or never was.
    ///
    /// # Errors
    /// If the store fails.
    pub fn visit(&self, token: &str, at: Timestamp) -> Result<Option<Visit>, Failure> {
        let portal = &self.store.portal;
        let Some(session) = portal.session(hash(token))? else { return Ok(None) };
        if session.opened_at <= before(at, LASTS) || session.seen_at <= before(at, IDLE) {
            return Ok(None);
        }
        if session.seen_at <= before(at, TOUCH) {
            portal.touch_session(hash(token), at).wait()?;
        }
        Ok(Some(Visit { case: session.case, person: session.person }))
    }

    /// Ends a session. Ending it twice is safe.
    ///
    /// # Errors
    /// If the store fails.
    pub fn close_session(&self, token: &str) -> Result<(), Failure> {
        Ok(self.store.portal.close_session(hash(token)).wait()?)
    }

    /// Ends every session of a case: on all devices.
    ///
    /// # Errors
    /// If the store fails.
    pub fn close_sessions_of(&self, case: CaseId) -> Result<(), Failure> {
        Ok(self.store.portal.close_sessions_of(case).wait()?)
    }
}

fn hash(token: &str) -> Digest {
    Digest::of(token.as_bytes())
}

fn before(at: Timestamp, span: SignedDuration) -> Timestamp {
    at.checked_sub(span).unwrap_or(Timestamp::MIN)
}
