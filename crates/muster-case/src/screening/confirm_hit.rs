//! An adjudicator rules that a hit is the same person.

use super::{Ruling, dismiss_hit::rule};
use crate::{Case, Decided, Missing, Refusal, command::Decide, event::Apply, permit::action};
use muster_vocab::{HitId, Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// Confirms a hit. The hold stays; a refusal still takes two people.
#[derive(Debug, Clone)]
pub struct ConfirmHit {
    /// Which hit.
    pub hit: HitId,
    /// Why.
    pub rationale: PersonalText,
}

action! { ConfirmHit "confirm_hit" Adjudicator; }

/// A hit was confirmed. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HitConfirmed {
    /// Which hit.
    pub hit: HitId,
    /// Why.
    pub rationale: Sealed<PersonalText>,
}

impl Decide for ConfirmHit {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("confirm_hit")?;
        let hit = case.hits.get(&self.hit).ok_or(Refusal::Unknown { what: "hit" })?;
        if self.rationale.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        match hit.ruling {
            Some(Ruling::TrueMatch) => Ok(vec![]),
            Some(_) => Err(Refusal::Needs(Missing::Ground)),
            None => Ok(vec![HitConfirmed { hit: self.hit, rationale: self.rationale.into() }.into()]),
        }
    }
}

impl Apply for HitConfirmed {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        rule(case, self.hit, Ruling::TrueMatch, moment);
    }
}
