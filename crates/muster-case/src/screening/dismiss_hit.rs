//! An adjudicator dismisses a hit.

use super::{Ruling, Strength};
use crate::{Case, Decided, Hold, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{HitId, Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// Dismisses an ordinary hit. A strong one is cleared by two adjudicators: see [`crate::decision::Act::ClearHit`].
#[derive(Debug, Clone)]
pub struct DismissHit {
    /// Which hit.
    pub hit: HitId,
    /// False match, or inconclusive with a condition.
    pub ruling: Ruling,
    /// Why; for an inconclusive one, under which condition.
    pub rationale: PersonalText,
}

action! { DismissHit "dismiss_hit" Adjudicator; }

/// A hit was dismissed. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HitDismissed {
    /// Which hit.
    pub hit: HitId,
    /// How it was ruled.
    pub ruling: Ruling,
    /// Why.
    pub rationale: Sealed<PersonalText>,
}

impl Decide for DismissHit {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("dismiss_hit")?;
        let hit = case.hits.get(&self.hit).ok_or(Refusal::Unknown { what: "hit" })?;
        if hit.strength == Strength::Strong {
            return Err(Refusal::StrongHit);
        }
        if self.ruling == Ruling::TrueMatch {
            return Err(Refusal::Needs(Missing::Ground));
        }
        if self.rationale.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        match hit.ruling {
            Some(ruling) if ruling == self.ruling => Ok(vec![]),
            Some(_) => Err(Refusal::Needs(Missing::Ground)),
            None => {
                let Self { hit, ruling, rationale } = self;
                Ok(vec![HitDismissed { hit, ruling, rationale: rationale.into() }.into()])
            }
        }
    }
}

impl Apply for HitDismissed {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        rule(case, self.hit, self.ruling, moment);
    }
}

/// A ruling is given; with the last one cleared the hold goes and screening goes on.
pub(crate) fn rule(case: &mut Case, hit: HitId, ruling: Ruling, moment: &Moment) {
    if let Some(hit) = case.hits.get_mut(&hit) {
        hit.ruling = Some(ruling);
    }
    if case.hits.values().all(super::HitState::is_cleared) {
        case.release(Hold::Security);
        if case.stage == Some(Stage::HitReview) {
            case.stand(Stage::Screening, moment.at);
        }
    }
}
