//! A clerk asks for what is missing; the clock stands.

use crate::{
    Case, Decided, Missing, Refusal, Stage,
    command::Decide,
    decision::{About, MessageQueued},
    event::Apply,
    permit::action,
};
use muster_vocab::{Moment, PersonalText, Sealed};
use serde::{Deserialize, Serialize};

/// Asks the applicant for something.
#[derive(Debug, Clone)]
pub struct RequestInfo {
    /// What is missing, in words.
    pub missing: PersonalText,
}

action! { RequestInfo "request_info" Clerk; }

/// Something was asked for. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InfoRequested {
    /// What is missing.
    pub missing: Sealed<PersonalText>,
}

impl Decide for RequestInfo {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("request_info", &[Stage::Submitted])?;
        if self.missing.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        Ok(vec![
            InfoRequested { missing: self.missing.into() }.into(),
            MessageQueued { about: About::InfoRequest }.into(),
        ])
    }
}

impl Apply for InfoRequested {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.stand(Stage::InfoRequested, moment.at);
    }
}
