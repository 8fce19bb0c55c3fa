//! An entry of a list may be this person: a hit, and a security hold.

use super::{HitState, ListRef, Strength};
use crate::{Case, Decided, Hold, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Digest, HitId, Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// What an engine made of a hit: nothing of it is of the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scored {
    /// The publisher's own identifier of the entry.
    pub entry: String,
    /// All evidence together, in thousandths of a bit: the queue of the adjudicators begins with the strongest.
    pub millibits: i32,
    /// The engine and its version.
    pub engine: String,
}

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
    /// What the engine made of it, if an engine found it.
    pub scored: Option<Scored>,
    /// The evidence, in words.
    pub evidence: PersonalText,
}

action! { RaiseHit "raise_hit" Screener Adjudicator Border System; }

/// A hit was raised. Stored: shape 2 has what the engine made of it, shape 1 had not.
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
    /// What the engine made of it, if an engine found it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scored: Option<Scored>,
    /// The evidence.
    pub evidence: Sealed<PersonalText>,
}

impl Decide for RaiseHit {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("raise_hit")?;
        // The same entry, unchanged, was ruled on before: the ruling is remembered (F3), unless more evidence came.
        let same = |hit: &HitState| hit.entry == self.entry && hit.list.list == self.list.list;
        let known = case.hits.values().any(|hit| same(hit) && hit.strength >= self.strength);
        if known || case.hits.contains_key(&self.hit) {
            return Ok(vec![]);
        }
        let Self { hit, list, entry, strength, scored, evidence } = self;
        Ok(vec![HitRaised { hit, list, entry, strength, scored, evidence: evidence.into() }.into()])
    }
}

impl Apply for HitRaised {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        let hit = HitState {
            list: self.list.clone(),
            entry: self.entry,
            strength: self.strength,
            scored: self.scored.clone(),
            raised_at: moment.at,
            ruling: None,
            noted: None,
        };
        case.hits.insert(self.hit, hit);
        case.holds.insert(Hold::Security);
        if case.stage == Some(Stage::Screening) {
            case.stand(Stage::HitReview, moment.at);
        }
    }
}
