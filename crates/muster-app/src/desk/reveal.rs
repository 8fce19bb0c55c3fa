//! What the applicant told, opened for a purpose; that it was opened is recorded first.

use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::{
    Permit,
    access::{OpenSealed, RecordAccess},
};
use muster_store::keys::Holder;
use muster_vocab::{CaseId, Sealed, Section, Sensitive};
use serde_json::Value;
use std::collections::BTreeMap;

/// The sections of what the applicant told. Nothing of a rating, a rationale or a hit is among them.
pub const TOLD: [Section; 4] = [Section::Identity, Section::Contact, Section::Service, Section::Disclosure];

impl App {
    /// Opens sections of what the applicant told, by their labels; a section that is not of [`TOLD`], was never told or
    /// was erased is not in the answer. The reading is recorded on the case in the same go.
    ///
    /// # Errors
    /// As [`App::carry_out`].
    pub fn reveal(
        &self,
        permit: Permit<OpenSealed>,
        case: CaseId,
        sections: &[Section],
        purpose: &str,
        at: Timestamp,
    ) -> Result<BTreeMap<&'static str, Value>, Failure> {
        let asked: Vec<Section> = TOLD.into_iter().filter(|section| sections.contains(section)).collect();
        let labels = asked.iter().map(|section| section.label().to_owned()).collect();
        let access = RecordAccess { sections: labels, purpose: purpose.to_owned() };
        self.carry_out(Permit::ask(permit.actor())?, case, access, at)?;
        let case = self.load(case)?;
        let mut opened = BTreeMap::new();
        let (Some(person), Some(dossier)) = (case.person, &case.dossier) else { return Ok(opened) };
        for section in asked {
            let value = match section {
                Section::Identity => self.in_json(person.into(), &dossier.identity)?,
                Section::Contact => self.in_json(person.into(), &dossier.contact)?,
                Section::Service => self.in_json(person.into(), &dossier.background)?,
                _ => self.in_json(person.into(), &dossier.disclosures)?,
            };
            opened.extend(value.map(|value| (section.label(), value)));
        }
        Ok(opened)
    }

    fn in_json<T: Sensitive>(&self, holder: Holder, sealed: &Sealed<T>) -> Result<Option<Value>, Failure> {
        let opened = self.store.journal.open(holder, sealed)?;
        // Sensitive types are plain data and always serialise.
        Ok(opened.and_then(|value| serde_json::to_value(value).ok()))
    }
}
