//! An interview is booked.

use crate::{
    Case, Decided, Refusal, Stage,
    command::Decide,
    decision::{About, MessageQueued},
    event::Apply,
    intake::Majority,
    permit::action,
};
use jiff::Timestamp;
use muster_vocab::{Moment, PersonalText, Sealed, SlotId};
use serde::{Deserialize, Serialize};

/// Books a slot and issues the words by which both sides know the call is genuine (capability I5).
#[derive(Debug, Clone)]
pub struct BookInterview {
    /// The slot: one interviewer, one start.
    pub slot: SlotId,
    /// When it starts.
    pub starts: Timestamp,
    /// The challenge phrase.
    pub challenge: PersonalText,
    /// Whether the role is critical, so that two raters are needed.
    pub critical_role: bool,
}

action! { BookInterview "book_interview" Applicant Clerk; }

/// An interview was booked. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InterviewBooked {
    /// The slot.
    pub slot: SlotId,
    /// When it starts.
    pub starts: Timestamp,
    /// The challenge phrase.
    pub challenge: Sealed<PersonalText>,
    /// Whether two raters are needed.
    #[serde(default)]
    pub critical_role: bool,
}

/// A booked slot as the case knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// The slot.
    pub slot: SlotId,
    /// When it starts.
    pub starts: Timestamp,
    /// Whether two raters are needed.
    pub critical_role: bool,
}

impl Decide for BookInterview {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("book_interview", &[Stage::InterviewReady])?;
        if case.majority != Some(Majority::Adult) {
            return Err(Refusal::Minor);
        }
        case.must_be_free()?;
        if self.starts <= moment.at {
            return Err(Refusal::TooLate { until: self.starts });
        }
        let Self { slot, starts, challenge, critical_role } = self;
        Ok(vec![
            InterviewBooked { slot, starts, challenge: challenge.into(), critical_role }.into(),
            MessageQueued { about: About::Interview }.into(),
        ])
    }
}

impl Apply for InterviewBooked {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        let Self { slot, starts, critical_role, .. } = *self;
        case.booking = Some(Booking { slot, starts, critical_role });
        case.stand(Stage::InterviewBooked, moment.at);
    }
}
