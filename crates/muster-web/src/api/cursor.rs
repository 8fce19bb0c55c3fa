//! Where a walk goes on, opaque to whoever carries it, and how long an answer is.

use super::{
    answer::Answer,
    problem::{Kind, Problem},
};
use axum::{
    http::{HeaderValue, header::LINK},
    response::{IntoResponse as _, Response},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::Timestamp;
use muster_vocab::CaseId;

/// The most entries of one answer.
const LIMIT_MAX: u32 = 200;
/// How many there are if nothing is said.
const LIMIT: u32 = 50;

/// How many entries an answer is to have.
pub(super) fn limit(asked: Option<u32>) -> Result<usize, Problem> {
    let limit = asked.unwrap_or(LIMIT);
    if !(1..=LIMIT_MAX).contains(&limit) {
        return Err(Problem::new(Kind::NotUnderstood).at("limit", "query.value", "1 to 200"));
    }
    Ok(limit as usize)
}

/// A cursor of these bytes.
pub(super) fn write(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of a cursor.
pub(super) fn bytes(text: &str) -> Result<Vec<u8>, Problem> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| wrong())
}

/// What is told about a cursor that is none.
pub(super) fn wrong() -> Problem {
    let words = "take it from the `next` of an answer";
    Problem::new(Kind::NotUnderstood).at("after", "query.cursor", words)
}

/// The place after a case.
pub(super) fn after(opened_at: Timestamp, case: CaseId) -> String {
    let mut bytes = opened_at.as_microsecond().to_be_bytes().to_vec();
    bytes.extend(case.bytes());
    write(&bytes)
}

/// The place that a cursor names.
pub(super) fn read(text: &str) -> Result<(i64, CaseId), Problem> {
    let bytes = bytes(text)?;
    let (at, case) = bytes.split_first_chunk::<8>().ok_or_else(wrong)?;
    let case: [u8; 16] = case.try_into().map_err(|_| wrong())?;
    Ok((i64::from_be_bytes(*at), CaseId::from_bytes(case)))
}

/// The whole address of what comes next, with what else was asked for.
pub(super) fn link<'a>(
    path: &str,
    limit: usize,
    next: &str,
    asked: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> String {
    let asked: String = asked.into_iter().flat_map(|(name, value)| ["&", name, "=", value]).collect();
    format!("<{path}?limit={limit}&after={next}{asked}>; rel=\"next\"")
}

/// The answer with that address in its header.
pub(super) fn linked(answer: Answer, link: Option<String>) -> Response {
    let mut response = answer.into_response();
    if let Some(link) = link.and_then(|link| HeaderValue::from_str(&link).ok()) {
        response.headers_mut().insert(LINK, link);
    }
    response
}
