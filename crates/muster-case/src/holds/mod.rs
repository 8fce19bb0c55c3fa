//! Holds: blocks with a cause, orthogonal to the stage. They stop forward moves, never backward ones.

mod lift;
mod place;

pub use lift::{HoldLifted, LiftHold, may_lift};
pub use place::{HoldPlaced, PlaceHold};

use serde::{Deserialize, Serialize};

/// Why a case may not go forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hold {
    /// May be the same person as in another case.
    Duplicate,
    /// A hit, or a concern of security.
    Security,
    /// A legal question; it stops erasure too.
    Legal,
    /// A minor, or somebody at risk.
    Safeguarding,
    /// A medical question.
    Medical,
    /// The host state's posture.
    Posture,
}

impl Hold {
    /// Every hold.
    pub const ALL: [Self; 6] =
        [Self::Duplicate, Self::Security, Self::Legal, Self::Safeguarding, Self::Medical, Self::Posture];

    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Duplicate => "duplicate",
            Self::Security => "security",
            Self::Legal => "legal",
            Self::Safeguarding => "safeguarding",
            Self::Medical => "medical",
            Self::Posture => "posture",
        }
    }
}
