//! A case as an officer reads it. Opening it is recorded.

use super::{Holder, Officer, QueueRow};
use crate::{Act, App, Failure, Pending, duplicates::Side, screening::of_history};
use jiff::{SignedDuration, Timestamp};
use muster_case::{
    Case, Event, Permit, Refusal,
    access::{OpenSealed, ReadHits, RecordAccess},
    intake::RawAnswers,
};
use muster_store::{
    journal::{Loaded, Recorded},
    keys::Holder as KeyHolder,
};
use muster_vocab::{CaseId, HumanId, PersonId, PersonalText, ProposalId, Provenance, Sealed, Section};

/// A look within this time after another of the same officer, for the same purpose and at the same sections, is the
/// same look.
const ONE_LOOK: SignedDuration = SignedDuration::from_mins(10);

/// A case as an officer reads it. Personal: no `Debug`.
pub struct CaseFile {
    /// The case.
    pub id: CaseId,
    /// How many events it has.
    pub version: u64,
    /// The case as its events leave it.
    pub case: Case,
    /// Its reference.
    pub reference: String,
    /// Whose it is; nothing once erased, or for an account that may not open it.
    pub name: Option<String>,
    /// What the policy finds, in words.
    pub findings: Vec<String>,
    /// What staff recorded, with how well it is known.
    pub facts: Vec<(String, String, Provenance)>,
    /// The answers.
    pub answers: RawAnswers,
    /// Where it waits.
    pub waiting: Vec<QueueRow>,
    /// In whose hands it is.
    pub holder: Option<Holder>,
    /// Who else has it open.
    pub also: Vec<Holder>,
    /// What happened, the newest first.
    pub timeline: Vec<Line>,
    /// Whether the officer may know of hits.
    pub sees_hits: bool,
    /// The closed cases that people found to be of the same person, with what became of them.
    pub known_before: Vec<Side>,
    /// Whether somebody who gave one of these addresses or documents was here before and was erased. Nothing else is
    /// known of them.
    pub erased_before: bool,
}

/// Something that happened. Personal: no `Debug`.
pub struct Line {
    /// The event.
    pub recorded: Recorded<Event>,
    /// What was written.
    pub text: Option<String>,
    /// The name of the colleague who did it.
    pub name: Option<String>,
}

/// A proposal with what its first signer wrote. Personal: no `Debug`.
pub struct OpenProposal {
    /// Why, in the first signer's words.
    pub rationale: String,
    /// The first signer's name.
    pub name: Option<String>,
    /// What the officer who reads it wrote beforehand, last.
    pub own_view: Option<String>,
}

impl App {
    /// Opens a case for an officer: who it is, what the policy finds, what was answered. It is recorded that they read
    /// `sections` for `purpose`.
    ///
    /// # Errors
    /// [`Failure::Refused`] if there is no such case.
    pub fn open_case(
        &self,
        officer: &Officer,
        id: CaseId,
        (purpose, sections): (&str, &[Section]),
        at: Timestamp,
    ) -> Result<CaseFile, Failure> {
        let mut history = self.store.journal.history::<Event>(id.into())?;
        let (loaded, dossiers) = of_history(&history);
        if loaded.state.stage.is_none() {
            return Err(Refusal::Unknown { what: "case" }.into());
        }
        let may_open = officer.permit::<OpenSealed>().is_ok() && officer.permit::<RecordAccess>().is_ok();
        let person = loaded.state.person.filter(|_| may_open);
        let look = match person {
            Some(_) => self.begin_look(officer, id, &loaded, &history, (purpose, sections), at)?,
            None => None,
        };
        self.looks_at(officer, id, at)?;
        look.map(Pending::wait).transpose()?;
        let case = loaded.state;
        let sees_hits = officer.permit::<ReadHits>().is_ok();
        let version = history.last().map_or(0, |last| last.version);
        history.retain(|recorded| sees_hits || !of_hits(&recorded.event));
        let mut timeline = Vec::new();
        for recorded in history.into_iter().rev() {
            timeline.push(self.line(officer, &case, person, recorded)?);
        }
        let (mut name, mut findings, mut facts, mut answers) = Default::default();
        let (mut known_before, mut erased_before) = Default::default();
        if let Some(person) = person {
            name = self.applicant_name(&case, person)?;
            findings = self.findings_of(&case, person)?;
            facts = self.recorded_facts(&case, person)?;
            answers = self.answers_in(&case, person)?;
            known_before = self.known_before(&case)?;
            erased_before = self.erased_before(person, &dossiers)?;
        }
        Ok(CaseFile {
            id,
            version,
            reference: self.reference(id),
            name,
            findings,
            facts,
            answers,
            waiting: self.waiting_of(id, at)?,
            holder: self.held_by(id, at)?,
            also: self.also_open(officer, id, at)?,
            timeline,
            sees_hits,
            known_before,
            erased_before,
            case,
        })
    }

