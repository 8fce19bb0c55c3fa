//! The applicant answers.

use super::{
    Dossier, Majority, SealedDossier,
    submit::{complete, receive, safeguard},
};
use crate::{Case, Decided, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Answers a request with the whole dossier as it is now.
#[derive(Debug, Clone)]
pub struct AnswerInfo {
    /// The facts.
    pub dossier: Dossier,
}

action! { AnswerInfo "answer_info" Applicant; }

/// A request was answered. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InfoAnswered {
    /// The facts, sealed.
    pub dossier: SealedDossier,
    /// Of age or not.
    pub majority: Majority,
}

impl Decide for AnswerInfo {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("answer_info", &[Stage::InfoRequested])?;
        complete(&self.dossier)?;
        let majority = Majority::of(self.dossier.identity.born, moment.at);
        let mut events = vec![InfoAnswered { dossier: self.dossier.into(), majority }.into()];
        events.extend(safeguard(case, majority));
        Ok(events)
    }
}

impl Apply for InfoAnswered {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        receive(case, &self.dossier, self.majority, moment);
        case.stand(Stage::Submitted, moment.at);
    }
}
