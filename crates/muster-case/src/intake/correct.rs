//! The applicant puts right what the application says.

use super::{
    Dossier, Majority, SealedDossier,
    submit::{complete, receive, safeguard},
};
use crate::{Case, Decided, Stage, command::Decide, event::Apply, permit::action};
use jiff::Timestamp;
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Puts the facts right with the whole dossier as it should be.
///
/// Before anybody was screened the facts are replaced at once. Later they stay until a clerk takes the correction over:
/// nobody who was screened changes the name afterwards unseen.
#[derive(Debug, Clone)]
pub struct Correct {
    /// The facts as they should be.
    pub dossier: Dossier,
}

action! { Correct "correct" Applicant Clerk; }

/// The facts were put right. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Corrected {
    /// The facts, sealed.
    pub dossier: SealedDossier,
    /// Of age or not.
    pub majority: Majority,
}

/// Somebody asked to put the facts right; they stay as they are. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectionAsked {
    /// The facts as they should be, sealed.
    pub dossier: SealedDossier,
    /// Of age or not, as the correction says.
    pub majority: Majority,
}

/// A correction that waits for a clerk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The facts as they should be.
    pub dossier: SealedDossier,
    /// When it was asked for; a later one takes its place.
    pub asked_at: Timestamp,
}

/// Where the facts are replaced at once.
pub(super) const AT_ONCE: &[Stage] = &[Stage::Submitted, Stage::InfoRequested];
/// Where a correction can be asked for.
const ASKED: &[Stage] = &[
    Stage::Submitted,
    Stage::InfoRequested,
    Stage::Screening,
    Stage::HitReview,
    Stage::InterviewReady,
    Stage::InterviewBooked,
];

impl Decide for Correct {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("correct", ASKED)?;
        complete(&self.dossier)?;
        let majority = Majority::of(self.dossier.identity.born, moment.at);
        let dossier = self.dossier.into();
        let mut events = vec![if case.stage.is_some_and(|stage| AT_ONCE.contains(&stage)) {
            Corrected { dossier, majority }.into()
        } else {
            CorrectionAsked { dossier, majority }.into()
        }];
        // Whoever says to be a minor is held at once, whether or not the facts say so yet.
        events.extend(safeguard(case, majority));
        Ok(events)
    }
}

impl Apply for Corrected {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        receive(case, &self.dossier, self.majority, moment);
    }
}

impl Apply for CorrectionAsked {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.correction = Some(Box::new(Correction { dossier: self.dossier.clone(), asked_at: moment.at }));
        case.touched_at = Some(moment.at);
        case.apart.clear();
    }
}
