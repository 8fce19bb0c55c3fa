//! The call as its applicant is told: when it is, and the words by which they know it is genuine (capability I5).

use crate::{App, Failure, portal::Visit};
use jiff::Timestamp;
use muster_case::{Event, Stage};
use muster_vocab::PersonalText;
use std::fmt;

/// When somebody is called, and what the caller says first. `Debug` does not show the words.
#[derive(Clone, PartialEq, Eq)]
pub struct OwnCall {
    /// When it starts.
    pub starts: Timestamp,
    /// What whoever calls says first.
    pub phrase: String,
}

impl fmt::Debug for OwnCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OwnCall").field("starts", &self.starts).finish_non_exhaustive()
    }
}

impl App {
    /// The call that is booked with the visitor; nothing if none is.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the case is not the visitor's.
    pub fn own_call(&self, visit: Visit) -> Result<Option<OwnCall>, Failure> {
        let known = self.own_case(visit)?;
        let Some(booking) = known.booking.filter(|_| known.stage == Some(Stage::InterviewBooked)) else {
            return Ok(None);
        };
        let history = self.store.journal.history::<Event>(visit.case.into())?;
        let sealed = history.into_iter().rev().find_map(|recorded| match recorded.event {
            Event::InterviewBooked(booked) => Some(booked.challenge),
            _ => None,
        });
        let Some(sealed) = sealed else { return Ok(None) };
        let phrase: Option<PersonalText> = self.store.journal.open(visit.person.into(), &sealed)?;
        Ok(phrase.map(|PersonalText(phrase)| OwnCall { starts: booking.starts, phrase }))
    }
}
