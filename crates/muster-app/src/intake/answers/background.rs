//! What somebody did, can do and discloses; and what a programme asks of its own.

use super::{
    fault::Fault,
    reading::{Reading, TEXT_MAX},
};
use muster_case::intake::{Background, Disclosures, ServiceRecord};
use std::collections::BTreeMap;

/// How many times of service are told at most.
pub(super) const SERVICE_MOST: usize = 5;
/// Longer than anybody serves.
const SERVICE_YEARS_MOST: u8 = 80;

/// Fields that a dossier has a place for.
const KNOWN: &[&str] = &[
    "given",
    "family",
    "given_original",
    "family_original",
    "names_as_typed",
    "born",
    "sex",
    "nationalities",
    "residence",
    "document_kind",
    "document_issuer",
    "document_number",
    "document_expires",
    "email",
    "phone",
    "help_how",
    "experience",
    "service",
    "service_years",
    "trade",
    "skills",
    "languages",
    "serving",
    "criminal_record",
    "medical_bar",
    "health_words",
    "kin_choice",
    "kin",
    "ties",
    "words",
];

/// Whether a dossier has a place for the field; another is a programme's own.
pub(super) fn is_known(field: &str) -> bool {
    let whole = field.split_once('.').map_or(field, |(whole, _)| whole);
    KNOWN.contains(&whole)
}

impl Reading<'_> {
    pub(super) fn background(&mut self) -> Option<Background> {
        let wants_non_combat = self.wants_non_combat();
        let experience = self.needed("experience", Self::choice);
        let service = (0..SERVICE_MOST).filter_map(|turn| self.service(turn)).collect();
        let service_years = self.service_years();
        let trade = self.own_words("trade").into_iter().next();
        let skills = self.own_words("skills");
        let languages = self.languages("languages");
        if self.said("languages").is_none() {
            self.note("languages", Fault::Missing);
        }
        let serving = self.needed("serving", Self::choice);
        let ties = self.yes_no("ties").unwrap_or(false);
        let own = self.own();
        Some(Background {
            experience: experience?,
            service_years,
            trade,
            skills,
            languages,
            serving: serving?,
            wants_non_combat: wants_non_combat.unwrap_or(false),
            ties,
            service,
            own,
        })
    }

    pub(super) fn wants_non_combat(&mut self) -> Option<bool> {
        match self.said("help_how")? {
            "combat" => Some(false),
            "other" => Some(true),
            _ => {
                self.note("help_how", Fault::NoSuchChoice);
                None
            }
        }
    }

    fn service(&mut self, turn: usize) -> Option<ServiceRecord> {
        let field = |name: &str| format!("service.{turn}.{name}");
        let record = ServiceRecord {
            country: self.country(&field("country")),
            force: self.line(&field("force")).unwrap_or_default().to_owned(),
            role: self.line(&field("role")).unwrap_or_default().to_owned(),
            from: self.past_year(&field("from")),
            to: self.past_year(&field("to")),
            combat: self.yes_no(&field("combat")).unwrap_or(false),
        };
        (record != ServiceRecord::default()).then_some(record)
    }

    fn service_years(&mut self) -> u8 {
        let Some(said) = self.said("service_years") else { return 0 };
        match said.parse() {
            Ok(years) if years <= SERVICE_YEARS_MOST => years,
            _ => {
                self.note("service_years", Fault::NotANumber);
                0
            }
        }
    }

    pub(super) fn disclosures(&mut self) -> Disclosures {
        Disclosures {
            criminal_record: self.yes_no("criminal_record"),
            medical_bar: self.yes_no("medical_bar"),
            health_words: self.lines("health_words"),
            words: self.lines("words"),
        }
    }

    /// What a programme asks of its own is kept as typed.
    fn own(&mut self) -> BTreeMap<String, String> {
        let mut own = BTreeMap::new();
        for (field, text) in self.all() {
            if is_known(field) || text.is_empty() || field.chars().count() > super::reading::LINE_MAX {
                continue;
            }
            if text.chars().count() > TEXT_MAX {
                self.note(field, Fault::TooLong);
            } else if text.chars().any(|letter| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'))
            {
                self.note(field, Fault::ControlCharacters);
            } else {
                own.insert(field.to_owned(), text.to_owned());
            }
        }
        own
    }
}
