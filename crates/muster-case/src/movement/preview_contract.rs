//! The applicant reads the contract before travelling (capability B5).

use crate::{Case, Decided, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Digest, Moment};
use serde::{Deserialize, Serialize};

/// Records that the contract's text was read.
#[derive(Debug, Clone)]
pub struct PreviewContract {
    /// The text's hash.
    pub text: Digest,
}

action! { PreviewContract "preview_contract" Applicant; }

/// The contract was previewed. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContractPreviewed {
    /// The text's hash.
    pub text: Digest,
}

impl Decide for PreviewContract {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("preview_contract", &[Stage::Accepted, Stage::Admitted])?;
        if case.preview.is_some_and(|(text, _)| text == self.text) {
            return Ok(vec![]);
        }
        Ok(vec![ContractPreviewed { text: self.text }.into()])
    }
}

impl Apply for ContractPreviewed {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.preview = Some((self.text, moment.at));
    }
}
