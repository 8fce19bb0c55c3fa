//! A draft: opened, saved as typed, sent.

use super::Visit;
use crate::{Act, App, Failure, intake::answers::from_dossier};
use jiff::Timestamp;
use muster_case::{
    Case, Missing, Permit, Refusal, Stage,
    identity::SuspectDuplicate,
    intake::{Channel, Dossier, GiveConsent, RawAnswers, SaveDraft, Submit},
    movement::{Kin, NameKin},
};
use muster_store::journal::Loaded;
use muster_vocab::{Actor, Country, Dice, MissionCode, PersonId, Worker};
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
        let (case, person) = (dice.id(), dice.id());
        if start.notice.is_empty() {
            return Err(Refusal::Needs(Missing::Notice).into());
        }
        let by = Actor::Applicant { person };
        let open = self.opening(&start.mission, start.channel, person)?;
        let notice = self.reading(start.notice);
        let consent = GiveConsent { edition: self.programme.terms_edition.clone(), purposes: start.purposes };
        let save = SaveDraft { answers: start.answers.into() };
        let acts = vec![
            Act::new(Permit::ask(by)?, open),
            Act::new(Permit::ask(by)?, notice),
            Act::new(Permit::ask(by)?, consent),
            Act::new(Permit::ask(by)?, save),
        ];
        let new = Loaded { state: Case::default(), version: 0 };
        self.begin_on(case, &new, acts, at)?.0.wait()?;
        Ok(Visit { case, person })
    }

    /// The answers: of a draft as last saved, later those of what was sent.
    ///
    /// # Errors
    /// If the store fails.
    pub fn answers(&self, visit: Visit) -> Result<RawAnswers, Failure> {
        self.answers_in(&self.own_case(visit)?, visit.person)
    }

    /// As [`App::answers`], in a case that was read already, of whom it is.
    pub(crate) fn answers_in(&self, case: &Case, person: PersonId) -> Result<RawAnswers, Failure> {
        let typed = match &case.draft {
            Some(draft) => self.store.journal.open(person.into(), draft)?.unwrap_or_default(),
            None => RawAnswers::default(),
        };
        let Some(dossier) = self.said_last(person, case)? else { return Ok(typed) };
        // A dossier does not hold next of kin: they are as they were typed.
        let mut answers = from_dossier(&dossier);
        answers
            .0
            .extend(typed.0.into_iter().filter(|(name, _)| name == "kin_choice" || name.starts_with("kin.")));
        Ok(answers)
    }

    /// Saves all answers as they are typed, valid or not.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the case is no draft any more.
    pub fn save_answers(&self, visit: Visit, answers: RawAnswers, at: Timestamp) -> Result<(), Failure> {
        let save = SaveDraft { answers: answers.into() };
        self.carry_out(Permit::ask(visit.actor())?, visit.case, save, at)?;
        Ok(())
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
        let case = self.own_case(visit)?;
        if case.submitted_at.is_some() && case.stage != Some(Stage::Draft) {
            return Ok(());
        }
        let acknowledged = self.acknowledged(visit, &case)?.unwrap_or_default();
        let shares = self.shares(&dossier)?;
        let by = visit.actor();
        let mut acts = vec![Act::new(Permit::ask(by)?, Submit { dossier, acknowledged })];
        if let Some(kin) = kin {
            acts.push(Act::new(Permit::ask(by)?, NameKin { kin }));
        }
        let linkage = Permit::<SuspectDuplicate>::ask(Actor::System { worker: Worker::Linkage })?;
        for (other, basis) in shares.into_iter().filter(|(other, _)| *other != visit.case) {
            acts.push(Act::new(linkage, SuspectDuplicate { other, basis, likened: None }));
        }
        self.begin(visit.case, acts, at)?.wait()?;
        Ok(())
    }

    /// The facts as the applicant said them last; nothing before they were sent, and nothing once they are erased.
    fn said_last(&self, person: PersonId, case: &Case) -> Result<Option<Dossier>, Failure> {
        let corrected = case.correction.as_ref().map(|correction| &correction.dossier);
        let Some(sealed) = corrected.or(case.dossier.as_ref()) else { return Ok(None) };
        let (journal, holder) = (&self.store.journal, person.into());
        let opened = (
            journal.open(holder, &sealed.identity)?,
            journal.open(holder, &sealed.contact)?,
            journal.open(holder, &sealed.background)?,
            journal.open(holder, &sealed.disclosures)?,
        );
        let (Some(identity), Some(contact), Some(background), Some(disclosures)) = opened else {
            return Ok(None);
        };
        Ok(Some(Dossier { identity, contact, background, disclosures }))
    }

    /// The case, if it is the visitor's.
    pub(crate) fn own_case(&self, visit: Visit) -> Result<Case, Failure> {
        let case = self.load(visit.case)?;
        if case.person == Some(visit.person) { Ok(case) } else { Err(Refusal::NotYours.into()) }
    }
}
