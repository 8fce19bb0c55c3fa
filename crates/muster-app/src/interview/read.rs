//! What the page of an interview shows: how it stands, a brief on one page, ratings once one's own are sent.

use super::{Notes, rate::raters_needed};
use crate::{Act, App, Failure, desk::Officer};
use jiff::{SignedDuration, Timestamp};
use muster_case::{
    Case, Event, Stage,
    access::{OpenSealed, RecordAccess},
    eligibility::Determined,
    intake::{Background, Identity},
    interview::{Booking, Ratings},
};
use muster_store::journal::Recorded;
use muster_vocab::{Actor, CaseId, HumanId, MissionCode, PersonalText, Provenance, Role, Sealed, StaffId};
use std::{collections::BTreeMap, fmt};

/// What a brief is opened for, as the log says it.
const PURPOSE: &str = "interview";
/// Who opens a brief: whoever holds the talk, and whoever signs for what follows from it.
pub const READERS: &[Role] = &[Role::Interviewer, Role::Adjudicator, Role::Attache, Role::Counsel];
/// So long a brief stays open for whoever opened it: the talk, and what is written down after it.
const OPEN: SignedDuration = SignedDuration::from_hours(2);

/// How an interview stands, as far as this officer may see it.
#[derive(Debug)]
pub struct Interview {
    /// The case's reference.
    pub reference: String,
    /// Where the case stands.
    pub stage: Option<Stage>,
    /// The mission.
    pub mission: Option<MissionCode>,
    /// The booking.
    pub booking: Option<Booking>,
    /// The phrase both sides know; nothing without a booking.
    pub challenge: Option<String>,
    /// How often it was moved.
    pub moved: u32,
    /// How often nobody came.
    pub missed: u32,
    /// How many have rated, and how many must.
    pub rated: (usize, usize),
    /// Whether this officer can rate now.
    pub can_rate: bool,
    /// What this officer noted and has not sent.
    pub notes: Notes,
    /// The ratings this officer may see: the own, and those of others once the own are sent or all is complete.
    pub assessments: Vec<Assessment>,
    /// The brief, if this officer opened it within the last two hours.
    pub brief: Option<Brief>,
}

/// One rater's ratings, as sent. `Debug` does not show them.
pub struct Assessment {
    /// Whose.
    pub rater: HumanId,
    /// The name, unless it was erased.
    pub name: Option<String>,
    /// When they were sent.
    pub at: Timestamp,
    /// By which edition of the questions.
    pub instrument: String,
    /// Level and evidence, by question.
    pub ratings: BTreeMap<String, (u8, String)>,
}

/// Who is interviewed, on one page. `Debug` does not show it.
pub struct Brief {
    /// Who the applicant is.
    pub identity: Identity,
    /// What they did and can do.
    pub background: Background,
    /// Facts that staff recorded, with how well each is known.
    pub facts: Vec<Claim>,
    /// What the policy finds, by its word; empty if nothing yet.
    pub finding: String,
    /// Codes of the rules that spoke.
    pub codes: Vec<&'static str>,
}

/// A fact with how well it is known.
pub struct Claim {
    /// Its name in the policy.
    pub fact: String,
    /// Its value.
    pub value: String,
    /// How well it is known.
    pub provenance: Provenance,
}

impl fmt::Debug for Assessment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Assessment").field("rater", &self.rater).finish_non_exhaustive()
    }
}

impl fmt::Debug for Brief {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Brief")
    }
}

/// What the history says of the interview that is booked now.
#[derive(Default)]
struct Told {
    challenge: Option<Sealed<PersonalText>>,
    assessed: Vec<(StaffId, HumanId, Timestamp, String, Sealed<Ratings>)>,
    opened: Option<Timestamp>,
}

impl Told {
    fn read(history: Vec<Recorded<Event>>, reader: HumanId) -> Self {
        let mut told = Self::default();
        for Recorded { moment, event, .. } in history {
            match (event, moment.by) {
                (Event::InterviewBooked(booked), _) => told.challenge = Some(booked.challenge),
                (Event::InterviewRescheduled(_) | Event::NoShowRecorded(_), _) => {
                    told.challenge = None;
                    told.assessed.clear();
                }
                (Event::Assessed(assessed), Actor::Staff { staff, .. }) => {
                    let (rater, instrument) = (assessed.rater, assessed.instrument);
                    told.assessed.push((staff, rater, moment.at, instrument, assessed.ratings));
                }
                (Event::Accessed(accessed), Actor::Staff { human, .. })
                    if human == reader && accessed.purpose == PURPOSE =>
                {
                    told.opened = Some(moment.at);
                }
                _ => {}
            }
        }
        told
    }
}

