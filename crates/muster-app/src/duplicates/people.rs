//! Everybody who applied, in memory, as the engine compares them.

use crate::{App, Failure, screening::read};
use muster_case::{
    Case,
    intake::{Contact, Identity, SealedDossier, Sex},
};
use muster_linkage::{Born, Linker, Paper, Record, RecordId, Weights, WrittenName};
use muster_store::{StoreError, journal::Loaded, keys::Holder};
use muster_vocab::{CaseId, PartialDate, PersonId, PersonName};
use std::{
    collections::{BTreeMap, HashMap},
    sync::Mutex,
};

/// The index; nothing before it is made. Whoever holds it is the one who follows.
pub(crate) type PeopleIndex = Mutex<Option<People>>;

/// Who is known, one record for each case.
pub(crate) struct People {
    linker: Linker,
    records: HashMap<CaseId, RecordId>,
    cases: Vec<CaseId>,
}

/// A case with everything told in it that tells who somebody is, the last last.
pub(super) struct ToldOf {
    pub(super) loaded: Loaded<Case>,
    pub(super) told: Vec<(Identity, Contact)>,
}

impl People {
    /// Opens everybody once.
    pub(super) fn make(app: &App) -> Result<Self, Failure> {
        let keys = app.store.journal.keys().open_all().map_err(StoreError::from)?;
        let mut told: BTreeMap<CaseId, (Vec<Identity>, Vec<Contact>)> = BTreeMap::new();
        let journal = &app.store.journal;
        journal.each_identity(&keys, &mut |case, identity| told.entry(case).or_default().0.push(identity))?;
        journal.each_contact(&keys, &mut |case, contact| told.entry(case).or_default().1.push(contact))?;
        let mut linker = Linker::new(Weights::shipped());
        let cases: Vec<CaseId> = told.keys().copied().collect();
        let all: Vec<Record> = told
            .into_values()
            .map(|(identities, contacts)| record(identities.iter(), contacts.iter()))
            .collect();
        linker.insert_all(&all);
        let records = cases.iter().copied().zip(0..).collect();
        Ok(Self { linker, records, cases })
    }

    /// Puts what is told in a case in place of what was there.
    pub(super) fn put(&mut self, case: CaseId, record: &Record) {
        self.forget(case);
        let no = self.linker.insert(record);
        debug_assert_eq!(no as usize, self.cases.len(), "records are numbered as they come");
        self.cases.push(case);
        self.records.insert(case, no);
    }

    /// Forgets a case.
    pub(super) fn forget(&mut self, case: CaseId) {
        if let Some(no) = self.records.remove(&case) {
            self.linker.forget(no);
        }
    }

    /// The other cases that may be of the person of this record, the likeliest first, with the evidence.
    pub(super) fn like(&mut self, case: CaseId, record: &Record) -> Vec<(CaseId, muster_linkage::Score)> {
        let found = self.linker.look_up(record);
        let other = |link: muster_linkage::Link| (self.cases[link.record as usize], link.score);
        found.links.into_iter().map(other).filter(|(other, _)| *other != case).collect()
    }
}

/// Reads a case and opens what was told in it. Nothing is opened of somebody who was erased.
pub(super) fn told_of(app: &App, case: CaseId) -> Result<ToldOf, Failure> {
    let (loaded, dossiers) = read(app, case)?;
    let told = loaded.state.person.map(|person| open_told(app, person, &dossiers)).transpose()?;
    Ok(ToldOf { loaded, told: told.unwrap_or_default() })
}

/// Who somebody is and how they are reached, as told in each dossier; nothing once they are erased.
pub(super) fn open_told(
    app: &App,
    person: PersonId,
    dossiers: &[SealedDossier],
) -> Result<Vec<(Identity, Contact)>, Failure> {
    let mut told = Vec::new();
    for sealed in dossiers {
        let identity = app.store.journal.open(Holder::from(person), &sealed.identity)?;
        let contact = app.store.journal.open(Holder::from(person), &sealed.contact)?;
        told.extend(identity.zip(contact));
    }
    Ok(told)
}

/// What the engine compares: everything ever told of names, births, papers and ways to be reached.
pub(crate) fn record<'a>(
    identities: impl Iterator<Item = &'a Identity>,
    contacts: impl Iterator<Item = &'a Contact>,
) -> Record {
    let mut record = Record::default();
    for identity in identities {
        for name in [Some(&identity.name), identity.name_original.as_ref()].into_iter().flatten() {
            add(&mut record.names, written(name));
        }
        // What was told last is meant.
        record.born = Some(born(identity.born));
        record.sex = identity.sex.map(|sex| match sex {
            Sex::Female => muster_linkage::Sex::Female,
            Sex::Male => muster_linkage::Sex::Male,
            Sex::Unspecified => muster_linkage::Sex::Unspecified,
        });
        for country in &identity.nationalities {
            add(&mut record.nationalities, *country);
        }
        record.residence = Some(identity.residence);
        if let Some(paper) = &identity.document {
            let (kind, issuer, number) = (paper.kind, Some(paper.issuer), paper.number.clone());
            add(&mut record.documents, Paper { kind, issuer, number });
        }
    }
    for contact in contacts {
        if let Some(email) = &contact.email {
            add(&mut record.emails, email.normal());
        }
        if let Some(phone) = &contact.phone {
            add(&mut record.phones, phone.normal().to_owned());
        }
    }
    record
}

/// The record of a case that was read.
pub(super) fn record_of(told: &[(Identity, Contact)]) -> Record {
    record(told.iter().map(|(identity, _)| identity), told.iter().map(|(_, contact)| contact))
}

fn add<T: PartialEq>(all: &mut Vec<T>, one: T) {
    if !all.contains(&one) {
        all.push(one);
    }
}

fn written(name: &PersonName) -> WrittenName {
    let (given, family) = (name.given.clone(), name.family.clone());
    WrittenName { given, family, ..WrittenName::default() }
}

fn born(date: PartialDate) -> Born {
    // A partial date is written the same way on both sides.
    date.to_string().parse().unwrap_or_default()
}
