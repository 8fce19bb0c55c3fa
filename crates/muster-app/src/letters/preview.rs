//! A letter before it is sent.

use super::{
    LetterKind, Letterhead,
    texts::{Parts, write},
};
use crate::{
    App, Failure,
    portal::{Address, Visit},
};
use muster_case::Case;

/// Letters have no number before they are written.
const NO_NUMBER: &str = "ML-…";

/// A letter as it would be. Its text names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
    /// Whether it goes to a telephone.
    pub by_telephone: bool,
}

impl App {
    /// The letter that would leave for this case, by the function that makes it when it does; nothing if nobody can be
    /// written to. Whoever asks has recorded that they look at how the person is reached.
    ///
    /// # Errors
    /// If the store fails.
    pub(crate) fn preview_letter(
        &self,
        visit: Visit,
        case: &Case,
        kind: LetterKind,
        public_url: &str,
    ) -> Result<Option<Preview>, Failure> {
        let language = self.written_to_in(visit.case)?;
        let Some(to) = self.reached_at(visit, case)? else { return Ok(None) };
        let mission = case.mission.as_ref().and_then(|code| self.programme.portal().mission(code));
        let parts = Parts {
            kind,
            language,
            to: &to,
            reference: &self.reference(visit.case),
            number: NO_NUMBER,
            mission: mission.map_or(self.programme.title.as_str(), |mission| mission.name.say(language)),
            code: "",
            link: "",
        };
        let head = Letterhead { public_url: public_url.to_owned(), from: String::new() };
        let (subject, body) = write(&parts, &head);
        Ok(Some(Preview { subject, body, by_telephone: matches!(to, Address::Phone(_)) }))
    }
}
