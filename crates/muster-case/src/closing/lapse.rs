//! The clock lapses what fell silent: a draft, or a question not answered, for 14 days.

use crate::{Case, Decided, Refusal, Stage, case::later, command::Decide, event::Apply, permit::action};
use jiff::SignedDuration;
use muster_vocab::Moment;
use serde::{Deserialize, Serialize};

/// How long silence lasts before a case lapses.
pub const SILENCE_MAX: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Lapses a silent case.
#[derive(Debug, Clone)]
pub struct Lapse;

action! { Lapse "lapse" System; }

/// The case lapsed. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lapsed {}

impl Decide for Lapse {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        if case.stage == Some(Stage::Lapsed) {
            return Ok(vec![]);
        }
        case.must_stand("lapse", &[Stage::Draft, Stage::InfoRequested])?;
        let since = if case.stage == Some(Stage::Draft) { case.touched_at } else { case.stage_since };
        match since.map(|since| later(since, SILENCE_MAX)) {
            Some(from) if moment.at < from => Err(Refusal::TooEarly { from }),
            _ => Ok(vec![Lapsed {}.into()]),
        }
    }
}

impl Apply for Lapsed {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.stand(Stage::Lapsed, moment.at);
    }
}
