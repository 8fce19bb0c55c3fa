//! The applicant acknowledges the kit list: required, advised, forbidden (no weapon).

use crate::{Case, Decided, Missing, Refusal, command::Decide, event::Apply, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// Acknowledges an edition of the kit list.
#[derive(Debug, Clone)]
pub struct AcknowledgeKit {
    /// The edition.
    pub edition: String,
}

action! { AcknowledgeKit "acknowledge_kit" Applicant; }

/// The kit list was acknowledged. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KitAcknowledged {
    /// The edition.
    pub edition: String,
}

impl Decide for AcknowledgeKit {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("acknowledge_kit")?;
        if self.edition.is_empty() {
            return Err(Refusal::Needs(Missing::KitList));
        }
        if case.kit.as_ref() == Some(&self.edition) {
            return Ok(vec![]);
        }
        Ok(vec![KitAcknowledged { edition: self.edition }.into()])
    }
}

impl Apply for KitAcknowledged {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.kit = Some(self.edition.clone());
    }
}
