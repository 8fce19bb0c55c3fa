//! Erasing a person: every case, then the key.

use super::receipt::{ErasedCase, KIND, Receipt};
use crate::{Act, App, Failure};
use jiff::Timestamp;
use muster_case::{
    Event, Hold, Permit, Refusal, Stage,
    closing::{Erase, ErasureReason},
    intake::{DraftSaved, RawAnswers, SealedDossier},
};
use muster_store::{StoreError, keys::Holder};
use muster_vocab::{CaseId, Document, DocumentKind, EmailAddress, PersonId};
use std::collections::BTreeSet;

/// What came of asking for an erasure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Erasure {
    /// Everything is erased.
    Done(Receipt),
    /// Nothing is held about this person; if it was erased before, the receipt of then stands.
    Nothing,
    /// Cases are open: nothing was erased. The person withdraws first, or the case is closed.
    Open(Vec<OpenCase>),
}

/// A case that is open and stops an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenCase {
    /// The case.
    pub case: CaseId,
    /// Where it stands; nothing for a stage this program does not know.
    pub stage: Option<Stage>,
}

impl OpenCase {
    /// Whether the person can end it by withdrawing.
    #[must_use]
    pub fn may_withdraw(&self) -> bool {
        self.stage.is_some_and(Stage::may_withdraw)
    }
}

impl App {
    /// Erases a person: a tombstone in every case, then the key, so that no box opens any more. All or nothing is
    /// erased; a crash in between is finished by asking again, or at the next start.
    ///
    /// `expired` is whether the time to keep the data is over, as [`App::due`] finds it.
    ///
    /// # Errors
    /// [`Failure::Refused`] with [`Refusal::MustBeKept`] under a legal hold, or before the time is over; nothing is
    /// erased then. [`Failure::Store`] if the store failed.
    pub fn erase_person(
        &self,
        permit: Permit<Erase>,
        person: PersonId,
        reason: ErasureReason,
        expired: bool,
        at: Timestamp,
    ) -> Result<Erasure, Failure> {
        let by = permit.actor();
        let rows = self.linked_cases(Permit::ask(by)?, person)?;
        if rows.is_empty() {
            return Ok(Erasure::Nothing);
        }
        let (mut open, mut people, mut tokens) = (Vec::new(), BTreeSet::from([person]), BTreeSet::new());
        for row in &rows {
            let case = self.load(row.case)?;
            if case.is_active() {
                open.push(OpenCase { case: row.case, stage: case.stage });
            }
            if case.holds.contains(&Hold::Legal) {
                return Err(Refusal::MustBeKept.into());
            }
            people.extend(case.person);
            if let Some(person) = case.person {
                self.gather_tokens(row.case, person, &mut tokens)?;
            }
        }
        if !open.is_empty() {
            return Ok(Erasure::Open(open));
        }
        // Each event carries every token: whichever comes to disk first, nobody's is lost.
        let suppression: Vec<String> = tokens.into_iter().collect();
        let mut pending = Vec::with_capacity(rows.len());
        for row in &rows {
            let erase = Erase { reason, expired, suppression: suppression.clone() };
            pending.push(self.begin(row.case, vec![Act::new(permit, erase)], at)?);
        }
        let mut cases = Vec::with_capacity(rows.len());
        for erased in pending {
            let done = erased.wait()?;
            cases.push(self.erased_case(done.case, done.version)?);
        }
        for person in people {
            self.store.journal.destroy_key(person)?;
        }
        let tokens = suppression.len();
        Ok(Erasure::Done(Receipt { kind: KIND.to_owned(), at, reason, cases, tokens }))
    }

    fn erased_case(&self, case: CaseId, version: u64) -> Result<ErasedCase, Failure> {
        let entry = self.store.journal.entry(case.into(), version)?;
        let entry = entry.ok_or(StoreError::Damaged { seq: 0 })?;
        Ok(ErasedCase { case, version, seq: entry.seq, hash: entry.hash })
    }

    /// The tokens of everything exact that a case ever gave: of each submission, and of what a draft says.
    fn gather_tokens(
        &self,
        case: CaseId,
        person: PersonId,
        tokens: &mut BTreeSet<String>,
    ) -> Result<(), Failure> {
        let (journal, holder) = (&self.store.journal, Holder::from(person));
        for recorded in journal.history::<Event>(case.into())? {
            let dossier: &SealedDossier = match &recorded.event {
                Event::Submitted(event) => &event.dossier,
                Event::InfoAnswered(event) => &event.dossier,
                Event::Corrected(event) => &event.dossier,
                Event::CorrectionAsked(event) => &event.dossier,
                Event::SubmissionRepeated(event) => &event.dossier,
                Event::WalkInRegistered(event) => &event.dossier,
                Event::DraftSaved(DraftSaved { answers }) => {
                    if let Some(answers) = journal.open(holder, answers)? {
                        tokens.extend(self.tokens_of_draft(&answers));
                    }
                    continue;
                }
                _ => continue,
            };
            let opened = (journal.open(holder, &dossier.identity)?, journal.open(holder, &dossier.contact)?);
            if let (Some(identity), Some(contact)) = opened {
                tokens.extend(self.suppression_tokens(&identity, &contact));
            }
        }
        Ok(())
    }

    /// A draft's answers are as they were typed: what reads as an address or a document is one, in the same form as a
    /// dossier's.
    fn tokens_of_draft(&self, answers: &RawAnswers) -> Vec<String> {
        let said = |name: &str| answers.0.get(name).map(String::as_str);
        let email = said("email").and_then(|text| text.parse::<EmailAddress>().ok());
        let document = said("document_issuer").zip(said("document_number")).and_then(|(issuer, number)| {
            Document::new(DocumentKind::Passport, issuer.parse().ok()?, number).ok()
        });
        let email = email.map(|email| ("email", email.normal()));
        let document = document.map(|own| ("document", format!("{}/{}", own.issuer, own.number)));
        self.tokens_that_stay(email.into_iter().chain(document).collect())
    }
}
