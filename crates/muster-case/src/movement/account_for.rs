//! Somebody finds out where an overdue person is, or that nobody knows.

use crate::{Case, Decided, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Moment, PersonalText, ReasonCode, Sealed};
use serde::{Deserialize, Serialize};

/// Where an overdue person turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whereabouts {
    /// Stayed at home.
    DidNotTravel,
    /// Nobody knows.
    Unaccounted,
}

/// Records what was found out. Never by age alone: evidence is needed.
#[derive(Debug, Clone)]
pub struct AccountFor {
    /// What was found out.
    pub whereabouts: Whereabouts,
    /// On which codes.
    pub codes: Vec<ReasonCode>,
    /// On what evidence, in words.
    pub evidence: PersonalText,
}

action! { AccountFor "account_for" Border Welfare; }

/// Somebody was accounted for, or not. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AccountedFor {
    /// What was found out.
    pub whereabouts: Whereabouts,
    /// On which codes.
    pub codes: Vec<ReasonCode>,
    /// On what evidence.
    pub evidence: Sealed<PersonalText>,
}

impl Decide for AccountFor {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        let stages: &[Stage] = match self.whereabouts {
            Whereabouts::Unaccounted => &[Stage::Overdue],
            Whereabouts::DidNotTravel => &[Stage::Overdue, Stage::Unaccounted],
        };
        case.must_stand("account_for", stages)?;
        if self.codes.is_empty() {
            return Err(Refusal::Needs(Missing::ReasonCode));
        }
        if self.evidence.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Source));
        }
        let Self { whereabouts, codes, evidence } = self;
        Ok(vec![AccountedFor { whereabouts, codes, evidence: evidence.into() }.into()])
    }
}

impl Apply for AccountedFor {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.outcome_codes.clone_from(&self.codes);
        case.proposal = None;
        match self.whereabouts {
            Whereabouts::DidNotTravel => {
                if let Some(clearance) = &mut case.clearance {
                    clearance.revoked = true;
                }
                case.stand(Stage::DidNotTravel, moment.at);
            }
            Whereabouts::Unaccounted => case.stand(Stage::Unaccounted, moment.at),
        }
    }
}
