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

/// Suspects a duplicate.
#[derive(Debug, Clone)]
pub struct SuspectDuplicate {
    /// The other case.
    pub other: CaseId,
    /// What they share.
    pub basis: Vec<Basis>,
}

action! { SuspectDuplicate "suspect_duplicate" Clerk System; }

/// A duplicate was suspected. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DuplicateSuspected {
    /// The other case.
    pub other: CaseId,
    /// What they share.
    pub basis: Vec<Basis>,
}

impl Decide for SuspectDuplicate {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("suspect_duplicate")?;
        if case.duplicates.contains(&self.other) {
            return Ok(vec![]);
        }
        Ok(vec![DuplicateSuspected { other: self.other, basis: self.basis }.into()])
    }
}

impl Apply for DuplicateSuspected {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.duplicates.insert(self.other);
        case.holds.insert(Hold::Duplicate);
    }
}
