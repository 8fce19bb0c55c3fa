//! The letter worker: writes what the log says may leave, and to whom asked to come back.

use super::{Asking, Content, Letter, LetterKind, content::OF_USE, texts::language};
use crate::{
    App, Failure,
    portal::{Address, SPANS, Visit},
};
use jiff::Timestamp;
use muster_case::{Case, Event, Stage, decision::About, evolve};
use muster_store::{StoreError, keys::KeyError, portal::Asked};
use muster_vocab::CaseId;
use std::collections::BTreeMap;

/// Follows the log and writes letters into the outbox. Safe to run twice: no letter is written twice.
#[derive(Debug, Clone, Copy, Default)]
pub struct LetterWorker;

const NAME: &str = "letters";
const TAGS: &[&str] = &["intake.submitted", "decision.message_queued"];
const BATCH: u32 = 512;

impl LetterWorker {
    /// Writes what came since the last time. Gives how many letters were written.
    ///
    /// # Errors
    /// If the store fails.
    pub fn follow(self, app: &App, at: Timestamp) -> Result<usize, Failure> {
        let mut written = app.answer_askings(at)?;
        let journal = &app.store.journal;
        let mut cursor = journal.cursor(NAME)?;
        loop {
            let news = journal.follow(cursor, TAGS, BATCH)?;
            let Some(last) = news.last().map(|entry| entry.seq) else { return Ok(written) };
            let mut cases: BTreeMap<CaseId, Vec<u64>> = BTreeMap::new();
            for entry in news {
                cases.entry(entry.stream.into()).or_default().push(entry.version);
            }
            for (case, versions) in cases {
                written += app.write_letters(case, &versions, at)?;
            }
            cursor = last;
            journal.move_cursor(NAME, cursor).wait()?;
        }
    }
}

impl App {
    /// Writes to whoever asked to come back and has a case. Strangers are forgotten.
    fn answer_askings(&self, at: Timestamp) -> Result<usize, Failure> {
        let mut written = 0;
        loop {
            let askings = self.store.portal.returns_asked(BATCH)?;
            if askings.is_empty() {
                return Ok(written);
            }
            for asked in askings {
                written += usize::from(self.answer(&asked, at)?);
                self.store.portal.forget_asking(asked.asked).wait()?;
            }
        }
    }

    fn answer(&self, asked: &Asked, at: Timestamp) -> Result<bool, Failure> {
        let too_late = at.duration_since(asked.at) >= SPANS.link;
        let Ok(asking) = serde_json::from_slice::<Asking>(&asked.plain) else { return Ok(false) };
        let address = self.address_token(&asking.content.to);
        let Some(found) = self.led_to(address, &asking.reference)?.filter(|_| !too_late) else {
            return Ok(false);
        };
        let Ok(mission) = found.mission.parse() else { return Ok(false) };
        let letter = Letter {
            visit: Visit { case: found.case, person: found.person },
            mission,
            kind: LetterKind::Return,
            language: &asking.language,
            cause: None,
            made_at: asked.at,
            content: asking.content,
        };
        unless_erased(self.post(letter, &asked.asked.to_string()))
    }

    /// Writes the letters of some events of a case.
    fn write_letters(&self, id: CaseId, versions: &[u64], at: Timestamp) -> Result<usize, Failure> {
        let mut case = Case::default();
        let mut due = Vec::new();
        for recorded in self.store.journal.history::<Event>(id.into())? {
            evolve(&mut case, &recorded.event, &recorded.moment);
            let fresh = at.duration_since(recorded.moment.at) < OF_USE;
            if fresh
                && versions.contains(&recorded.version)
                && let Some(kind) = kind_of(&recorded.event)
            {
                due.push((recorded.version, kind, recorded.moment.at));
            }
        }
        // Whoever withdrew is left in peace; whoever died is not written to.
        let silent = matches!(case.stage, None | Some(Stage::Withdrawn | Stage::Erased | Stage::Deceased));
        if due.is_empty() || silent {
            return Ok(0);
        }
        let (Some(person), Some(mission)) = (case.person, case.mission.clone()) else { return Ok(0) };
        let visit = Visit { case: id, person };
        let Some(to) = self.reached_at(visit, &case)? else { return Ok(0) };
        let language = self.written_to_in(id)?;
        let mut written = 0;
        for (version, kind, made_at) in due {
            let content = Content { to: to.clone(), code: None, link: None };
            let mission = mission.clone();
            let letter = Letter { visit, mission, kind, language, cause: Some(version), made_at, content };
            written += usize::from(unless_erased(self.post(letter, &format!("{id}/{version}")))?);
        }
        Ok(written)
    }

    /// The language in which a case is written to.
    pub(crate) fn written_to_in(&self, case: CaseId) -> Result<&'static str, Failure> {
        let spoken = self.store.portal.language_of(case)?;
        Ok(language(spoken.as_deref().unwrap_or_default()))
    }

    /// Where the applicant said to be reached: by mail, else by telephone.
    pub(super) fn reached_at(&self, visit: Visit, case: &Case) -> Result<Option<Address>, Failure> {
        let Some(dossier) = &case.dossier else { return Ok(None) };
        let contact = self.store.journal.open(visit.person.into(), &dossier.contact)?;
        Ok(contact.and_then(|contact| {
            contact.email.map(Address::Email).or_else(|| contact.phone.map(Address::Phone))
        }))
    }
}

/// A person who was erased in this very moment gets no letter, and that is no failure.
fn unless_erased(posted: Result<bool, Failure>) -> Result<bool, Failure> {
    match posted {
        Err(Failure::Store(StoreError::Keys(KeyError::Destroyed(_)))) => Ok(false),
        other => other,
    }
}

fn kind_of(event: &Event) -> Option<LetterKind> {
    match event {
        Event::Submitted(_) => Some(LetterKind::Received),
        Event::MessageQueued(message) => Some(match message.about {
            About::InfoRequest => LetterKind::Question,
            About::Interview => LetterKind::Interview,
            About::Decision => LetterKind::Decision,
            About::Pass => LetterKind::Pass,
            About::Correction => LetterKind::Correction,
        }),
        _ => None,
    }
}
