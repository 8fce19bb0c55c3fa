//! Why a use case did not do what was asked.

use muster_case::Refusal;
use muster_store::StoreError;

/// Refused with an answer, or failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The domain, or the store in its place, says no. Nothing has changed.
    #[error("{0}")]
    Refused(Refusal),
    /// The store failed. Nothing was acknowledged.
    #[error(transparent)]
    Store(StoreError),
    /// The input cannot be read.
    #[error("{0}")]
    Input(String),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for Failure {
    /// What the store refuses is an answer too: the same one the domain gives.
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::SameHuman => Self::Refused(Refusal::SameHuman),
            StoreError::SlotTaken => Self::Refused(Refusal::Unknown { what: "free slot" }),
            other => Self::Store(other),
        }
    }
}
