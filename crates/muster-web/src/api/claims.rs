//! Taking a case into one's hands, and letting go of it.

use super::{
    acts::case_of,
    answer::Answer,
    caller::Caller,
    input,
    named::{Keep, Posted},
    problem::Problem,
};
use axum::{body::Body, extract::Path, http::request::Parts};
use muster_app::desk::Claimed;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Nothing has to be said: `{}`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

/// In whose hands the case is now.
#[derive(Serialize, ToSchema)]
pub(super) struct Hands {
    /// Whether it is in your hands.
    yours: bool,
}

/// `POST /api/v1/cases/{case}/claim`
pub(super) async fn claim(
    caller: Caller,
    Path(case): Path<String>,
    parts: Parts,
    body: Body,
) -> Result<Answer, Problem> {
    let (case, posted, officer) = (case_of(&case)?, Posted::read(parts, body).await?, caller.officer.clone());
    input::body::<Nothing>(&posted.bytes)?;
    let work = move |app: &muster_app::App, at, _| match app.claim(&officer, case, at)? {
        Claimed::Yours => Ok(Answer::of(&Hands { yours: true })),
        Claimed::HeldBy(holder) => Err(holder.into()),
    };
    // Whose hands a case is in changes: it is asked each time.
    posted.once(&caller, Keep::Nothing, work).await
}

/// `POST /api/v1/cases/{case}/release`
pub(super) async fn release(
    caller: Caller,
    Path(case): Path<String>,
    parts: Parts,
    body: Body,
) -> Result<Answer, Problem> {
    let (case, posted, officer) = (case_of(&case)?, Posted::read(parts, body).await?, caller.officer.clone());
    input::body::<Nothing>(&posted.bytes)?;
    let work = move |app: &muster_app::App, _, _| {
        app.release(&officer, case)?;
        Ok(Answer::of(&Hands { yours: false }))
    };
    posted.once(&caller, Keep::Nothing, work).await
}
