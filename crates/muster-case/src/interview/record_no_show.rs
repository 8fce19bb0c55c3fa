//! The applicant did not show up: once is forgiven, twice lapses.

use crate::{Case, Decided, Refusal, Stage, command::Decide, event::Apply, permit::action};
use muster_vocab::{Moment, ReasonCode};
use serde::{Deserialize, Serialize};

/// How often somebody may miss an interview and still book another.
pub const NO_SHOWS_FORGIVEN: u32 = 1;

/// Records that nobody came.
#[derive(Debug, Clone)]
pub struct RecordNoShow;

action! { RecordNoShow "record_no_show" Clerk System; }

/// Nobody came. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NoShowRecorded {
    /// Always R40.
    pub code: ReasonCode,
}

impl Decide for RecordNoShow {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("record_no_show", &[Stage::InterviewBooked])?;
        match &case.booking {
            Some(booking) if booking.starts > moment.at => Err(Refusal::TooEarly { from: booking.starts }),
            _ => Ok(vec![NoShowRecorded { code: ReasonCode::NoShow }.into()]),
        }
    }
}

impl Apply for NoShowRecorded {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.no_shows += 1;
        case.booking = None;
        case.raters.clear();
        if case.no_shows > NO_SHOWS_FORGIVEN {
            case.outcome_codes = vec![self.code];
            case.stand(Stage::Lapsed, moment.at);
        } else {
            case.stand(Stage::InterviewReady, moment.at);
        }
    }
}
