//! The interview. Raters stay blind: nothing that was rated is ever given back.

use super::{Asking, Performs};
use crate::api::{
    problem::{Kind, Problem},
    words::{Word, Words},
};
use jiff::Timestamp;
use muster_app::Act;
use muster_case::interview;
use muster_vocab::OsDice;
use serde::Deserialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Books an interview; one that is booked already is moved. The words by which both sides know that the call is genuine
/// are drawn anew, and whether two must rate follows from the trade.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct BookInterview {
    /// When it starts.
    #[schema(value_type = String, format = DateTime)]
    starts: Timestamp,
}

impl Performs for BookInterview {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        Ok(of.app.booking_acts(of.officer, of.case, self.starts, &mut OsDice)?)
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

/// Enters your own ratings, one for each question; the last that was needed closes the interview.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Assess {
    /// The edition of the question set, as `GET /instrument` names it.
    instrument: Word,
    /// The ratings, by question.
    ratings: BTreeMap<String, Rating>,
}

impl Performs for Assess {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        let instrument = &of.app.programme.instrument;
        let mut faults = Problem::new(Kind::BodyFaulty);
        let mut wrong = false;
        let mut fault = |pointer: &str, key, words: &str| {
            faults = std::mem::replace(&mut faults, Problem::new(Kind::BodyFaulty)).at(pointer, key, words);
            wrong = true;
        };
        if self.instrument.0 != instrument.edition {
            fault("/instrument", "body.instrument", "another edition is in force; read its questions first");
        }
        let asked = |question: &str| instrument.questions.iter().any(|known| known.id == question);
        if !self.ratings.keys().all(|question| asked(question)) {
            fault("/ratings", "body.question", "there is a question that the instrument does not have");
        }
        for question in &instrument.questions {
            match self.ratings.get(&question.id) {
                Some(rating) if (1..=5).contains(&rating.level) && !rating.evidence.0.trim().is_empty() => {}
                _ => fault(
                    &format!("/ratings/{}", question.id),
                    "body.rating",
                    "a level from 1 to 5, and what was said or seen",
                ),
            }
        }
        if wrong {
            return Err(faults);
        }
        let rated = |(question, rating): (String, Rating)| (question, (rating.level, rating.evidence.0));
        let ratings = self.ratings.into_iter().map(rated).collect();
        let (acts, _) = of.app.rating_acts(of.officer, of.case, ratings)?;
        Ok(acts)
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
