//! Whom one asks about.

use crate::{Born, ListedDocument, Sex};
use std::fmt;

/// A person to be screened. Everything but one name may be missing; `Debug` shows nothing.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// Names: as in the passport, in the own script, former ones. Every one is compared.
    pub names: Vec<GivenName>,
    /// Dates of birth: usually one.
    pub born: Vec<Born>,
    /// Places of birth.
    pub birthplaces: Vec<String>,
    /// Nationalities held: names or codes of countries.
    pub nationalities: Vec<String>,
    /// The sex in the passport.
    pub sex: Option<Sex>,
    /// The father's name.
    pub fathers: Vec<String>,
    /// Documents.
    pub documents: Vec<ListedDocument>,
}

impl Subject {
    /// Somebody of whom one knows a name only.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self { names: vec![GivenName::Plain(name.to_owned())], ..Self::default() }
    }

    /// Whether nothing but names is known.
    #[must_use]
    pub fn has_only_names(&self) -> bool {
        *self == Self { names: self.names.clone(), ..Self::default() }
    }
}

impl fmt::Debug for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Subject(sealed)")
    }
}

/// One name of a subject, and how it came to us.
#[derive(Clone, PartialEq, Eq)]
pub enum GivenName {
    /// As people write it: any order, any script; a comma after the family name is understood.
    Plain(String),
    /// From a machine-readable zone (ICAO 9303): capital letters, `<` as filler, cut off at the field's end.
    MachineReadable(String),
}

impl GivenName {
    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Plain(text) | Self::MachineReadable(text) => text,
        }
    }
}

impl fmt::Debug for GivenName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("GivenName(sealed)")
    }
}
