//! What is done about a booking: made, moved, missed, closed.

use crate::{Act, App, Done, Failure, desk::Officer};
use jiff::Timestamp;
use muster_case::{
    Case, Event, Stage,
    interview::{BookInterview, CompleteInterview, RecordNoShow, Reschedule},
};
use muster_vocab::{CaseId, CommandId, Dice, PersonalText, SlotId};

/// Words that are short, known, and not mistaken for one another on a bad line.
const WORDS: [&str; 64] = [
    "amber", "anchor", "apple", "april", "arrow", "autumn", "bamboo", "basket", "beacon", "blanket",
    "bottle", "bridge", "button", "candle", "canvas", "carpet", "castle", "cedar", "cherry", "circle",
    "compass", "copper", "corner", "cotton", "dragon", "eagle", "engine", "falcon", "feather", "forest",
    "garden", "garlic", "granite", "guitar", "hammer", "harbour", "honey", "island", "jacket", "kitchen",
    "ladder", "lantern", "lemon", "magnet", "marble", "meadow", "melon", "mirror", "monday", "needle",
    "orange", "orchard", "paper", "pepper", "piano", "pocket", "river", "saffron", "silver", "sugar",
    "timber", "violet", "walnut", "window",
];
/// So many of them make a phrase: 24 bits, said once on one call.
const PHRASE: usize = 4;

impl App {
    /// Books an interview; one that is booked already is moved. The phrase by which both sides know the call is genuine is
    /// drawn anew each time (capability I5). The same command sent twice books once.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the case does not stand there, the time is over, or it was moved too often.
    pub fn book_interview(
        &self,
        officer: &Officer,
        case: CaseId,
        starts: Timestamp,
        dice: &mut impl Dice,
        at: Timestamp,
        once: Option<CommandId>,
    ) -> Result<Done, Failure> {
        if let Some(command) = once
            && self.was_carried_out(command)?
        {
            let version = self.store.journal.load::<Event>(case.into())?.version;
            return Ok(Done { case, version, changed: false });
        }
        self.begin_once(case, self.booking_acts(officer, case, starts, dice)?, at, once)?.wait()
    }

    /// The acts that book an interview, or move one that is booked.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the officer has no role for it; otherwise if the store fails.
    pub fn booking_acts(
        &self,
        officer: &Officer,
        case: CaseId,
        starts: Timestamp,
        dice: &mut impl Dice,
    ) -> Result<Vec<Act>, Failure> {
        let known = self.load(case)?;
        let slot: SlotId = dice.id();
        let words: Vec<&str> = (0..PHRASE).map(|_| *dice.pick(&WORDS)).collect();
        let challenge = PersonalText(words.join(" "));
        let critical_role = self.takes_two_raters(&known)?;
        let mut acts = Vec::new();
        if known.stage == Some(Stage::InterviewBooked) {
            acts.push(Act::new(officer.permit()?, Reschedule));
        }
        let book = BookInterview { slot, starts, challenge, critical_role };
        acts.push(Act::new(officer.permit()?, book));
        Ok(acts)
    }

    /// Records that nobody came. What was noted about the talk that was not had stays with whoever noted it.
    ///
    /// # Errors
    /// [`Failure::Refused`] if it has not begun yet.
    pub fn record_no_show(&self, officer: &Officer, case: CaseId, at: Timestamp) -> Result<Done, Failure> {
        self.carry_out(officer.permit()?, case, RecordNoShow, at)
    }

    /// Closes an interview that everybody needed has rated.
    ///
    /// # Errors
    /// [`Failure::Refused`] if ratings are missing.
    pub fn complete_interview(
        &self,
        officer: &Officer,
        case: CaseId,
        at: Timestamp,
    ) -> Result<Done, Failure> {
        self.carry_out(officer.permit()?, case, CompleteInterview, at)
    }

    /// Whether the trade that somebody claims takes two raters. No one reads it here but the program.
    fn takes_two_raters(&self, case: &Case) -> Result<bool, Failure> {
        let (Some(person), Some(dossier)) = (case.person, &case.dossier) else { return Ok(false) };
        let background = self.store.journal.open(person.into(), &dossier.background)?;
        let trade = background.and_then(|background| background.trade);
        Ok(trade.is_some_and(|trade| self.programme.critical_roles.contains(&trade)))
    }
}
