//! From the answers of a row to what it means: a whole application, or a draft.

use super::{Fault, source::Answers};
use muster_case::intake::{
    Background, Channel, Contact, Disclosures, Dossier, Experience, Identity, Serving, Sex,
};
use muster_vocab::{Country, Document, DocumentKind, Language, PartialDate, PersonName, Rejected};
use serde::de::DeserializeOwned;
use std::{
    collections::{BTreeMap, BTreeSet},
    str::FromStr,
};

/// A row that could be read.
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) channel: Channel,
    pub(super) acknowledged: BTreeSet<Country>,
    /// The whole dossier; nothing if something that an application needs is missing.
    pub(super) dossier: Option<Dossier>,
    /// What an application lacks still, by column.
    pub(super) missing: Vec<&'static str>,
    pub(super) answers: Answers,
}

/// Reads a row. What cannot be read is a fault of the row; what is missing only keeps it a draft.
pub(super) fn read(line: u64, answers: Answers) -> Result<Row, Vec<Fault>> {
    let mut reading = Reading { line, answers: &answers, faults: Vec::new(), missing: Vec::new() };
    let channel = reading.optional("channel").unwrap_or(Channel::Mail);
    let acknowledged: BTreeSet<Country> = reading.list("acknowledged").into_iter().collect();
    let identity = reading.identity();
    let contact = Contact { email: reading.optional("email"), phone: reading.optional("phone") };
    if contact.email.is_none() && contact.phone.is_none() {
        reading.missing.push("email or phone");
    }
    let background = reading.background();
    let disclosures = Disclosures {
        criminal_record: reading.yes_no("criminal_record"),
        medical_bar: reading.yes_no("medical_bar"),
        health_words: String::new(),
        words: answers.get("words").cloned().unwrap_or_default(),
    };
    let Reading { faults, mut missing, .. } = reading;
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut dossier = identity
        .zip(background)
        .filter(|_| missing.is_empty())
        .map(|(identity, background)| Dossier { identity, contact, background, disclosures });
    if dossier.as_ref().is_some_and(|dossier| !covers(&acknowledged, &dossier.identity)) {
        missing.push("acknowledged, for every nationality and the residence");
        dossier = None;
    }
    Ok(Row { line, channel, acknowledged, dossier, missing, answers })
}

/// Whether a notice was acknowledged for every country concerned.
fn covers(acknowledged: &BTreeSet<Country>, identity: &Identity) -> bool {
    let mut concerned = identity.nationalities.iter().chain([&identity.residence]);
    concerned.all(|country| acknowledged.contains(country))
}

struct Reading<'a> {
    line: u64,
    answers: &'a Answers,
    faults: Vec<Fault>,
    missing: Vec<&'static str>,
}

