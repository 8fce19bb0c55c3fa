//! The receipt of an erasure: proof without the data (capability P2).

use jiff::Timestamp;
use muster_case::closing::ErasureReason;
use muster_vocab::{CaseId, Digest};
use serde::{Deserialize, Serialize};

/// Says which cases were erased and where the log says so. It names nobody, and is checked against the log later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The kind and edition of this document.
    pub kind: String,
    /// When it was made.
    pub at: Timestamp,
    /// Why the data was erased.
    pub reason: ErasureReason,
    /// The erased cases, each under its random number.
    pub cases: Vec<ErasedCase>,
    /// How many keyed tokens remain by which an application of the same person would be seen to have been here before.
    pub tokens: usize,
}

/// An erased case, and the entry of the log that erased it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasedCase {
    /// The case.
    pub case: CaseId,
    /// The entry's place in the case.
    pub version: u64,
    /// The entry's place in the log.
    pub seq: u64,
    /// The entry's hash: it covers everything the log said until then.
    pub hash: Digest,
}

/// The kind this program writes.
pub(super) const KIND: &str = "muster/erasure-receipt/1";
