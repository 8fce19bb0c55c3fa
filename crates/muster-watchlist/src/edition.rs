//! An edition of a list: immutable, dated, hashed.

use crate::Entry;
use muster_vocab::Digest;
use serde::{Deserialize, Serialize};

/// One edition of one list, with its entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The list's short name, such as `un_sc`.
    pub list: String,
    /// The publisher's date (ISO 8601).
    pub dated: String,
    /// The digest of the files it was read from.
    pub digest: Digest,
    /// Its entries, in the publisher's order.
    pub entries: Vec<Entry>,
}

impl Edition {
    /// What it is called.
    #[must_use]
    pub fn info(&self) -> EditionInfo {
        EditionInfo {
            list: self.list.clone(),
            dated: self.dated.clone(),
            digest: self.digest,
            entries: u32::try_from(self.entries.len()).unwrap_or(u32::MAX),
        }
    }
}

/// An edition without its entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionInfo {
    /// The list's short name.
    pub list: String,
    /// The publisher's date (ISO 8601).
    pub dated: String,
    /// The digest of the files it was read from.
    pub digest: Digest,
    /// How many entries it has.
    pub entries: u32,
}
