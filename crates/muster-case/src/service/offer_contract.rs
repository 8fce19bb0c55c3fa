//! The contract is offered: the text that was previewed, or a new preview and a day to think.

use crate::{
    Case, Decided, Missing, Refusal, Stage, case::later, command::Decide, event::Apply, permit::action,
};
use jiff::SignedDuration;
use muster_vocab::{Digest, Moment};
use serde::{Deserialize, Serialize};

/// How long somebody has to think when the text changed since the preview before travel.
pub const THINK_FOR: SignedDuration = SignedDuration::from_hours(24);

/// Offers the contract.
#[derive(Debug, Clone)]
pub struct OfferContract {
    /// The text's hash.
    pub text: Digest,
}

action! { OfferContract "offer_contract" Personnel; }

/// The contract was offered. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContractOffered {
    /// The text's hash.
    pub text: Digest,
}

impl Decide for OfferContract {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("offer_contract", &[Stage::Admitted])?;
        case.must_be_free()?;
        let (text, read_at) = case.preview.ok_or(Refusal::Needs(Missing::ContractPreview))?;
        if text != self.text {
            return Err(Refusal::TextDiffers);
        }
        // Read before the border: thought about on the way. Read at the border: a day to think.
        let read_here = case.stage_since.is_some_and(|admitted| read_at >= admitted);
        let from = later(read_at, THINK_FOR);
        if read_here && moment.at < from {
            return Err(Refusal::TooEarly { from });
        }
        Ok(vec![ContractOffered { text }.into()])
    }
}

impl Apply for ContractOffered {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.contract = Some(self.text);
        case.stand(Stage::ContractOffered, moment.at);
    }
}