impl App {
    /// How the interview of a case stands, for this officer. Another rater's ratings are not opened before the own are
    /// sent, whoever asks and however.
    ///
    /// # Errors
    /// If the store fails.
    pub fn interview(&self, officer: &Officer, case: CaseId, at: Timestamp) -> Result<Interview, Failure> {
        let known = self.load(case)?;
        let told = Told::read(self.store.journal.history::<Event>(case.into())?, officer.human);
        let is_open = told.opened.is_some_and(|opened| at.duration_since(opened) < OPEN)
            && officer.permit::<OpenSealed>().is_ok();
        let mine = known.raters.contains(&officer.human);
        let booked = known.stage == Some(Stage::InterviewBooked);
        let can_rate = booked
            && !mine
            && officer.is_one_of(&[Role::Interviewer])
            && !known.recused.contains(&officer.human);
        let challenge = match (&told.challenge, known.person) {
            (Some(sealed), Some(person)) if booked => self.store.journal.open(person.into(), sealed)?,
            _ => None,
        };
        let mut assessments = Vec::new();
        for (staff, rater, sent, instrument, sealed) in told.assessed {
            let may_see = rater == officer.human || mine || !booked;
            let Some(person) = known.person.filter(|_| may_see && is_open) else { continue };
            let Some(Ratings(ratings)) = self.store.journal.open(person.into(), &sealed)? else { continue };
            let name = self.staff_name(staff)?;
            assessments.push(Assessment { rater, name, at: sent, instrument, ratings });
        }
        let notes = if can_rate { self.notes(officer, case, &known)? } else { Notes::default() };
        Ok(Interview {
            reference: self.reference(case),
            stage: known.stage,
            mission: known.mission.clone(),
            challenge: challenge.map(|words| words.0),
            moved: known.reschedules,
            missed: known.no_shows,
            rated: (known.raters.len(), raters_needed(&known)),
            can_rate,
            notes,
            assessments,
            brief: if is_open { self.brief(&known)? } else { None },
            booking: known.booking,
        })
    }

    /// Opens the brief for an officer, and records that it was read. Opening it again while it is open records nothing
    /// more.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the role may not read.
    pub fn open_brief(&self, officer: &Officer, case: CaseId, at: Timestamp) -> Result<(), Failure> {
        let permit = officer.permit_among::<OpenSealed>(READERS)?;
        let told = Told::read(self.store.journal.history::<Event>(case.into())?, officer.human);
        if told.opened.is_some_and(|opened| at.duration_since(opened) < OPEN) {
            return Ok(());
        }
        let sections = ["identity", "service", "decision"].map(str::to_owned).to_vec();
        let record = RecordAccess { sections, purpose: PURPOSE.to_owned() };
        let by = muster_case::Permit::ask(permit.actor())?;
        self.begin(case, vec![Act::new(by, record)], at)?.wait()?;
        Ok(())
    }

    fn brief(&self, case: &Case) -> Result<Option<Brief>, Failure> {
        let (Some(person), Some(dossier)) = (case.person, &case.dossier) else { return Ok(None) };
        let journal = &self.store.journal;
        let opened = (
            journal.open(person.into(), &dossier.identity)?,
            journal.open(person.into(), &dossier.background)?,
        );
        let (Some(identity), Some(background)) = opened else { return Ok(None) };
        let mut facts = Vec::new();
        for (fact, (value, provenance)) in &case.facts {
            if let Some(PersonalText(value)) = journal.open(person.into(), value)? {
                facts.push(Claim { fact: fact.clone(), value, provenance: *provenance });
            }
        }
        let found = case.determination.as_ref();
        Ok(Some(Brief {
            identity,
            background,
            facts,
            finding: found.map(|found| found.outcome.word().to_owned()).unwrap_or_default(),
            codes: found.map(codes).unwrap_or_default(),
        }))
    }
}

fn codes(found: &Determined) -> Vec<&'static str> {
    found.codes.iter().map(|one| one.code.code()).collect()
}
