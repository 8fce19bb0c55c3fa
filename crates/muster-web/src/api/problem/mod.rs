//! What went wrong, for programs (RFC 9457). The body is written in one place, [`dress`], in the language of who asks.

mod kind;
pub(crate) mod pages;

pub(crate) use kind::Kind;
pub use kind::{KINDS, Kind as ProblemKind};

use crate::{Failing, Web};
use axum::{
    body::Body,
    http::{
        HeaderValue,
        header::{CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE},
    },
    response::{IntoResponse, Response},
};
use muster_app::{
    Failure,
    desk::{Happened, Holder},
};
use muster_case::{Event, Refusal};
use muster_i18n::Locale;
use muster_store::journal::Recorded;
use serde::Serialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

/// Something wrong at a place of the body or of the address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Fault {
    /// Where: a JSON pointer into the body (RFC 6901), or the name of a parameter.
    pub(crate) pointer: String,
    /// What, as a key that stays the same.
    pub(crate) key: &'static str,
    /// What, in words for a programmer.
    pub(crate) words: String,
}

/// Why there is no answer.
#[derive(Debug, Clone)]
pub(crate) struct Problem {
    pub(crate) kind: Kind,
    detail: Option<String>,
    errors: Vec<Fault>,
    more: Map<String, Value>,
}

impl Problem {
    pub(crate) fn new(kind: Kind) -> Self {
        Self { kind, detail: None, errors: Vec::new(), more: Map::new() }
    }

    /// With words of this one occurrence.
    pub(crate) fn saying(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// With a fault at a place.
    pub(crate) fn at(mut self, pointer: &str, key: &'static str, words: impl Into<String>) -> Self {
        self.errors.push(Fault { pointer: pointer.to_owned(), key, words: words.into() });
        self
    }

    /// With a member of its own.
    pub(crate) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.more.insert(name.to_owned(), value.into());
        self
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let problem = Self::new(Kind::of(&refusal)).saying(refusal.to_string());
        problem.with("refusal", refusal.key()).with("next", refusal.next_step())
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusal) => refusal.into(),
            Failure::Input(words) => Self::new(Kind::BodyFaulty).saying(words),
            Failure::Store(error) => {
                // The store's errors name tables and never a value.
                tracing::error!(%error, "a use case failed");
                Self::new(Kind::Broken)
            }
        }
    }
}

impl From<Holder> for Problem {
    fn from(holder: Holder) -> Self {
        let name = holder.name.unwrap_or_else(|| holder.staff.to_string());
        Self::new(Kind::HeldByAnother).with("held_by", name).with("since", holder.since.to_string())
    }
}

impl Problem {
    /// The case went on since it was looked at: what happened, oldest first.
    pub(crate) fn stale(version: u64, events: &[Recorded<Event>]) -> Self {
        let entry = |event| json!(super::cases::Entry::of(&Happened::from(event)));
        let meanwhile: Vec<Value> = events.iter().map(entry).collect();
        Self::new(Kind::Stale).with("version", version).with("meanwhile", meanwhile)
    }
}

impl From<Failing> for Problem {
    fn from(failing: Failing) -> Self {
        let problem = Self::new(match failing {
            Failing::NotFound => Kind::NotFound,
            Failing::NotUnderstood => Kind::NotUnderstood,
            Failing::OtherSite | Failing::NotAllowed => Kind::NotAllowed,
            Failing::TooBig => Kind::TooBig,
            Failing::TooMany { .. } => Kind::TooMany,
            Failing::NotNow => Kind::NotPossible,
            Failing::Broken => Kind::Broken,
        });
        match failing {
            Failing::TooMany { wait_seconds } => problem.with("wait_seconds", wait_seconds),
            _ => problem,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.kind.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Gives every answer of the API that is no success its problem: those of the handlers, and those of the layers below.
pub(crate) fn dress(web: &Web, locale: Locale, mut response: Response) -> Response {
    let told = response.extensions_mut().remove::<Problem>();
    let failing = response.extensions().get::<Failing>().copied();
    let status = response.status();
    let problem = match (told, failing) {
        (Some(problem), _) => problem,
        (None, Some(failing)) => failing.into(),
        (None, None) if status.is_client_error() || status.is_server_error() => {
            Problem::new(Kind::of_status(status))
        }
        (None, None) => return response,
    };
    let kind = problem.kind;
    let mut body = Map::new();
    body.insert("type".into(), kind.address(web).into());
    body.insert("title".into(), web.catalog.say(locale, &format!("problem-{}-title", kind.name())).into());
    body.insert("status".into(), kind.status().as_u16().into());
    if let Some(detail) = problem.detail {
        body.insert("detail".into(), detail.into());
    }
    if !problem.errors.is_empty() {
        body.insert("errors".into(), json!(problem.errors));
    }
    let wait = problem.more.get("wait_seconds").and_then(Value::as_u64);
    body.extend(problem.more);
    let (mut head, _) = response.into_parts();
    head.status = kind.status();
    head.headers.remove(CONTENT_LENGTH);
    head.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if kind == Kind::NotSignedIn {
        head.headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"muster\""));
    }
    if let Some(wait) = wait {
        head.headers.insert(RETRY_AFTER, HeaderValue::from(wait));
    }
    Response::from_parts(head, Body::from(Value::Object(body).to_string()))
}
