//! Somebody lifts a hold whose cause is settled.

use super::Hold;
use crate::{
    Case, Decided, Missing, Refusal, command::Decide, event::Apply, intake::Majority, permit::action,
    screening::Ruling,
};
use muster_vocab::{Moment, PersonalText, Role, Sealed};
use serde::{Deserialize, Serialize};

/// Lifts a hold, saying how its cause was settled.
#[derive(Debug, Clone)]
pub struct LiftHold {
    /// Which hold.
    pub hold: Hold,
    /// How the cause was settled.
    pub cause: Sealed<PersonalText>,
}

action! { LiftHold "lift_hold" Clerk Adjudicator Attache Counsel Welfare; }

/// A hold was lifted. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HoldLifted {
    /// Which hold.
    pub hold: Hold,
    /// How the cause was settled.
    pub cause: Sealed<PersonalText>,
}

/// Who may lift which hold: the one whose question it was.
#[must_use]
pub const fn may_lift(hold: Hold) -> &'static [Role] {
    match hold {
        Hold::Duplicate => &[Role::Clerk],
        Hold::Security => &[Role::Adjudicator],
        Hold::Legal | Hold::Posture => &[Role::Counsel],
        Hold::Safeguarding | Hold::Medical => &[Role::Attache, Role::Welfare],
    }
}

impl Decide for LiftHold {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_remain("lift_hold")?;
        if !case.holds.contains(&self.hold) {
            return Ok(vec![]);
        }
        let may = may_lift(self.hold);
        if !may.contains(&moment.by.role()) {
            return Err(Refusal::RoleMayNot { action: "lift_hold", role: moment.by.role(), may });
        }
        match self.hold {
            // A confirmed hit keeps its hold: it leads to a refusal, not to an interview.
            Hold::Security if case.hits.values().any(|hit| hit.ruling == Some(Ruling::TrueMatch)) => {
                Err(Refusal::Needs(Missing::ClearedHits))
            }
            Hold::Security if case.hits.values().any(|hit| !hit.is_cleared()) => {
                Err(Refusal::Needs(Missing::HitRulings))
            }
            Hold::Duplicate if !case.duplicates.is_empty() => Err(Refusal::Needs(Missing::DuplicateRulings)),
            Hold::Safeguarding if case.majority != Some(Majority::Adult) => Err(Refusal::Minor),
            _ => Ok(vec![HoldLifted { hold: self.hold, cause: self.cause }.into()]),
        }
    }
}

impl Apply for HoldLifted {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.holds.remove(&self.hold);
        case.placed.remove(&self.hold);
    }
}
