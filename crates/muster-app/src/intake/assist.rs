//! Somebody applies by telephone, at the counter or by letter: a clerk types (capability C4). The case says who.

use crate::{
    Act, App, Failure,
    desk::Officer,
    intake::answers,
    portal::{DraftStart, Visit},
};
use jiff::{SignedDuration, Timestamp};
use muster_case::{
    Case, Event, Missing, Permit, Refusal, Stage,
    access::{OpenSealed, RecordAccess},
    identity::SuspectDuplicate,
    intake::{Dossier, GiveConsent, RawAnswers, SaveDraft, Submit},
    movement::{Kin, NameKin},
};
use muster_store::journal::Loaded;
use muster_vocab::{Actor, CaseId, Country, Dice, MissionCode, Worker};
use std::collections::BTreeSet;

/// What another clerk's draft is opened for, as the log says it.
const PURPOSE: &str = "assist";
/// So long it stays open.
const OPEN: SignedDuration = SignedDuration::from_hours(2);
/// So many drafts are listed.
const LISTED: u32 = 100;

/// A draft that a clerk types, for whoever may read it.
#[derive(Debug)]
pub struct Assisted {
    /// Whose case it is.
    pub visit: Visit,
    /// Where it stands.
    pub stage: Option<Stage>,
    /// Its reference.
    pub reference: String,
    /// The answers, if this officer typed them or had them opened.
    pub answers: Option<RawAnswers>,
    /// Countries whose notice was not read aloud yet.
    pub unread: BTreeSet<Country>,
}

/// A draft in the list of those to go on with. It names nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssistedDraft {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The mission.
    pub mission: MissionCode,
    /// When it was begun.
    pub opened_at: Timestamp,
}

impl App {
    /// Opens a draft that a clerk types: notice, risks and consent were read aloud and confirmed.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the mission takes in nobody now, or something is not acknowledged.
    pub fn open_assisted(
        &self,
        officer: &Officer,
        start: DraftStart,
        dice: &mut impl Dice,
        at: Timestamp,
    ) -> Result<CaseId, Failure> {
        let (case, person) = (dice.id(), dice.id());
        if start.notice.is_empty() {
            return Err(Refusal::Needs(Missing::Notice).into());
        }
        if start.purposes.len() < self.programme.purposes.len() {
            return Err(Refusal::Needs(Missing::Consent).into());
        }
        if !officer.sees(start.mission.as_str()) {
            return Err(Refusal::Unknown { what: "mission" }.into());
        }
        let open = self.opening(&start.mission, start.channel, person)?;
        let consent = GiveConsent { edition: self.programme.terms_edition.clone(), purposes: start.purposes };
        let acts = vec![
            Act::new(officer.permit()?, open),
            Act::new(officer.permit()?, self.reading(start.notice)),
            Act::new(officer.permit()?, consent),
            Act::new(officer.permit()?, SaveDraft { answers: start.answers.into() }),
        ];
        let new = Loaded { state: Case::default(), version: 0 };
        self.begin_on(case, &new, acts, at)?.0.wait()?;
        self.store.desk.note_assisted(case, &start.mission, at).wait()?;
        Ok(case)
    }

    /// The draft as it was typed last. Whoever did not begin it has it opened first.
    ///
    /// # Errors
    /// [`Failure::Refused`] if no clerk types it: what somebody writes on the portal is theirs alone.
    pub fn assisted(&self, officer: &Officer, case: CaseId, at: Timestamp) -> Result<Assisted, Failure> {
        let known = self.load(case)?;
        let visit = typed_by_clerk(&known, case)?;
        let mine = known.assisted_by == Some(officer.staff) || self.is_open(officer, case, at)?;
        let may = officer.permit::<OpenSealed>().is_ok();
        let mut unread = BTreeSet::new();
        let mut answers = None;
        if mine && may {
            let typed = self.answers(visit)?;
            let read = self.acknowledged(visit, &known)?.unwrap_or_default();
            unread =
                answers::countries(&typed).into_iter().filter(|country| !read.contains(country)).collect();
            answers = Some(typed);
        }
        Ok(Assisted { visit, stage: known.stage, reference: self.reference(case), answers, unread })
    }

