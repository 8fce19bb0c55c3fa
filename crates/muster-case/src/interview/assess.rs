//! A rater enters ratings, blind to the other's.

use crate::{
    Case, Decided, Missing, Refusal, Stage, case::signer, command::Decide, event::Apply, permit::action,
};
use muster_vocab::{HumanId, Moment, Sealed, Section, Sensitive};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};

/// Anchored ratings by question, 1 (lowest) to 5, each with the evidence for it. `Debug` does not show them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ratings(pub BTreeMap<String, (u8, String)>);

impl Sensitive for Ratings {
    const SECTION: Section = Section::Decision;
}

impl fmt::Debug for Ratings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}

/// Enters one rater's ratings.
#[derive(Debug, Clone)]
pub struct Assess {
    /// The edition of the question set.
    pub instrument: String,
    /// The ratings.
    pub ratings: Ratings,
}

action! { Assess "assess" Interviewer; }

/// One rater's ratings were entered. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assessed {
    /// The edition of the question set.
    pub instrument: String,
    /// Who rated.
    pub rater: HumanId,
    /// The ratings.
    pub ratings: Sealed<Ratings>,
}

impl Decide for Assess {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("assess", &[Stage::InterviewBooked])?;
        let rater = signer(moment, "assess", <Self as crate::Action>::ROLES)?;
        if let Some(booking) = &case.booking
            && booking.starts > moment.at
        {
            return Err(Refusal::TooEarly { from: booking.starts });
        }
        let rated = !self.ratings.0.is_empty()
            && self
                .ratings
                .0
                .values()
                .all(|(level, evidence)| (1..=5).contains(level) && !evidence.trim().is_empty());
        if !rated {
            return Err(Refusal::Needs(Missing::Assessment));
        }
        if case.raters.contains(&rater) {
            return Ok(vec![]);
        }
        Ok(vec![Assessed { instrument: self.instrument, rater, ratings: self.ratings.into() }.into()])
    }
}

impl Apply for Assessed {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.raters.insert(self.rater);
    }
}
