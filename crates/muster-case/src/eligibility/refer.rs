//! A clerk sends the applicant to the route that fits.

use crate::{
    Case, Decided, Missing, Refusal, Stage,
    command::Decide,
    decision::{About, MessageQueued},
    event::Apply,
    permit::action,
};
use muster_vocab::{Moment, PersonalText, ReasonCode, Sealed};
use serde::{Deserialize, Serialize};

/// Refers to another route: own nationals, serving members, people who want to help otherwise, another mission.
#[derive(Debug, Clone)]
pub struct Refer {
    /// Why, the primary first.
    pub codes: Vec<ReasonCode>,
    /// The route, as a word of the programme.
    pub route: String,
    /// Why, in words.
    pub rationale: PersonalText,
}

action! { Refer "refer" Clerk; }

/// The applicant was referred. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Referred {
    /// Why.
    pub codes: Vec<ReasonCode>,
    /// The route.
    pub route: String,
    /// Why, in words.
    pub rationale: Sealed<PersonalText>,
}

impl Decide for Refer {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("refer", &[Stage::Submitted])?;
        if self.codes.is_empty() {
            return Err(Refusal::Needs(Missing::ReasonCode));
        }
        if self.rationale.0.trim().is_empty() || self.route.is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        let Self { codes, route, rationale } = self;
        Ok(vec![
            Referred { codes, route, rationale: rationale.into() }.into(),
            MessageQueued { about: About::Decision }.into(),
        ])
    }
}

impl Apply for Referred {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.outcome_codes.clone_from(&self.codes);
        case.stand(Stage::Referred, moment.at);
    }
}