    /// Opens a draft that another clerk began, and records that it was read.
    ///
    /// # Errors
    /// As [`App::assisted`].
    pub fn open_assisted_draft(&self, officer: &Officer, case: CaseId, at: Timestamp) -> Result<(), Failure> {
        typed_by_clerk(&self.load(case)?, case)?;
        if self.is_open(officer, case, at)? {
            return Ok(());
        }
        let permit = officer.permit_among::<OpenSealed>(<SaveDraft as muster_case::Action>::ROLES)?;
        let sections = ["identity", "contact", "service", "disclosure", "kin"].map(str::to_owned).to_vec();
        let record = RecordAccess { sections, purpose: PURPOSE.to_owned() };
        self.carry_out(Permit::ask(permit.actor())?, case, record, at)?;
        Ok(())
    }

    fn is_open(&self, officer: &Officer, case: CaseId, at: Timestamp) -> Result<bool, Failure> {
        let history = self.store.journal.history::<Event>(case.into())?;
        Ok(history.iter().any(|recorded| {
            let by_them = recorded.moment.by == officer.acting_as(recorded.moment.by.role());
            matches!(&recorded.event, Event::Accessed(accessed) if accessed.purpose == PURPOSE)
                && by_them
                && at.duration_since(recorded.moment.at) < OPEN
        }))
    }

    /// Saves all answers as they are typed, valid or not; with them, that the notices of `read_aloud` were
    /// read and understood.
    ///
    /// # Errors
    /// [`Failure::Refused`] if it is no draft of a clerk's any more.
    pub fn save_assisted(
        &self,
        officer: &Officer,
        case: CaseId,
        typed: RawAnswers,
        read_aloud: &BTreeSet<Country>,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let known = self.load(case)?;
        let visit = typed_by_clerk(&known, case)?;
        let mut acts = Vec::new();
        let read = self.acknowledged(visit, &known)?.unwrap_or_default();
        if !read_aloud.is_subset(&read) {
            acts.push(Act::new(officer.permit()?, self.reading(read.union(read_aloud).copied().collect())));
        }
        // A page that saves as somebody types says the same again and again.
        if acts.is_empty() && self.answers(visit)? == typed {
            return Ok(());
        }
        acts.push(Act::new(officer.permit()?, SaveDraft { answers: typed.into() }));
        self.begin(case, acts, at)?.wait()?;
        Ok(())
    }

    /// Sends a draft that was read back. Sending twice is once.
    ///
    /// # Errors
    /// [`Failure::Refused`] with what is missing.
    pub fn send_assisted(
        &self,
        officer: &Officer,
        case: CaseId,
        dossier: Dossier,
        kin: Option<Vec<Kin>>,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let known = self.load(case)?;
        let visit = typed_by_clerk(&known, case)?;
        if known.stage != Some(Stage::Draft) && known.submitted_at.is_some() {
            return Ok(());
        }
        let acknowledged = self.acknowledged(visit, &known)?.unwrap_or_default();
        let shares = self.shares(&dossier)?;
        let mut acts = vec![Act::new(officer.permit()?, Submit { dossier, acknowledged })];
        if let Some(kin) = kin {
            acts.push(Act::new(officer.permit()?, NameKin { kin }));
        }
        let linkage = Permit::<SuspectDuplicate>::ask(Actor::System { worker: Worker::Linkage })?;
        for (other, basis) in shares.into_iter().filter(|(other, _)| *other != case) {
            acts.push(Act::new(linkage, SuspectDuplicate { other, basis, likened: None }));
        }
        self.begin(case, acts, at)?.wait()?;
        self.store.desk.forget_assisted(case).wait()?;
        self.release(officer, case)
    }

    /// The drafts that clerks of the officer's missions have begun, the newest first.
    ///
    /// # Errors
    /// If the store fails.
    pub fn assisted_drafts(&self, officer: &Officer) -> Result<Vec<AssistedDraft>, Failure> {
        let desk = &self.store.desk;
        let mut found = Vec::new();
        if officer.missions.is_empty() {
            found = desk.assisted(None, LISTED)?;
        }
        for mission in &officer.missions {
            found.extend(desk.assisted(Some(mission), LISTED)?);
        }
        let mut drafts = Vec::new();
        for (case, mission, opened_at) in found {
            if self.load(case)?.stage == Some(Stage::Draft) {
                drafts.push(AssistedDraft { case, reference: self.reference(case), mission, opened_at });
            }
        }
        drafts.sort_by_key(|draft| std::cmp::Reverse(draft.opened_at));
        Ok(drafts)
    }
}

/// Whose case it is, if a clerk types it.
fn typed_by_clerk(known: &Case, case: CaseId) -> Result<Visit, Refusal> {
    match (known.person, known.assisted_by) {
        (Some(person), Some(_)) => Ok(Visit { case, person }),
        _ => Err(Refusal::NotYours),
    }
}
