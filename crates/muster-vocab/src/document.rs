//! Travel and identity documents.

use crate::{Country, PartialDate, text::Rejected};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What kind of document proves who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// A passport.
    Passport,
    /// A national identity card.
    IdentityCard,
    /// A driving licence or the like: enough to register, not to cross.
    Other,
}

/// A document: kind, issuer, number. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What kind it is.
    pub kind: DocumentKind,
    /// Who issued it.
    pub issuer: Country,
    /// Its number: capital letters and digits.
    pub number: String,
    /// When it expires, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<PartialDate>,
}

impl Document {
    /// A document from its number as written: blanks and hyphens are dropped, letters become capitals.
    ///
    /// # Errors
    /// If the number has other characters than letters and digits, or fewer than 4 or more than 24.
    pub fn new(kind: DocumentKind, issuer: Country, number: &str) -> Result<Self, Rejected> {
        let number: String =
            number.chars().filter(|c| !c.is_whitespace() && *c != '-').flat_map(char::to_uppercase).collect();
        if (4..=24).contains(&number.chars().count()) && number.chars().all(char::is_alphanumeric) {
            Ok(Self { kind, issuer, number, expires: None })
        } else {
            Err(Rejected::new("document number", "it has 4 to 24 letters and digits"))
        }
    }
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}
