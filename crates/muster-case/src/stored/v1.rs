//! First shapes that were replaced, and how each becomes the next. Nothing here ever changes.

use crate::{
    Event,
    movement::Presented,
    screening::{CheckOutcome, CheckRecorded, HitRaised, ListRef, Strength},
};
use muster_vocab::{Digest, HitId, PassId, PersonalText, Sealed};
use serde::Deserialize;
use std::collections::BTreeSet;

/// `screening.check_recorded` shape 1 named one list, by name only.
#[derive(Deserialize)]
struct CheckRecordedV1 {
    check: String,
    outcome: CheckOutcome,
    #[serde(default)]
    list: Option<String>,
    reason: Sealed<PersonalText>,
}

impl From<CheckRecordedV1> for CheckRecorded {
    fn from(old: CheckRecordedV1) -> Self {
        let edition = || "not recorded".to_owned();
        let lists = old.list.map(|list| ListRef { list, edition: edition() }).into_iter().collect();
        Self { check: old.check, outcome: old.outcome, lists, reason: old.reason }
    }
}

/// `screening.hit_raised` shape 1 had no word of an engine.
#[derive(Deserialize)]
struct HitRaisedV1 {
    hit: HitId,
    list: ListRef,
    entry: Digest,
    strength: Strength,
    evidence: Sealed<PersonalText>,
}

impl From<HitRaisedV1> for HitRaised {
    fn from(old: HitRaisedV1) -> Self {
        let HitRaisedV1 { hit, list, entry, strength, evidence } = old;
        Self { hit, list, entry, strength, scored: None, evidence }
    }
}

/// `movement.presented` shape 1 asked for no check again.
#[derive(Deserialize)]
struct PresentedV1 {
    pass: PassId,
}

impl From<PresentedV1> for Presented {
    fn from(old: PresentedV1) -> Self {
        Self { pass: old.pass, again: BTreeSet::new() }
    }
}

/// The newest shape of an old body; nothing if that tag never had that shape.
pub(super) fn upcast(tag: &str, shape: u16, body: &str) -> Option<serde_json::Result<Event>> {
    match (tag, shape) {
        ("screening.check_recorded", 1) => {
            Some(serde_json::from_str::<CheckRecordedV1>(body).map(|old| CheckRecorded::from(old).into()))
        }
        ("screening.hit_raised", 1) => {
            Some(serde_json::from_str::<HitRaisedV1>(body).map(|old| HitRaised::from(old).into()))
        }
        ("movement.presented", 1) => {
            Some(serde_json::from_str::<PresentedV1>(body).map(|old| Presented::from(old).into()))
        }
        _ => None,
    }
}
