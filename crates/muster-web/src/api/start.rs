//! Who one is here, and where to go.

use super::{ROOT, answer::Answer, caller::Caller, problem::Problem};
use axum::{
    http::header::CONTENT_TYPE,
    response::{IntoResponse as _, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

/// Who one is here, and where to go.
#[derive(Serialize, ToSchema)]
pub(super) struct Start {
    /// The account.
    account: String,
    /// The roles it acts in.
    roles: Vec<&'static str>,
    /// The missions whose cases it sees; none stands for all.
    missions: Vec<String>,
    /// Where to go on.
    links: Vec<String>,
}

/// `GET /api/v1/`
pub(super) async fn show(caller: Caller) -> Result<Answer, Problem> {
    let officer = &caller.officer;
    let links = ["missions", "cases", "hits", "instrument", "openapi.json"];
    Ok(Answer::of(&Start {
        account: officer.staff.to_string(),
        roles: officer.roles.iter().map(|role| role.word()).collect(),
        missions: officer.missions.iter().map(ToString::to_string).collect(),
        links: links.iter().map(|link| format!("{ROOT}/{link}")).collect(),
    }))
}

/// `GET /api/v1/openapi.json`
pub(super) async fn document() -> Response {
    ([(CONTENT_TYPE, "application/json")], super::document::text_of()).into_response()
}
