//! A clerk looked at a correction and takes it over.

use super::{
    Dossier, Majority, SealedDossier,
    correct::AT_ONCE,
    submit::{complete, receive, safeguard},
};
use crate::{Case, Decided, Refusal, Stage, command::Decide, event::Apply, permit::action};
use jiff::Timestamp;
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Takes over the correction that the clerk saw.
#[derive(Debug, Clone)]
pub struct TakeOverCorrection {
    /// When it was asked for: one that came since was not seen, and is not taken over.
    pub asked_at: Timestamp,
    /// What it says, as the case's sealed record has it.
    pub dossier: Dossier,
}

action! { TakeOverCorrection "take_over_correction" Clerk; }

/// A correction was taken over: the facts are as it says. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectionTakenOver {
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// The facts, sealed.
    pub dossier: SealedDossier,
    /// Of age or not.
    pub majority: Majority,
}

/// Before a recommendation is signed: what two people decide on does not change under their hands.
const STAGES: &[Stage] = &[
    Stage::Submitted,
    Stage::InfoRequested,
    Stage::Screening,
    Stage::HitReview,
    Stage::InterviewReady,
    Stage::InterviewBooked,
    Stage::Interviewed,
];

impl Decide for TakeOverCorrection {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("take_over_correction", STAGES)?;
        if case.correction.as_ref().map(|waits| waits.asked_at) != Some(self.asked_at) {
            return Err(Refusal::Unknown { what: "correction" });
        }
        complete(&self.dossier)?;
        let majority = Majority::of(self.dossier.identity.born, moment.at);
        let Self { asked_at, dossier } = self;
        let taken = CorrectionTakenOver { asked_at, dossier: dossier.into(), majority };
        let mut events = vec![taken.into()];
        events.extend(safeguard(case, majority));
        Ok(events)
    }
}

impl Apply for CorrectionTakenOver {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        if case.stage.is_some_and(|stage| AT_ONCE.contains(&stage)) {
            receive(case, &self.dossier, self.majority, moment);
        } else {
            // What was found stands, as it does when a fact is recorded here: a new finding only proposes.
            case.dossier = Some(self.dossier.clone());
            case.majority = Some(self.majority);
            case.facts_at = Some(moment.at);
            case.correction = None;
            case.apart.clear();
        }
    }
}
