//! Who is asked about: everything the person ever told, under every name.

use crate::{App, Failure};
use muster_case::{
    Case, Event, Logged as _, Permit,
    access::ReadCases,
    intake::{Identity, SealedDossier, Sex},
};
use muster_store::{
    journal::{Loaded, Recorded},
    keys::Holder,
};
use muster_vocab::{CaseId, DocumentKind, PersonName};
use muster_watchlist::{GivenName, ListedDocument, Subject};

/// The identities that a person told, as one subject: each name, birth, nationality and document once.
#[must_use]
pub fn subject_of<'a>(told: impl IntoIterator<Item = &'a Identity>) -> Subject {
    let mut subject = Subject::default();
    for identity in told {
        add(&mut subject.names, GivenName::Plain(family_first(&identity.name)));
        if let Some(original) = &identity.name_original {
            add(&mut subject.names, GivenName::Plain(family_first(original)));
        }
        // A partial date is written the same way on both sides.
        if let Ok(born) = identity.born.to_string().parse() {
            add(&mut subject.born, born);
        }
        for country in &identity.nationalities {
            add(&mut subject.nationalities, country.to_string());
        }
        subject.sex = subject.sex.or(match identity.sex {
            Some(Sex::Female) => Some(muster_watchlist::Sex::Female),
            Some(Sex::Male) => Some(muster_watchlist::Sex::Male),
            Some(Sex::Unspecified) | None => None,
        });
        if let Some(document) = &identity.document {
            let kind = match document.kind {
                DocumentKind::Passport => "Passport",
                DocumentKind::IdentityCard => "National ID",
                DocumentKind::Other => "",
            };
            let (number, country) = (document.number.clone(), document.issuer.to_string());
            add(&mut subject.documents, ListedDocument { kind: kind.into(), number, country });
        }
    }
    subject
}

fn add<T: PartialEq>(all: &mut Vec<T>, one: T) {
    if !all.contains(&one) {
        all.push(one);
    }
}

/// The engine knows the family name by the comma behind it.
fn family_first(name: &PersonName) -> String {
    if name.given.is_empty() { name.family.clone() } else { format!("{}, {}", name.family, name.given) }
}

/// A case with every identity that was told in it.
pub(crate) struct Told {
    pub(crate) loaded: Loaded<Case>,
    pub(crate) identities: Vec<Identity>,
}

/// Reads a case and opens what was told in it. Nothing is opened of somebody who was erased.
pub(crate) fn told(app: &App, case: CaseId) -> Result<Told, Failure> {
    let (loaded, dossiers) = read(app, case)?;
    let mut identities = Vec::new();
    if let Some(person) = loaded.state.person {
        for sealed in &dossiers {
            identities.extend(app.store.journal.open(Holder::from(person), &sealed.identity)?);
        }
    }
    Ok(Told { loaded, identities })
}

/// A case as its events leave it, and everything that was told in it, shut.
pub(crate) fn read(app: &App, case: CaseId) -> Result<(Loaded<Case>, Vec<SealedDossier>), Failure> {
    Ok(of_history(&app.store.journal.history::<Event>(case.into())?))
}

/// As [`read`], of a history that was read already.
pub(crate) fn of_history(history: &[Recorded<Event>]) -> (Loaded<Case>, Vec<SealedDossier>) {
    let mut loaded = Loaded { state: Case::default(), version: 0 };
    let mut dossiers = Vec::new();
    for recorded in history {
        dossiers.extend(dossier_in(&recorded.event).cloned());
        recorded.event.evolve(&mut loaded.state, &recorded.moment);
        loaded.version = recorded.version;
    }
    (loaded, dossiers)
}

/// As [`told`], with what was told in the cases that are merged into this one: they are of the same person.
pub(super) fn told_by_person(app: &App, permit: Permit<ReadCases>, case: CaseId) -> Result<Told, Failure> {
    let mut all = told(app, case)?;
    for merged in app.store.views.merged_into(permit, case)? {
        all.identities.extend(told(app, merged)?.identities);
    }
    Ok(all)
}

const fn dossier_in(event: &Event) -> Option<&SealedDossier> {
    match event {
        Event::Submitted(event) => Some(&event.dossier),
        Event::InfoAnswered(event) => Some(&event.dossier),
        Event::Corrected(event) => Some(&event.dossier),
        Event::CorrectionAsked(event) => Some(&event.dossier),
        Event::SubmissionRepeated(event) => Some(&event.dossier),
        Event::WalkInRegistered(event) => Some(&event.dossier),
        _ => None,
    }
}
