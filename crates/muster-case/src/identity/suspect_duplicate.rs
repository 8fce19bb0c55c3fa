//! Another case may be of the same person: a duplicate hold, for a person to settle.

use crate::{Case, Decided, Hold, command::Decide, event::Apply, permit::action};
use muster_vocab::{CaseId, Moment};
use serde::{Deserialize, Serialize};

/// What two cases share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// An e-mail address.
    Email,
    /// A telephone number; a household may share one.
    Phone,
    /// A document.
    Document,
    /// Name and birth, as an engine or an officer compares them.
    Likeness,
}

/// How alike an engine finds two cases, and with what it can be found again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Likened {
    /// The engine's version.
    pub engine: String,
    /// Which weights.
    pub weights: String,
    /// The score, in thousandths of a bit.
    pub millibits: i32,
}

/// Suspects a duplicate. Whom people told apart stays apart until one of the two tells something else.
#[derive(Debug, Clone)]
pub struct SuspectDuplicate {
    /// The other case.
    pub other: CaseId,
    /// What they share.
    pub basis: Vec<Basis>,
    /// What an engine says, if it was one that found them.
    pub likened: Option<Likened>,
}

action! { SuspectDuplicate "suspect_duplicate" Clerk System; }

/// A duplicate was suspected. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DuplicateSuspected {
    /// The other case.
    pub other: CaseId,
    /// What they share.
    pub basis: Vec<Basis>,
    /// What an engine says, if it was one that found them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub likened: Option<Likened>,
}

impl Decide for SuspectDuplicate {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("suspect_duplicate")?;
        let Self { other, basis, likened } = self;
        let settled = case.apart.contains(&other) || case.same_person.contains(&other);
        if settled || case.duplicates.contains(&other) || case.merged_into == Some(other) {
            return Ok(vec![]);
        }
        Ok(vec![DuplicateSuspected { other, basis, likened }.into()])
    }
}

impl Apply for DuplicateSuspected {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.duplicates.insert(self.other);
        case.holds.insert(Hold::Duplicate);
    }
}