    /// What the first signer of the open proposal wrote, and what this human thought before; for whoever signs second.
    ///
    /// # Errors
    /// If the store fails.
    pub fn open_proposal(
        &self,
        _permit: Permit<OpenSealed>,
        id: CaseId,
        proposal: ProposalId,
        reader: HumanId,
    ) -> Result<Option<OpenProposal>, Failure> {
        let Some(person) = self.load(id)?.person else { return Ok(None) };
        let mut open: Option<OpenProposal> = None;
        for recorded in self.store.journal.history::<Event>(id.into())? {
            match (&recorded.event, &mut open) {
                (Event::Recommended(first), None) if first.proposal == proposal => {
                    let rationale = self.text(Some(person), &first.rationale)?.unwrap_or_default();
                    open = Some(OpenProposal { rationale, name: self.name_by(&recorded)?, own_view: None });
                }
                (Event::NoteAdded(note), Some(open))
                    if note.ahead_of == Some(proposal) && note.by == reader =>
                {
                    open.own_view = self.text(Some(person), &note.text)?;
                }
                _ => {}
            }
        }
        Ok(open)
    }

    pub(super) fn record_look(
        &self,
        officer: &Officer,
        id: CaseId,
        history: &[Recorded<Event>],
        read: (&str, &[Section]),
        at: Timestamp,
    ) -> Result<(), Failure> {
        let (loaded, _) = of_history(history);
        self.begin_look(officer, id, &loaded, history, read, at)?.map(Pending::wait).transpose()?;
        Ok(())
    }

    /// Hands to the writer that somebody looked; nothing if it is the same look as before.
    fn begin_look(
        &self,
        officer: &Officer,
        id: CaseId,
        loaded: &Loaded<Case>,
        history: &[Recorded<Event>],
        (purpose, sections): (&str, &[Section]),
        at: Timestamp,
    ) -> Result<Option<Pending>, Failure> {
        let sections: Vec<String> = sections.iter().map(|section| section.label().to_owned()).collect();
        let from = at.checked_sub(ONE_LOOK).unwrap_or(Timestamp::MIN);
        let before = history.iter().rev().take_while(|recorded| recorded.moment.at > from).any(|recorded| {
            recorded.moment.by.human() == Some(officer.human)
                && matches!(&recorded.event, Event::Accessed(look)
                    if look.purpose == purpose && look.sections == sections)
        });
        if before {
            return Ok(None);
        }
        let look = RecordAccess { sections, purpose: purpose.to_owned() };
        let (pending, _) = self.begin_on(id, loaded, vec![Act::new(officer.permit()?, look)], at)?;
        Ok(Some(pending))
    }

    fn line(
        &self,
        officer: &Officer,
        case: &Case,
        person: Option<PersonId>,
        recorded: Recorded<Event>,
    ) -> Result<Line, Failure> {
        let open = case.proposal.as_ref().map(|open| open.id);
        let text = match &recorded.event {
            // What a second signer thinks is not for the first to read before it is signed.
            Event::NoteAdded(note)
                if note.ahead_of.is_none() || note.ahead_of != open || note.by == officer.human =>
            {
                self.text(person, &note.text)?
            }
            Event::InfoRequested(asked) => self.text(person, &asked.missing)?,
            Event::CorrectionRefused(refused) => self.text(person, &refused.reason)?,
            Event::SentBack(back) => self.text(person, &back.rationale)?,
            Event::HoldPlaced(hold) => self.text(person, &hold.cause)?,
            Event::HoldLifted(hold) => self.text(person, &hold.cause)?,
            Event::ReviewRequested(review) => self.text(person, &review.grounds)?,
            Event::ReviewSettled(review) => self.text(person, &review.rationale)?,
            Event::EarlyRefusalConfirmed(refused) => self.text(person, &refused.rationale)?,
            _ => None,
        };
        Ok(Line { text, name: self.name_by(&recorded)?, recorded })
    }

    fn name_by(&self, recorded: &Recorded<Event>) -> Result<Option<String>, Failure> {
        match recorded.moment.by {
            muster_vocab::Actor::Staff { staff, .. } => self.staff_name(staff),
            _ => Ok(None),
        }
    }

    fn text(
        &self,
        person: Option<PersonId>,
        sealed: &Sealed<PersonalText>,
    ) -> Result<Option<String>, Failure> {
        let Some(person) = person else { return Ok(None) };
        Ok(self.store.journal.open(person.into(), sealed)?.map(|text| text.0))
    }

    fn applicant_name(&self, case: &Case, person: PersonId) -> Result<Option<String>, Failure> {
        let Some(dossier) = &case.dossier else { return Ok(None) };
        let identity = self.store.journal.open(KeyHolder::from(person), &dossier.identity)?;
        Ok(identity.map(|identity| identity.name.full()))
    }

    fn findings_of(&self, case: &Case, person: PersonId) -> Result<Vec<String>, Failure> {
        let Some(found) = &case.determination else { return Ok(Vec::new()) };
        let opened = self.store.journal.open(KeyHolder::from(person), &found.findings)?;
        Ok(opened.map(|texts| texts.0).unwrap_or_default())
    }

    fn recorded_facts(
        &self,
        case: &Case,
        person: PersonId,
    ) -> Result<Vec<(String, String, Provenance)>, Failure> {
        let mut facts = Vec::new();
        for (fact, (value, provenance)) in &case.facts {
            if let Some(value) = self.text(Some(person), value)? {
                facts.push((fact.clone(), value, *provenance));
            }
        }
        Ok(facts)
    }
}

/// Whether an event tells that there is a hit.
fn of_hits(event: &Event) -> bool {
    match event {
        Event::HitRaised(_) | Event::EntryNoted(_) | Event::HitDismissed(_) | Event::HitConfirmed(_) => true,
        Event::Accessed(look) => look.sections.iter().any(|section| section == Section::Vetting.label()),
        _ => false,
    }
}
