//! Everything held about a person (GDPR articles 12 to 15), in words and as data.

use super::every_section;
use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::{
    Event, Logged, Permit,
    access::{OpenSealed, RecordAccess},
};
use muster_store::{StoreError, journal::Recorded, keys::Holder, views::CaseRow};
use muster_vocab::{Actor, BoxRef, CaseId, PersonId, Section};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Everything held about a person. Personal from end to end: it has no `Debug`.
#[derive(Serialize)]
pub struct PersonFile {
    /// The person.
    pub person: PersonId,
    /// When the file was made.
    pub made_at: Timestamp,
    /// Every case, oldest first.
    pub cases: Vec<CaseFile>,
}

/// One case with everything in it.
#[derive(Serialize)]
pub struct CaseFile {
    /// The case.
    pub case: CaseId,
    /// The mission.
    pub mission: String,
    /// How the first contact came.
    pub channel: String,
    /// Where it stands.
    pub stage: String,
    /// Since when.
    pub stage_since: Timestamp,
    /// The holds on it.
    pub holds: Vec<String>,
    /// The case it is merged into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<CaseId>,
    /// What happened, by what it is about; in each, oldest first.
    pub entries: BTreeMap<Subject, Vec<FileEntry>>,
}

/// Something that happened, opened.
#[derive(Serialize)]
pub struct FileEntry {
    /// Its place in the case.
    pub version: u64,
    /// When.
    pub at: Timestamp,
    /// In which role somebody did it; no names of staff.
    pub by: &'static str,
    /// What, by its stored tag.
    pub what: &'static str,
    /// What it says, every sealed value opened.
    pub details: Value,
}

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// What the person said, and when.
    Application,
    /// Facts that staff recorded.
    Facts,
    /// What the rules found.
    Findings,
    /// Checks, hits, holds, suspected duplicates. To be looked through before it is handed out: some of it may be of
    /// other people, or kept back by law (GDPR articles 15(4) and 23).
    Checks,
    /// Interviews.
    Interviews,
    /// Decisions, with codes and rationale.
    Decisions,
    /// Messages sent.
    Messages,
    /// Travel and arrival.
    Travel,
    /// Contract and service.
    Service,
    /// Withdrawal, lapse.
    Closing,
    /// Who read what, and what for.
    Accesses,
}

impl Subject {
    /// Every subject, in the order of the file.
    pub const ALL: [Self; 11] = [
        Self::Application,
        Self::Facts,
        Self::Findings,
        Self::Checks,
        Self::Interviews,
        Self::Decisions,
        Self::Messages,
        Self::Travel,
        Self::Service,
        Self::Closing,
        Self::Accesses,
    ];

    /// Its heading.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Application => "What you told us",
            Self::Facts => "Facts that staff recorded",
            Self::Findings => "What the rules found",
            Self::Checks => "Checks, holds and suspected duplicates",
            Self::Interviews => "Interviews",
            Self::Decisions => "Decisions",
            Self::Messages => "Messages to you",
            Self::Travel => "Travel and arrival",
            Self::Service => "Contract and service",
            Self::Closing => "How the case ended",
            Self::Accesses => "Who read it, and what for",
        }
    }

    /// Whether somebody must look through it before it is handed out.
    #[must_use]
    pub const fn needs_a_look(self) -> bool {
        matches!(self, Self::Checks)
    }

    fn of(tag: &str) -> Self {
        match tag.split_once('.') {
            Some((_, "message_queued")) => Self::Messages,
            Some((_, "refusal_confirmed" | "referred" | "turned_back")) => Self::Decisions,
            Some((_, "walk_in_registered") | ("intake", _)) => Self::Application,
            Some(("facts", _)) => Self::Facts,
            Some(("eligibility", _)) => Self::Findings,
            Some(("interview", _)) => Self::Interviews,
            Some(("decision", _)) => Self::Decisions,
            Some(("movement", _)) => Self::Travel,
            Some(("service", _)) => Self::Service,
            Some(("closing", _)) => Self::Closing,
            Some(("access", _)) => Self::Accesses,
            // What a later program adds is looked through rather than left out.
            _ => Self::Checks,
        }
    }
}

