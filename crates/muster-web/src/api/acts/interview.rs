//! The interview. Raters stay blind: nothing that was rated is ever given back.

use super::{Asking, Performs};
use crate::api::{
    problem::Problem,
    words::{Id, Word, Words},
};
use jiff::Timestamp;
use muster_app::Act;
use muster_case::interview;
use muster_vocab::{PersonalText, SlotId};
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Books an interview.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct BookInterview {
    /// The slot: one interviewer, one start.
    slot: Id,
    /// When it starts.
    #[schema(value_type = String, format = DateTime)]
    starts: Timestamp,
    /// The words by which both sides know that the call is genuine.
    challenge: Words,
    /// Whether the role is critical, so that two raters are needed.
    #[serde(default)]
    critical_role: bool,
}

impl Performs for BookInterview {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        of.may(interview::BookInterview {
            slot: SlotId::from_bytes(self.slot.0),
            starts: self.starts,
            challenge: PersonalText(self.challenge.0),
            critical_role: self.critical_role,
        })
    }
}

/// Gives the slot back, so that another can be booked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Reschedule {}

impl Performs for Reschedule {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        of.may(interview::Reschedule)
    }
}

/// Records that the applicant did not come.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct RecordNoShow {}

impl Performs for RecordNoShow {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        of.may(interview::RecordNoShow)
    }
}

/// A rating with what it rests on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Rating {
    /// 1 (lowest) to 5.
    #[schema(minimum = 1, maximum = 5)]
    level: u8,
    /// What was said or seen.
    evidence: Words,
}

/// Enters your own ratings.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Assess {
    /// The edition of the question set.
    instrument: Word,
    /// The ratings, by question.
    ratings: BTreeMap<String, Rating>,
}

impl Performs for Assess {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        let rated = |(question, rating): (String, Rating)| (question, (rating.level, rating.evidence.0));
        let ratings = interview::Ratings(self.ratings.into_iter().map(rated).collect());
        of.may(interview::Assess { instrument: self.instrument.0, ratings })
    }
}

/// Closes the interview once everybody needed has rated.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct CompleteInterview {}

impl Performs for CompleteInterview {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        of.may(interview::CompleteInterview)
    }
}
