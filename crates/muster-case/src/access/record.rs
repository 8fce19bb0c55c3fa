//! Somebody looked at sealed data, for a purpose.

use crate::{Case, Decided, Missing, Refusal, command::Decide, event::Apply, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Records a read.
#[derive(Debug, Clone)]
pub struct RecordAccess {
    /// The sections read, by label.
    pub sections: Vec<String>,
    /// What for, as a word of the programme, such as `decide` or `subject_export`.
    pub purpose: String,
}

action! { RecordAccess "record_access" Clerk Screener Adjudicator Interviewer Attache Counsel Border Personnel Welfare DataProtection Administrator; }

/// A read was recorded. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Accessed {
    /// The sections.
    pub sections: Vec<String>,
    /// What for.
    pub purpose: String,
}

impl Decide for RecordAccess {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        if case.stage.is_none() {
            return Err(Refusal::WrongStage { action: "record_access", stage: None });
        }
        if self.purpose.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Ground));
        }
        Ok(vec![Accessed { sections: self.sections, purpose: self.purpose }.into()])
    }
}

impl Apply for Accessed {
    fn apply(&self, _: &mut Case, _: &Moment) {}
}
