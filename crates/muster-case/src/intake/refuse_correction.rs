//! A clerk looked at a correction and leaves the facts as they are.

use crate::{
    Case, Decided, Missing, Refusal,
    command::Decide,
    decision::{About, MessageQueued},
    event::Apply,
    permit::action,
};
use jiff::Timestamp;
use muster_vocab::{Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// Refuses the correction that the clerk saw. It changes no fact, so that it can be done for as long as the case is open.
#[derive(Debug, Clone)]
pub struct RefuseCorrection {
    /// When it was asked for: one that came since was not seen, and is not refused.
    pub asked_at: Timestamp,
    /// Why, as the applicant reads it.
    pub reason: PersonalText,
}

action! { RefuseCorrection "refuse_correction" Clerk; }

/// A correction was refused: the facts stay as they are. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectionRefused {
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// Why.
    pub reason: Sealed<PersonalText>,
}

impl Decide for RefuseCorrection {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("refuse_correction")?;
        if case.correction.as_ref().map(|waits| waits.asked_at) != Some(self.asked_at) {
            return Err(Refusal::Unknown { what: "correction" });
        }
        if self.reason.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        Ok(vec![
            CorrectionRefused { asked_at: self.asked_at, reason: self.reason.into() }.into(),
            MessageQueued { about: About::Correction }.into(),
        ])
    }
}

impl Apply for CorrectionRefused {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.correction = None;
    }
}
