//! The reception desk lets somebody in.

use super::ARRIVAL_CHECK;
use crate::{
    ArrivalEvidence, Case, Decided, Missing, Refusal, Stage, command::Decide, decision::Act, event::Apply,
    intake::Majority, permit::action, screening::everything_checked,
};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Admits. With a hold it takes an adjudicator too: see [`crate::decision::Act::AdmitHeld`].
#[derive(Debug, Clone)]
pub struct Admit;

action! { Admit "admit" Border; }

/// Somebody was admitted. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Admitted {}

impl Decide for Admit {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("admit", &[Stage::Presented])?;
        case.must_be_free()?;
        may_be_admitted(case)?;
        everything_checked(case)?;
        Ok(vec![Admitted {}.into()])
    }
}

/// The second screening, and every check that is made again for it, has an outcome; a walk-in has an accepted finding; nobody under age.
pub(crate) fn may_be_admitted(case: &Case) -> Result<(), Refusal> {
    if case.majority != Some(Majority::Adult) {
        return Err(Refusal::Minor);
    }
    let arrival = case.checks.get(ARRIVAL_CHECK).copied().flatten();
    if arrival.is_none() || case.unrecorded_checks().next().is_some() {
        return Err(Refusal::Needs(Missing::CheckOutcomes));
    }
    if case.walk_in && !case.finding_accepted {
        return Err(Refusal::Needs(Missing::AcceptedFinding));
    }
    Ok(())
}

impl Apply for Admitted {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        // Let in after all by one: what waited for a second signature is settled.
        case.proposal.take_if(|proposal| proposal.act == Act::AdmitHeld);
        case.arrival = Some(ArrivalEvidence::Observed);
        case.stand(Stage::Admitted, moment.at);
    }
}
