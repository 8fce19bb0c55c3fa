//! Who somebody is, and how they are reached.

use super::{fault::Fault, reading::Reading};
use muster_case::intake::{Contact, Identity};
use muster_vocab::{Country, Document, DocumentKind, PersonName};

/// More nationalities than anybody was ever known to hold.
pub(super) const NATIONALITIES_MOST: usize = 4;

impl Reading<'_> {
    pub(super) fn identity(&mut self) -> Option<Identity> {
        let given = self.name_part("given").unwrap_or_default();
        let family = self.needed("family", Self::name_part);
        let name = family.and_then(|family| PersonName::new(given, family).ok());
        let name_original = self.original_name();
        if ["day", "month", "year"].iter().all(|part| self.said(&format!("born.{part}")).is_none()) {
            self.note("born", Fault::Missing);
        }
        let born = self.past_date("born");
        let sex = self.choice("sex");
        let nationalities = self.nationalities();
        if nationalities.is_empty() && self.said("nationalities.0").is_none() {
            self.note("nationalities.0", Fault::Missing);
        }
        let residence = self.needed("residence", Self::country);
        let document = self.document();
        Some(Identity {
            name: name?,
            name_original,
            born: born?,
            sex,
            nationalities,
            residence: residence?,
            document,
        })
    }

    fn original_name(&mut self) -> Option<PersonName> {
        let given = self.name_part("given_original");
        let family = self.name_part("family_original");
        if given.is_some() && family.is_none() {
            self.miss_beside("family_original", "given_original");
        }
        PersonName::new(given.unwrap_or_default(), family?).ok()
    }

    pub(super) fn nationalities(&mut self) -> Vec<Country> {
        let mut held = Vec::new();
        for place in 0..NATIONALITIES_MOST {
            let field = format!("nationalities.{place}");
            match self.country(&field) {
                Some(country) if held.contains(&country) => self.note(&field, Fault::Twice),
                Some(country) => held.push(country),
                None => {}
            }
        }
        held
    }

    /// The document to travel on. An issuer without a number says nothing yet.
    fn document(&mut self) -> Option<Document> {
        let kind = self.choice("document_kind").unwrap_or(DocumentKind::Passport);
        let (issuer, expires) = (self.country("document_issuer"), self.date("document_expires"));
        let number = self.said("document_number")?;
        if self.said("document_issuer").is_none() {
            self.miss_beside("document_issuer", "document_number");
        }
        // The number is judged also where the issuer cannot be read: all faults are told at once.
        let any = issuer.or_else(|| "UA".parse().ok())?;
        let Ok(document) = Document::new(kind, any, number) else {
            self.note("document_number", Fault::NotADocument);
            return None;
        };
        issuer.map(|_| Document { expires, ..document })
    }

    pub(super) fn contact(&mut self) -> Contact {
        let (email, phone) = (self.said("email"), self.said("phone"));
        if email.is_none() && phone.is_none() {
            self.note("email", Fault::ContactMissing);
        }
        let email =
            email.and_then(|text| text.parse().map_err(|_| self.note("email", Fault::NotAnEmail)).ok());
        let phone =
            phone.and_then(|text| text.parse().map_err(|_| self.note("phone", Fault::NotAPhone)).ok());
        Contact { email, phone }
    }
}
