//! Somebody places a hold.

use super::Hold;
use crate::{Case, Decided, command::Decide, event::Apply, permit::action};
use muster_vocab::{Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// Places a hold, with its cause.
#[derive(Debug, Clone)]
pub struct PlaceHold {
    /// Which hold.
    pub hold: Hold,
    /// Why.
    pub cause: Sealed<PersonalText>,
}

action! { PlaceHold "place_hold" Clerk Screener Adjudicator Attache Counsel Border Personnel Welfare System DataProtection; }

/// A hold was placed. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HoldPlaced {
    /// Which hold.
    pub hold: Hold,
    /// Why.
    pub cause: Sealed<PersonalText>,
}

impl Decide for PlaceHold {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        // A closed case may be held too: a legal hold stops its erasure.
        case.must_remain("place_hold")?;
        if case.placed.contains(&self.hold) {
            return Ok(vec![]);
        }
        Ok(vec![HoldPlaced { hold: self.hold, cause: self.cause }.into()])
    }
}

impl Apply for HoldPlaced {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.holds.insert(self.hold);
        case.placed.insert(self.hold);
    }
}