impl<'a> Reading<'a> {
    fn identity(&mut self) -> Option<Identity> {
        let given = self.text("given").unwrap_or_default();
        let family = self.text("family");
        self.need("family");
        let name = family.and_then(|family| self.checked("family", PersonName::new(given, family)));
        let original = self.text("name_original");
        let name_original =
            original.and_then(|whole| self.checked("name_original", PersonName::new("", whole)));
        let born = self.needed::<PartialDate>("born");
        let sex = self.word::<Sex>("sex", "write female, male or unspecified");
        let nationalities = self.needed_list("nationalities");
        let residence = self.needed("residence");
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

    fn document(&mut self) -> Option<Document> {
        let kind = self
            .word::<DocumentKind>("document_kind", "write passport, identity_card or other")
            .unwrap_or(DocumentKind::Passport);
        let issuer: Option<Country> = self.optional("document_issuer");
        let number = self.text("document_number")?;
        let Some(issuer) = issuer else {
            if !self.answers.contains_key("document_issuer") {
                self.fault("document_issuer", "a document number needs the country that issued it");
            }
            return None;
        };
        self.checked("document_number", Document::new(kind, issuer, number))
    }

    fn background(&mut self) -> Option<Background> {
        let experience =
            self.needed_word::<Experience>("experience", "write none, police_medic, military or combat");
        let service_years = match self.text("service_years").map(str::parse) {
            Some(Err(_)) => {
                self.fault("service_years", "write a whole number of years, at most 255");
                0
            }
            Some(Ok(years)) => years,
            None => 0,
        };
        let trade = self.text("trade").map(as_word);
        let skills = self.items("skills").map(as_word).collect();
        let languages: Vec<Language> = self.needed_list("languages");
        let serving = self.needed_word::<Serving>("serving", "write no, reservist or serving");
        let wants_non_combat = self.yes_no("wants_non_combat").unwrap_or(false);
        let ties = self.yes_no("ties").unwrap_or(false);
        Some(Background {
            experience: experience?,
            service_years,
            trade,
            skills,
            languages,
            serving: serving?,
            wants_non_combat,
            ties,
            service: Vec::new(),
            own: BTreeMap::new(),
        })
    }

    fn text(&self, column: &'static str) -> Option<&'a str> {
        self.answers.get(column).map(String::as_str)
    }

    fn items(&self, column: &'static str) -> impl Iterator<Item = &'a str> + use<'a> {
        let text = self.text(column).unwrap_or_default();
        text.split([';', ',', '|', ' ', '\t']).map(str::trim).filter(|item| !item.is_empty())
    }

    fn fault(&mut self, column: &'static str, cause: impl ToString) {
        self.faults.push(Fault { line: self.line, column: Some(column), cause: cause.to_string() });
    }

    fn checked<T>(&mut self, column: &'static str, read: Result<T, Rejected>) -> Option<T> {
        read.map_err(|rejected| self.fault(column, rejected)).ok()
    }

    fn optional<T: FromStr<Err = Rejected>>(&mut self, column: &'static str) -> Option<T> {
        let read = self.text(column)?.parse();
        self.checked(column, read)
    }

    fn needed<T: FromStr<Err = Rejected>>(&mut self, column: &'static str) -> Option<T> {
        self.need(column);
        self.optional(column)
    }

    fn list<T: FromStr<Err = Rejected>>(&mut self, column: &'static str) -> Vec<T> {
        let read: Result<Vec<T>, Rejected> = self.items(column).map(str::parse).collect();
        self.checked(column, read).unwrap_or_default()
    }

    fn needed_list<T: FromStr<Err = Rejected>>(&mut self, column: &'static str) -> Vec<T> {
        self.need(column);
        self.list(column)
    }

    fn word<T: DeserializeOwned>(&mut self, column: &'static str, expected: &str) -> Option<T> {
        let word = as_word(self.text(column)?);
        let word = match (column, word.as_str()) {
            ("sex", "f") => "female".to_owned(),
            ("sex", "m") => "male".to_owned(),
            ("sex", "x") => "unspecified".to_owned(),
            _ => word,
        };
        let read = serde_json::from_value(serde_json::Value::String(word)).ok();
        if read.is_none() {
            self.fault(column, format!("not one of its words: {expected}"));
        }
        read
    }

    fn needed_word<T: DeserializeOwned>(&mut self, column: &'static str, expected: &str) -> Option<T> {
        self.need(column);
        self.word(column, expected)
    }

    fn yes_no(&mut self, column: &'static str) -> Option<bool> {
        match as_word(self.text(column)?).as_str() {
            "yes" | "y" | "true" | "1" => Some(true),
            "no" | "n" | "false" | "0" => Some(false),
            _ => {
                self.fault(column, "write yes or no");
                None
            }
        }
    }

    fn need(&mut self, column: &'static str) {
        if !self.answers.contains_key(column) {
            self.missing.push(column);
        }
    }
}

/// A word of a list as files write it: `Helicopter pilot` is `helicopter_pilot`.
fn as_word(text: &str) -> String {
    text.trim().to_lowercase().replace([' ', '-'], "_")
}
