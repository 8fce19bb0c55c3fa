//! What is asked of an applicant, before it is sent.

use super::Officer;
use crate::{
    App, Failure,
    letters::{LetterKind, Preview},
    portal::Visit,
};
use jiff::Timestamp;
use muster_case::{Event, access::OpenSealed};
use muster_vocab::{CaseId, Section};

/// A question as its applicant will find it. Personal: no `Debug`.
pub struct Asked {
    /// The language that the applicant is written to in.
    pub language: &'static str,
    /// What stands on their page.
    pub text: String,
    /// The letter that tells them to look there; nothing if nobody can be written to.
    pub letter: Option<Preview>,
}

/// What of a person is looked at: a letter to a telephone is another than one by mail.
const READ: (&str, &[Section]) = ("contact", &[Section::Contact]);

impl App {
    /// What is asked: ready texts in the language of whoever is asked, then the officer's own words.
    ///
    /// # Errors
    /// If the store fails.
    pub fn words_of_question(&self, id: CaseId, ready: &[String], own: &str) -> Result<String, Failure> {
        Ok(self.programme.requests.put(self.written_to_in(id)?, ready, own))
    }

    /// What an applicant would find and get if these words were sent. It is recorded that the officer looked at how
    /// they are reached.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the officer may not open the case.
    pub fn preview_question(
        &self,
        officer: &Officer,
        id: CaseId,
        (ready, own): (&[String], &str),
        public_url: &str,
        at: Timestamp,
    ) -> Result<Asked, Failure> {
        officer.permit::<OpenSealed>()?;
        let case = self.load(id)?;
        let mut letter = None;
        if let Some(person) = case.person {
            let history = self.store.journal.history::<Event>(id.into())?;
            self.record_look(officer, id, &history, READ, at)?;
            let visit = Visit { case: id, person };
            letter = self.preview_letter(visit, &case, LetterKind::Question, public_url)?;
        }
        let text = self.words_of_question(id, ready, own)?;
        Ok(Asked { language: self.written_to_in(id)?, text, letter })
    }
}
