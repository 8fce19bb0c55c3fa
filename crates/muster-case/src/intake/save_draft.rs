//! A draft is saved: every answer as it was typed, valid or not.

use crate::{Case, Decided, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Moment, Sealed, Section, Sensitive};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};

/// Answers as typed, by the name of the question. `Debug` does not show them.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RawAnswers(pub BTreeMap<String, String>);

impl Sensitive for RawAnswers {
    const SECTION: Section = Section::Identity;
}

impl fmt::Debug for RawAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}

/// Saves what was typed so far.
#[derive(Debug, Clone)]
pub struct SaveDraft {
    /// All answers so far.
    pub answers: Sealed<RawAnswers>,
}

action! { SaveDraft "save_draft" Applicant Clerk; }

/// A draft was saved. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftSaved {
    /// All answers so far.
    pub answers: Sealed<RawAnswers>,
}

impl Decide for SaveDraft {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("save_draft", &[Stage::Draft])?;
        Ok(vec![DraftSaved { answers: self.answers }.into()])
    }
}

impl Apply for DraftSaved {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.draft = Some(self.answers.clone());
        case.touched_at = Some(moment.at);
    }
}
