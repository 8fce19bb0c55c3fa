//! A draft: opened, saved as typed, sent.

use super::Visit;
use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::{
    intake::{Channel, Dossier, RawAnswers},
    movement::Kin,
};
use muster_vocab::{Country, Dice, MissionCode};
use std::collections::BTreeSet;

/// What a draft is opened with, once notice, risks and consent are acknowledged.
#[derive(Debug, Clone)]
pub struct DraftStart {
    /// The mission.
    pub mission: MissionCode,
    /// The countries whose notice was read and understood.
    pub notice: BTreeSet<Country>,
    /// The purposes consented to.
    pub purposes: BTreeSet<String>,
    /// The answers of the pre-check: the draft's first.
    pub answers: RawAnswers,
    /// How the contact came.
    pub channel: Channel,
}

impl App {
    /// Opens a draft: notice, consent and first answers with it, in one append.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the mission takes in nobody now, or something is not acknowledged.
    pub fn open_draft(
        &self,
        start: DraftStart,
        dice: &mut impl Dice,
        at: Timestamp,
    ) -> Result<Visit, Failure> {
        let _ = (start, dice, at);
        Err(Failure::Input("to come".into()))
    }

    /// The answers: of a draft as last saved, later those of what was sent.
    ///
    /// # Errors
    /// If the store fails.
    pub fn answers(&self, visit: Visit) -> Result<RawAnswers, Failure> {
        let _ = visit;
        Err(Failure::Input("to come".into()))
    }

    /// Saves all answers as they are typed, valid or not.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the case is no draft any more.
    pub fn save_answers(&self, visit: Visit, answers: RawAnswers, at: Timestamp) -> Result<(), Failure> {
        let _ = (visit, answers, at);
        Err(Failure::Input("to come".into()))
    }

    /// Sends the draft, with next of kin if they were asked for (nobody named is "declined"). Sending twice is once.
    ///
    /// # Errors
    /// [`Failure::Refused`] with what is missing.
    pub fn send_draft(
        &self,
        visit: Visit,
        dossier: Dossier,
        kin: Option<Vec<Kin>>,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let _ = (visit, dossier, kin, at);
        Err(Failure::Input("to come".into()))
    }
}
