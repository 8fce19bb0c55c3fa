//! What a list says of one entry, whoever published it.

use crate::Born;
use muster_vocab::Digest;
use serde::{Deserialize, Serialize};

/// One entry of an edition, in its publisher's words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The publisher's own identifier, such as `17808`, `QDi.430` or `EU.27.28`.
    pub id: String,
    /// What is listed.
    pub kind: Kind,
    /// Its names, the primary one first. Never empty.
    pub names: Vec<Alias>,
    /// Dates of birth: several where the publisher is not sure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub born: Vec<Born>,
    /// Places of birth, as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub birthplaces: Vec<String>,
    /// Nationalities and citizenships, as written: a country's name or its code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nationalities: Vec<String>,
    /// The sex, if the list has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// The father's name, where the list has it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fathers: Vec<String>,
    /// Passports and identity documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<ListedDocument>,
    /// Sanctions programmes or reasons for listing, short.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<String>,
    /// What else the publisher remarks, for the person who adjudicates. Never compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remarks: Option<String>,
}

impl Entry {
    /// The content hash a ruling is bound to: it changes when anything the publisher says of the entry changes.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(&self.to_json())
    }

    /// The entry as JSON: what the content hash is of.
    ///
    /// # Panics
    /// Never: an entry has only texts and numbers.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("an entry has only texts and numbers")
    }
}

/// What is listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A human being.
    Person,
    /// A company, a group, an authority.
    Organisation,
    /// A ship.
    Vessel,
    /// An aircraft.
    Aircraft,
    /// The list does not say. It is compared with people.
    #[default]
    Unknown,
}

/// One name of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// The name as written.
    pub text: String,
    /// What kind of name it is.
    pub strength: AliasStrength,
}

/// What kind of name an alias is, as publishers grade them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AliasStrength {
    /// The name the entry is listed under.
    Primary,
    /// Another name of good quality.
    Strong,
    /// A weak or low-quality alias: a nickname, a nom de guerre.
    Weak,
    /// A former name.
    Former,
    /// The name in its own script.
    Original,
}

/// The sex as a list or a passport has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// A document a list names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedDocument {
    /// Its kind in the publisher's words, such as `Passport` or `National ID No.`; empty if not said.
    pub kind: String,
    /// Its number as written, without the remarks around it.
    pub number: String,
    /// The issuing country as written: name or code; empty if not said.
    pub country: String,
}
