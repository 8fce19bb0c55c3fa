//! A new edition would find otherwise: that is noted, and nothing moves.

use super::{EditionRef, Outcome};
use crate::{Case, Decided, command::Decide, event::Apply, permit::action};
use muster_vocab::{Moment, ReasonCode};
use serde::{Deserialize, Serialize};

/// Notes that another edition gives another outcome.
#[derive(Debug, Clone)]
pub struct ProposeFlip {
    /// The edition.
    pub edition: EditionRef,
    /// What it would say.
    pub outcome: Outcome,
    /// By which codes.
    pub codes: Vec<ReasonCode>,
}

action! { ProposeFlip "propose_flip" System; }

/// Another outcome was proposed. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FlipProposed {
    /// The edition.
    pub edition: EditionRef,
    /// What it would say.
    pub outcome: Outcome,
    /// By which codes.
    pub codes: Vec<ReasonCode>,
}

impl Decide for ProposeFlip {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_remain("propose_flip")?;
        if case.flips.last() == Some(&self.edition) {
            return Ok(vec![]);
        }
        let Self { edition, outcome, codes } = self;
        Ok(vec![FlipProposed { edition, outcome, codes }.into()])
    }
}

impl Apply for FlipProposed {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.flips.push(self.edition.clone());
    }
}
