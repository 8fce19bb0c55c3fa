//! An officer steps back from a case (capability J6).

use crate::{Case, Decided, Missing, Refusal, case::signer, command::Decide, event::Apply, permit::action};
use muster_vocab::{HumanId, Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// Steps back, with the reason.
#[derive(Debug, Clone)]
pub struct Recuse {
    /// Why.
    pub reason: PersonalText,
}

action! { Recuse "recuse" Clerk Screener Adjudicator Interviewer Attache Counsel Border Personnel Welfare; }

/// An officer stepped back. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recused {
    /// Who.
    pub human: HumanId,
    /// Why.
    pub reason: Sealed<PersonalText>,
}

impl Decide for Recuse {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_be_open("recuse")?;
        let human = signer(moment, "recuse", <Self as crate::Action>::ROLES)?;
        if self.reason.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        Ok(vec![Recused { human, reason: self.reason.into() }.into()])
    }
}

impl Apply for Recused {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.recused.insert(self.human);
    }
}
