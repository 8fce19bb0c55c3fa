//! Opening the sealed values of a case, after the read itself is recorded.

use crate::frame::{Fault, Frame, Paint};
use muster_app::{
    App,
    case::{
        Case, Event, Permit,
        access::{OpenSealed, RecordAccess},
    },
};
use muster_store::{journal::Recorded, keys::Holder};
use muster_vocab::{CaseId, Sealed, Section, Sensitive};
use serde::Serialize;
use serde_json::Value;
use std::fmt::Write as _;

/// A value that was opened.
#[derive(Serialize)]
pub(super) struct Opened {
    /// What it is.
    what: String,
    /// The event that holds it.
    event: &'static str,
    /// The value; nothing if the person was erased.
    value: Option<Value>,
}

/// Records the read, then opens what the case holds of the person.
pub(super) fn reveal(
    frame: &Frame,
    app: &App,
    id: CaseId,
    case: &Case,
    history: &[Recorded<Event>],
    purpose: &str,
) -> Result<Vec<Opened>, Fault> {
    let may = frame.permit::<OpenSealed>(app)?;
    let sections = [Section::Identity, Section::Contact, Section::Service, Section::Disclosure]
        .into_iter()
        .chain([Section::Vetting, Section::Decision])
        .map(|section| section.label().to_owned())
        .collect();
    let record = RecordAccess { sections, purpose: purpose.to_owned() };
    app.carry_out(Permit::<RecordAccess>::ask(may.actor())?, id, record, frame.now())?;
    let Some(person) = case.person() else { return Ok(Vec::new()) };
    let mut opening = Opening { app, holder: person.into(), opened: Vec::new() };
    if let Some(dossier) = &case.dossier {
        opening.open("identity", "dossier", &dossier.identity)?;
        opening.open("contact", "dossier", &dossier.contact)?;
        opening.open("background", "dossier", &dossier.background)?;
        opening.open("disclosures", "dossier", &dossier.disclosures)?;
    }
    if let Some(found) = &case.determination {
        opening.open("findings", "eligibility.determined", &found.findings)?;
    }
    for recorded in history {
        opening.words(&recorded.event)?;
    }
    Ok(opening.opened)
}

struct Opening<'a> {
    app: &'a App,
    holder: Holder,
    opened: Vec<Opened>,
}

impl Opening<'_> {
    /// The words that people wrote about the case.
    fn words(&mut self, event: &Event) -> Result<(), Fault> {
        let tag = event.tag();
        match event {
            Event::EarlyRefusalConfirmed(signed) => self.open("rationale", tag, &signed.rationale),
            Event::Referred(signed) => self.open("rationale", tag, &signed.rationale),
            Event::Recommended(signed) => self.open("rationale", tag, &signed.rationale),
            Event::Countersigned(signed) => self.open("rationale", tag, &signed.rationale),
            Event::SentBack(signed) => self.open("rationale", tag, &signed.rationale),
            Event::ReviewSettled(signed) => self.open("rationale", tag, &signed.rationale),
            Event::TurnedBack(signed) => self.open("rationale", tag, &signed.rationale),
            Event::HitDismissed(ruled) => self.open("rationale", tag, &ruled.rationale),
            Event::HitConfirmed(ruled) => self.open("rationale", tag, &ruled.rationale),
            Event::HitRaised(raised) => self.open("evidence", tag, &raised.evidence),
            Event::CheckRecorded(check) => self.open(&check.check, tag, &check.reason),
            Event::Assessed(assessed) => self.open("ratings", tag, &assessed.ratings),
            Event::HoldPlaced(placed) => self.open("cause", tag, &placed.cause),
            Event::HoldLifted(lifted) => self.open("cause", tag, &lifted.cause),
            Event::InfoRequested(asked) => self.open("missing", tag, &asked.missing),
            Event::CorrectionRefused(refused) => self.open("reason", tag, &refused.reason),
            _ => Ok(()),
        }
    }

    fn open<T: Sensitive>(
        &mut self,
        what: &str,
        event: &'static str,
        value: &Sealed<T>,
    ) -> Result<(), Fault> {
        let value = self.app.store.journal.open(self.holder, value)?;
        let value = value.and_then(|value| serde_json::to_value(value).ok());
        self.opened.push(Opened { what: what.to_owned(), event, value });
        Ok(())
    }
}

impl Opened {
    pub(super) fn text(&self, paint: Paint) -> String {
        let mut text = format!("{} {}\n", self.what, paint.dim(self.event));
        match &self.value {
            None => text.push_str("  the key was destroyed; nobody can open this any more\n"),
            Some(value) => lines("", value, &mut text),
        }
        text
    }
}

/// A value line by line, names before their values.
fn lines(name: &str, value: &Value, text: &mut String) {
    let join = |inner: &str| if name.is_empty() { inner.to_owned() } else { format!("{name} {inner}") };
    match value {
        Value::Null => {}
        Value::Object(fields) => fields.iter().for_each(|(field, value)| lines(&join(field), value, text)),
        Value::Array(items) => {
            for item in items {
                lines(name, item, text);
            }
        }
        Value::String(word) if name.is_empty() => {
            let _infallible = writeln!(text, "  {}", printable(word));
        }
        Value::String(word) => {
            let _infallible = writeln!(text, "  {name}: {}", printable(word));
        }
        other => {
            let _infallible = writeln!(text, "  {name}: {other}");
        }
    }
}

/// What a stranger wrote must not steer the terminal it is shown on.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}