impl App {
    /// Everything held about a person. The reading is recorded in each case first, so that the file shows it too.
    /// Nothing if nothing is held.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the role may not read; [`Failure::Store`] if a box is damaged.
    pub fn export_person(
        &self,
        permit: Permit<OpenSealed>,
        person: PersonId,
        at: Timestamp,
    ) -> Result<Option<PersonFile>, Failure> {
        let by = permit.actor();
        let rows = self.linked_cases(Permit::ask(by)?, person)?;
        if rows.is_empty() {
            return Ok(None);
        }
        for row in &rows {
            let record = RecordAccess { sections: every_section(), purpose: "subject_export".to_owned() };
            self.carry_out(Permit::ask(by)?, row.case, record, at)?;
        }
        let read = |row: CaseRow| {
            let history = self.store.journal.history::<Event>(row.case.into())?;
            self.case_file(row, history)
        };
        let cases: Result<Vec<CaseFile>, Failure> = rows.into_iter().map(read).collect();
        Ok(Some(PersonFile { person, made_at: at, cases: cases? }))
    }

    /// A case with what happened in it, as far as it is handed in.
    pub(crate) fn case_file(&self, row: CaseRow, history: Vec<Recorded<Event>>) -> Result<CaseFile, Failure> {
        let mut entries: BTreeMap<Subject, Vec<FileEntry>> = BTreeMap::new();
        let holder = row.person.map(Holder::from);
        for recorded in history {
            let what = recorded.event.stored_tag();
            let details = self.opened_body(holder, recorded.event)?;
            let by = in_role(&recorded.moment.by);
            let entry = FileEntry { version: recorded.version, at: recorded.moment.at, by, what, details };
            entries.entry(Subject::of(what)).or_default().push(entry);
        }
        let CaseRow { case, mission, channel, stage, stage_since, holds, merged_into, .. } = row;
        Ok(CaseFile { case, mission, channel, stage, stage_since, holds, merged_into, entries })
    }

    /// An event's body with the sealed values in place of their references.
    fn opened_body(&self, holder: Option<Holder>, mut event: Event) -> Result<Value, Failure> {
        let mut parts: Vec<(Section, BoxRef)> = Vec::new();
        Event::sealed_parts(&mut event, &mut |part| {
            let section = part.section();
            parts.extend(part.reference_mut().map(|at| (section, at.clone())));
        });
        let stored = event.encode().map_err(|error| StoreError::Sealing(error.to_string()))?;
        let mut body: Value =
            serde_json::from_str(&stored.body).map_err(|error| StoreError::Sealing(error.to_string()))?;
        for (section, at) in parts {
            let opened = match holder {
                Some(holder) => self.store.journal.open_part(holder, section, &at)?,
                None => None,
            };
            let reference =
                serde_json::to_value(&at).map_err(|error| StoreError::Sealing(error.to_string()))?;
            put_in_place(&mut body, &reference, &opened.unwrap_or_else(|| "erased".into()));
        }
        Ok(body)
    }
}

fn put_in_place(body: &mut Value, reference: &Value, opened: &Value) {
    if body == reference {
        *body = opened.clone();
        return;
    }
    match body {
        Value::Array(items) => items.iter_mut().for_each(|item| put_in_place(item, reference, opened)),
        Value::Object(fields) => fields.values_mut().for_each(|item| put_in_place(item, reference, opened)),
        _ => {}
    }
}

/// Who did something, as the file tells it: the person, the program, or a role.
const fn in_role(actor: &Actor) -> &'static str {
    match actor {
        Actor::Applicant { .. } => "you",
        Actor::Staff { role, .. } => role.word(),
        Actor::System { .. } => "system",
    }
}
