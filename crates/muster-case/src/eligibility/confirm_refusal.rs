//! A clerk confirms a proposed refusal before any interview.

use super::EditionRef;
use crate::{
    Case, Decided, Missing, Refusal, Stage,
    case::signer,
    command::Decide,
    decision::{About, Decision, DecisionKind, MessageQueued},
    event::Apply,
    permit::action,
};
use muster_vocab::{HumanId, Moment, PersonalText, ReasonCode, Sealed};
use serde::{Deserialize, Serialize};

/// Confirms a refusal that a finding proposes.
#[derive(Debug, Clone)]
pub struct ConfirmRefusal {
    /// One or more of R01 to R12 that findings support, the primary first.
    pub codes: Vec<ReasonCode>,
    /// Why, in words.
    pub rationale: PersonalText,
    /// Whether this is one of many confirmed with one signature (capability H5): objective codes only.
    pub in_bulk: bool,
}

action! { ConfirmRefusal "confirm_refusal" Clerk; }

/// An early refusal was confirmed. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EarlyRefusalConfirmed {
    /// The codes, the primary first.
    pub codes: Vec<ReasonCode>,
    /// Why.
    pub rationale: Sealed<PersonalText>,
    /// The edition whose findings it rests on.
    pub edition: EditionRef,
    /// Who confirmed.
    pub by: HumanId,
    /// Whether in bulk.
    #[serde(default)]
    pub in_bulk: bool,
}

impl Decide for ConfirmRefusal {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("confirm_refusal", &[Stage::Submitted])?;
        let by = signer(moment, "confirm_refusal", <Self as crate::Action>::ROLES)?;
        let finding = case.determination.as_ref().ok_or(Refusal::Needs(Missing::Determination))?;
        if self.rationale.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        let supported =
            |code: &ReasonCode| code.is_early() && finding.fired().any(|found| found.code == *code);
        if self.codes.is_empty() || !self.codes.iter().all(supported) {
            return Err(Refusal::Needs(Missing::ReasonCode));
        }
        let objective =
            |code: &ReasonCode| finding.fired().any(|found| found.code == *code && found.objective);
        if self.in_bulk && !self.codes.iter().all(objective) {
            return Err(Refusal::NotObjective);
        }
        let edition = finding.edition.clone();
        Ok(vec![
            EarlyRefusalConfirmed {
                codes: self.codes,
                rationale: self.rationale.into(),
                edition,
                by,
                in_bulk: self.in_bulk,
            }
            .into(),
            MessageQueued { about: About::Decision }.into(),
        ])
    }
}

impl Apply for EarlyRefusalConfirmed {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.decisions.push(Decision {
            kind: DecisionKind::EarlyRefusal,
            stage: Stage::RefusedEarly,
            codes: self.codes.clone(),
            edition: self.edition.clone(),
            first: self.by,
            second: None,
            at: moment.at,
        });
        case.outcome_codes.clone_from(&self.codes);
        case.stand(Stage::RefusedEarly, moment.at);
    }
}
