//! The applicant consents, purpose by purpose.

use crate::{Case, Decided, Missing, Refusal, command::Decide, event::Apply, permit::action};
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Records consent to some purposes under one edition of the terms (capability B2).
#[derive(Debug, Clone)]
pub struct GiveConsent {
    /// The edition of the terms.
    pub edition: String,
    /// The purposes, as words of the programme, such as `screening`.
    pub purposes: BTreeSet<String>,
}

action! { GiveConsent "give_consent" Applicant Clerk; }

/// Consent was given. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConsentGiven {
    /// The edition of the terms.
    pub edition: String,
    /// The purposes.
    pub purposes: BTreeSet<String>,
}

impl Decide for GiveConsent {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_be_open("give_consent")?;
        if self.purposes.is_empty() {
            return Err(Refusal::Needs(Missing::Consent));
        }
        // The same purposes under other terms are another consent.
        if self.purposes.iter().all(|purpose| case.consent.get(purpose) == Some(&self.edition)) {
            return Ok(vec![]);
        }
        Ok(vec![ConsentGiven { edition: self.edition, purposes: self.purposes }.into()])
    }
}

impl Apply for ConsentGiven {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        let under = |purpose: &String| (purpose.clone(), self.edition.clone());
        case.consent.extend(self.purposes.iter().map(under));
        case.touched_at = Some(moment.at);
    }
}
