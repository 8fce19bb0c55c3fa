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

/// A proposal of another outcome as the case keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// The edition that gives it.
    pub edition: EditionRef,
    /// How many decisions the case had by then: the proposal is news to those, and to no later one.
    pub decisions: usize,
}

impl Decide for ProposeFlip {
    fn decide(self, case: &Case, _: &Moment) -> Decided {
        case.must_remain("propose_flip")?;
        let Self { edition, outcome, codes } = self;
        let known =
            case.flips.last().is_some_and(|it| it.edition == edition && it.decisions == case.decisions.len());
        if known {
            return Ok(vec![]);
        }
        Ok(vec![FlipProposed { edition, outcome, codes }.into()])
    }
}

impl Apply for FlipProposed {
    fn apply(&self, case: &mut Case, _: &Moment) {
        case.flips.push(Flip { edition: self.edition.clone(), decisions: case.decisions.len() });
    }
}
