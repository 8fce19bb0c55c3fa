//! How well a fact is known.

use serde::{Deserialize, Serialize};

/// How well a fact is known (capability D3). Ordered: a later one is stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provenance {
    /// The applicant says so.
    Declared,
    /// A member of staff saw a document that says so.
    Seen,
    /// A third party confirmed it.
    Verified,
}

impl Provenance {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Seen => "seen",
            Self::Verified => "verified",
        }
    }
}
