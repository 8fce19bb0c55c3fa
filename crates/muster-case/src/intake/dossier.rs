//! What an applicant tells of himself, in sections that are sealed apart.
//!
//! Stored: these shapes lie in boxes for as long as a person's key lives. Add fields with a default; never rename.

use muster_vocab::{
    Country, Document, EmailAddress, Language, PartialDate, PersonName, PhoneNumber, Sealed, Section,
    Sensitive,
};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};

/// Who the applicant is. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The name in Latin letters, as a machine-readable passport has it.
    pub name: PersonName,
    /// The name in its own script, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_original: Option<PersonName>,
    /// Date of birth.
    pub born: PartialDate,
    /// As stated; compares with list entries only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Every nationality held: a legal notice is shown for each.
    pub nationalities: Vec<Country>,
    /// Where the applicant lives.
    pub residence: Country,
    /// The document the applicant would travel on; may come later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
}

/// Sex as a travel document states it (ICAO 9303-3).
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// F.
    Female,
    /// M.
    Male,
    /// X.
    Unspecified,
}

/// How the applicant is reached. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<EmailAddress>,
    /// Telephone number; a household may share one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<PhoneNumber>,
}

/// What the applicant has done and can do. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Background {
    /// The strongest experience claimed.
    pub experience: Experience,
    /// Years of service, if any.
    #[serde(default)]
    pub service_years: u8,
    /// The trade served in, as a word of the programme's list, such as `infantry` or `helicopter_pilot`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trade: Option<String>,
    /// Skills the programme asks for, as words of its list, such as `medic` or `drone`.
    #[serde(default)]
    pub skills: Vec<String>,
    /// Languages the applicant can take an order in.
    pub languages: Vec<Language>,
    /// Whether the applicant serves in the home force now.
    pub serving: Serving,
    /// Wants to help without bearing arms.
    #[serde(default)]
    pub wants_non_combat: bool,
    /// Ties to the receiving country: a statistic only, never weighed.
    #[serde(default)]
    pub ties: bool,
    /// Where the applicant served, in the order told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service: Vec<ServiceRecord>,
    /// What the programme asks beside, by the name of the question: kept as typed, read by people only.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub own: BTreeMap<String, String>,
}

/// One time of service, as far as the applicant tells. `Debug` does not show it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceRecord {
    /// The country served.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// The force or unit, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub force: String,
    /// What was done there, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// The year it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<i16>,
    /// The year it ended; nothing while it goes on, or if not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<i16>,
    /// Whether it was in combat.
    #[serde(default)]
    pub combat: bool,
}

/// The strongest kind of experience claimed, weakest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Experience {
    /// None of the below.
    None,
    /// Police, fire, ambulance.
    PoliceMedic,
    /// Armed service without combat.
    Military,
    /// Armed service in combat.
    Combat,
}

impl Experience {
    /// Its word in policies and tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::PoliceMedic => "police_medic",
            Self::Military => "military",
            Self::Combat => "combat",
        }
    }
}

/// Whether somebody serves in the home force.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Serving {
    /// Does not serve.
    No,
    /// Is in the reserve.
    Reservist,
    /// Serves now.
    Serving,
}

impl Serving {
    /// Its word in policies and tables.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Reservist => "reservist",
            Self::Serving => "serving",
        }
    }
}

/// What the applicant discloses about health and record. `None` is "not asked or not answered". `Debug` does not show it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosures {
    /// A conviction that the programme asks about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criminal_record: Option<bool>,
    /// A condition that bars service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medical_bar: Option<bool>,
    /// What the applicant says of the own health, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub health_words: String,
    /// Free words of the applicant, if any: motive, questions.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// One sending of the form, whole.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// Who.
    pub identity: Identity,
    /// How reached.
    pub contact: Contact,
    /// What done.
    pub background: Background,
    /// What disclosed.
    pub disclosures: Disclosures,
}

/// A dossier as an event holds it: four boxes under four keys of the person's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedDossier {
    /// Who.
    pub identity: Sealed<Identity>,
    /// How reached.
    pub contact: Sealed<Contact>,
    /// What done.
    pub background: Sealed<Background>,
    /// What disclosed.
    pub disclosures: Sealed<Disclosures>,
}

impl From<Dossier> for SealedDossier {
    fn from(dossier: Dossier) -> Self {
        Self {
            identity: dossier.identity.into(),
            contact: dossier.contact.into(),
            background: dossier.background.into(),
            disclosures: dossier.disclosures.into(),
        }
    }
}

macro_rules! sensitive {
    ($($type:ident in $section:ident;)+) => {$(
        impl Sensitive for $type {
            const SECTION: Section = Section::$section;
        }
    )+};
}
sensitive! {
    Identity in Identity;
    Contact in Contact;
    Background in Service;
    Disclosures in Disclosure;
}

macro_rules! silent {
    ($($type:ident)+) => {$(
        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("sealed")
            }
        }
    )+};
}
silent!(Identity Sex Contact Background ServiceRecord Experience Serving Disclosures Dossier);
