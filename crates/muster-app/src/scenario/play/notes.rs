//! What the play counts while it happens and the views do not tell.

use super::Against;
use crate::scenario::Kind;
use std::collections::BTreeMap;

/// Running counts.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Commands carried out.
    pub(super) commands: u64,
    /// Inquiries that arrived.
    pub(super) inquiries: u32,
    /// Inquiries that were one more submission of a case.
    pub(super) repeated: u32,
    /// Acts that were tried and refused, by the refusal's key.
    pub(super) refused: BTreeMap<String, u32>,
    /// Flips by edition, whether the case was still in the intake queue, and code.
    pub(super) flips: BTreeMap<(String, bool, String), u32>,
    /// Hits raised.
    pub(super) hits: Hits,
    /// What the lists that were given would alert on.
    pub(super) against: Option<Against>,
    /// Second writings that opened a file of their own, by what they were to the first.
    pub(super) seconds: Vec<(usize, Kind)>,
    /// Pairs that were suspected as somebody wrote: the newer file, the older one.
    pub(super) suspected: Vec<(usize, usize)>,
    /// Merges: the newer file, the older one.
    pub(super) merged: Vec<(usize, usize)>,
    /// Suspicions dismissed.
    pub(super) dismissed: u32,
    /// Interviews held.
    pub(super) interviews: u32,
    /// Appointments missed.
    pub(super) no_shows: u32,
    /// Accepted.
    pub(super) accepted: u32,
    /// Refusals confirmed in bulk, and the signatures for them.
    pub(super) in_bulk: (u32, u32),
    /// People who were overdue at some time.
    pub(super) overdue: u32,
    /// Second writings, by what they were to the first.
    pub(super) again: Vec<Kind>,
    /// Kit seen at the desk: armour, helmet, first-aid kit, of how many.
    pub(super) kit: [u32; 4],
    /// When each interview was decided: days from interview to second signature.
    pub(super) decided_after: Vec<f64>,
}

/// Watchlist hits by how they came out.
#[derive(Debug, Default)]
pub(super) struct Hits {
    pub(super) raised: u32,
    pub(super) false_match: u32,
    pub(super) inconclusive: u32,
    pub(super) true_match: u32,
    pub(super) by_update: u32,
    pub(super) records: u32,
}
