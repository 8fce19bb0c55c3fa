//! The applicant signs.

use crate::{Case, Decided, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Digest, Moment};
use serde::{Deserialize, Serialize};

/// The applicant's signature under the offered text.
#[derive(Debug, Clone)]
pub struct SignContract {
    /// The text that was signed.
    pub text: Digest,
    /// Hash of the signature's evidence: the scan or the electronic signature.
    pub evidence: Digest,
}

action! { SignContract "sign_contract" Applicant; }

/// The applicant signed. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContractSigned {
    /// The text.
    pub text: Digest,
    /// The evidence.
    pub evidence: Digest,
}

impl Decide for SignContract {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("sign_contract", &[Stage::ContractOffered])?;
        if case.contract != Some(self.text) {
            return Err(Refusal::TextDiffers);
        }
        if case.applicant_signed {
            return Ok(vec![]);
        }
        Ok(vec![ContractSigned { text: self.text, evidence: self.evidence }.into()])
    }
}

impl Apply for ContractSigned {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.applicant_signed = true;
    }
}
