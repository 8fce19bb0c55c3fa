//! An entry of a list may be this person: a hit, and a security hold.

use super::{HitState, ListRef, Strength};
use crate::{Case, Decided, Hold, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Digest, HitId, Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// Raises a hit, found by an officer or an engine; also long after screening, when a list changes.
#[derive(Debug, Clone)]
pub struct RaiseHit {
    /// The hit's identifier.
    pub hit: HitId,
    /// The list and its edition.
    pub list: ListRef,
    /// The entry's content hash.
    pub entry: Digest,
    /// How much evidence there is.
    pub strength: Strength,
    /// The evidence, in words.
    pub evidence: PersonalText,
}

action! { RaiseHit "raise_hit" Screener Adjudicator Border System; }

/// A hit was raised. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HitRaised {
    /// The hit.
    pub hit: HitId,
    /// The list and its edition.
    pub list: ListRef,
    /// The entry's content hash.
    pub entry: Digest,
    /// How much evidence there is.
    pub strength: Strength,
    /// The evidence.
    pub evidence: Sealed<PersonalText>,
}

impl Decide for RaiseHit {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("raise_hit")?;
        // The same entry, unchanged, was ruled on before: the ruling is remembered (F3).
        let known = case.hits.values().any(|hit| hit.entry == self.entry && hit.list.list == self.list.list);
        if known || case.hits.contains_key(&self.hit) {
            return Ok(vec![]);
        }
        let Self { hit, list, entry, strength, evidence } = self;
        Ok(vec![HitRaised { hit, list, entry, strength, evidence: evidence.into() }.into()])
    }
}

impl Apply for HitRaised {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        let (list, entry, strength) = (self.list.clone(), self.entry, self.strength);
        case.hits.insert(self.hit, HitState { list, entry, strength, ruling: None });
        case.holds.insert(Hold::Security);
        if case.stage == Some(Stage::Screening) {
            case.stand(Stage::HitReview, moment.at);
        }
    }
}
