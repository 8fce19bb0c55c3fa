//! Where an application stands: one sentence, who acts, by when (capability C5).

use super::{PublicStep, Visit, WhoActs};
use crate::{App, Failure};
use jiff::{Timestamp, civil::Date};
use muster_vocab::MissionCode;

/// Where an application stands, as its applicant is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicStatus {
    /// The case's name in letters, such as `MU-7Q4K-22XY`.
    pub reference: String,
    /// The mission.
    pub mission: MissionCode,
    /// The step.
    pub step: PublicStep,
    /// Since when.
    pub since: Timestamp,
    /// Who has to do something next.
    pub acts: WhoActs,
    /// The day by which the applicant will know, as the mission promises, in the mission's time zone.
    pub know_by: Option<Date>,
    /// Until when the applicant can do what is to be done: answer a question, send a draft, undo a withdrawal.
    pub until: Option<Timestamp>,
    /// What the applicant can do.
    pub can: Can,
    /// The steps so far, the newest first.
    pub timeline: Vec<TimelineEntry>,
    /// "Do not resign, do not travel yet."
    pub stay_put: bool,
}

/// A step that was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimelineEntry {
    /// Which.
    pub step: PublicStep,
    /// When.
    pub at: Timestamp,
}

/// What the applicant can do now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is an offer of its own")]
pub struct Can {
    /// Go on with the draft.
    pub go_on: bool,
    /// Answer a question.
    pub answer: bool,
    /// Correct what was sent.
    pub correct: bool,
    /// Withdraw.
    pub withdraw: bool,
    /// Take the withdrawal back.
    pub undo_withdrawal: bool,
    /// Have everything erased, at once or after a withdrawal.
    pub erase: bool,
}

impl App {
    /// Where the application stands. Decisions show after their last signature only.
    ///
    /// # Errors
    /// If the store fails.
    pub fn status(&self, visit: Visit, at: Timestamp) -> Result<PublicStatus, Failure> {
        let _ = (visit, at);
        Err(Failure::Input("to come".into()))
    }
}
