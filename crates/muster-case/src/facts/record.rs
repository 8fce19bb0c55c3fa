//! Somebody records a fact, seen or verified, or a doubt.

use crate::{Case, Decided, Missing, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Moment, PersonalText, Provenance, Sealed};
use serde::{Deserialize, Serialize};

/// Records the value of a fact of the policy's schema, such as `genuine = no`, with its provenance.
#[derive(Debug, Clone)]
pub struct RecordFact {
    /// The fact's name in the programme's schema.
    pub fact: String,
    /// Its value, as the schema writes it.
    pub value: PersonalText,
    /// How well it is known.
    pub provenance: Provenance,
}

action! { RecordFact "record_fact" Clerk Screener Adjudicator; }

/// A fact was recorded. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FactRecorded {
    /// The fact's name.
    pub fact: String,
    /// Its value, sealed.
    pub value: Sealed<PersonalText>,
    /// How well it is known.
    pub provenance: Provenance,
}

const STAGES: &[Stage] =
    &[Stage::Submitted, Stage::InfoRequested, Stage::Screening, Stage::HitReview, Stage::InterviewReady];

impl Decide for RecordFact {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_stand("record_fact", STAGES)?;
        if self.fact.is_empty() || self.value.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Source));
        }
        let Self { fact, value, provenance } = self;
        Ok(vec![FactRecorded { fact, value: value.into(), provenance }.into()])
    }
}

impl Apply for FactRecorded {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.facts.insert(self.fact.clone(), (self.value.clone(), self.provenance));
        case.facts_at = Some(moment.at);
        // Before screening the finding is made again; later a new finding only proposes.
        if case.stage == Some(Stage::Submitted) {
            case.determination = None;
            case.finding_accepted = false;
        }
    }
}
