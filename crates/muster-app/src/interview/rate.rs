//! Notes and ratings of one rater: saved as typed, sent once, blind to the other's.

use crate::{Act, App, Failure, desk::Officer};
use jiff::Timestamp;
use muster_case::{
    Case, Permit, Refusal, Stage,
    interview::{Assess, CompleteInterview, Ratings},
};
use muster_vocab::CaseId;
use std::{collections::BTreeMap, fmt};

/// What a rater noted, as typed: `level.<question>` and `evidence.<question>`. `Debug` does not show it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Notes(pub BTreeMap<String, String>);

impl fmt::Debug for Notes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Notes")
    }
}

impl Notes {
    /// The level that was chosen for a question.
    #[must_use]
    pub fn level(&self, question: &str) -> Option<u8> {
        let level = self.0.get(&format!("level.{question}"))?.parse().ok()?;
        (1..=5).contains(&level).then_some(level)
    }

    /// The evidence that was written for a question.
    #[must_use]
    pub fn evidence(&self, question: &str) -> &str {
        self.0.get(&format!("evidence.{question}")).map_or("", |text| text.trim())
    }
}

/// What a question lacks before ratings can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RatingFault {
    /// No level was chosen.
    Level,
    /// No word says what was heard.
    Evidence,
}

/// What became of ratings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SentRatings {
    /// They were taken. True if the interview is complete now.
    Taken(bool),
    /// Something is missing, by question.
    Faulty(Vec<(String, RatingFault)>),
}

impl App {
    /// Saves what a rater noted, whole or not.
    ///
    /// # Errors
    /// [`Failure::Refused`] if no interview is booked, or the rater's ratings were sent already.
    pub fn save_notes(
        &self,
        officer: &Officer,
        case: CaseId,
        notes: &Notes,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let _: Permit<Assess> = officer.permit()?;
        let known = self.load(case)?;
        may_rate(officer, &known)?;
        let Some(person) = known.person else { return Err(Refusal::Unknown { what: "person" }.into()) };
        let plain = serde_json::to_vec(&notes.0).map_err(|error| Failure::Input(error.to_string()))?;
        self.store.desk.save_draft(case, officer.human, person, &plain, at)?.wait()?;
        Ok(())
    }

    /// What a rater noted and has not sent: nobody else's, whoever asks.
    pub(super) fn notes(&self, officer: &Officer, case: CaseId, known: &Case) -> Result<Notes, Failure> {
        let Some(person) = known.person else { return Ok(Notes::default()) };
        let draft = self.store.desk.draft(case, officer.human, person)?;
        Ok(draft.and_then(|draft| serde_json::from_slice(&draft.plain).ok()).map(Notes).unwrap_or_default())
    }

    /// Sends a rater's ratings. They are saved first; once sent they are not changed any more. The last rater that was
    /// needed completes the interview.
    ///
    /// # Errors
    /// [`Failure::Refused`] if no interview is booked, it has not begun, or the rater stepped back.
    pub fn send_ratings(
        &self,
        officer: &Officer,
        case: CaseId,
        notes: &Notes,
        at: Timestamp,
    ) -> Result<SentRatings, Failure> {
        self.save_notes(officer, case, notes, at)?;
        let mut faults = Vec::new();
        let mut ratings = BTreeMap::new();
        for question in &self.programme.instrument.questions {
            let (level, evidence) = (notes.level(&question.id), notes.evidence(&question.id));
            match level {
                Some(level) if !evidence.is_empty() => {
                    ratings.insert(question.id.clone(), (level, evidence.to_owned()));
                }
                Some(_) => faults.push((question.id.clone(), RatingFault::Evidence)),
                None => faults.push((question.id.clone(), RatingFault::Level)),
            }
        }
        if !faults.is_empty() {
            return Ok(SentRatings::Faulty(faults));
        }
        let (acts, complete) = self.rating_acts(officer, case, ratings)?;
        self.begin(case, acts, at)?.wait()?;
        self.store.desk.forget_draft(case, officer.human).wait()?;
        Ok(SentRatings::Taken(complete))
    }
}

impl App {
    /// The acts that enter a rater's ratings, level and evidence by question, for every question of the instrument; and
    /// whether the interview is complete with them.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the officer has no role for it; otherwise if the store fails.
    pub fn rating_acts(
        &self,
        officer: &Officer,
        case: CaseId,
        ratings: BTreeMap<String, (u8, String)>,
    ) -> Result<(Vec<Act>, bool), Failure> {
        let known = self.load(case)?;
        let instrument = self.programme.instrument.edition.clone();
        let assess = Assess { instrument, ratings: Ratings(ratings) };
        let mut acts = vec![Act::new(officer.permit()?, assess)];
        let complete = known.raters.len() + 1 >= raters_needed(&known);
        if complete {
            acts.push(Act::new(officer.permit()?, CompleteInterview));
        }
        Ok((acts, complete))
    }
}

/// How many have to rate.
pub(super) fn raters_needed(case: &Case) -> usize {
    if case.booking.as_ref().is_some_and(|booking| booking.critical_role) { 2 } else { 1 }
}

/// Whether this officer may rate now.
fn may_rate(officer: &Officer, case: &Case) -> Result<(), Refusal> {
    if case.stage != Some(Stage::InterviewBooked) || case.raters.contains(&officer.human) {
        return Err(Refusal::WrongStage { action: "assess", stage: case.stage });
    }
    if case.recused.contains(&officer.human) {
        return Err(Refusal::Recused);
    }
    Ok(())
}
