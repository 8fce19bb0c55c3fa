//! What goes out: JSON, with the version of what it is about.

use super::input::etag;
use axum::{
    http::{
        HeaderValue, StatusCode,
        header::{CONTENT_TYPE, ETAG},
    },
    response::{IntoResponse, Response},
};
use muster_store::desk::KeptAnswer;
use serde::Serialize;

/// An answer that can be kept.
pub(super) struct Answer(KeptAnswer);

impl Answer {
    /// An answer with nothing but a body.
    pub(super) fn of(body: &impl Serialize) -> Self {
        // What is written here is plain data of ours with text for keys.
        let body = serde_json::to_string(body).unwrap_or_default();
        Self(KeptAnswer { status: StatusCode::OK.as_u16(), etag: None, body })
    }

    /// With the version of the case that it is about.
    pub(super) fn version(mut self, version: u64) -> Self {
        self.0.etag = Some(etag(version));
        self
    }

    pub(super) fn kept(&self) -> KeptAnswer {
        self.0.clone()
    }
}

impl From<KeptAnswer> for Answer {
    fn from(kept: KeptAnswer) -> Self {
        Self(kept)
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::OK);
        let mut response = (status, self.0.body).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if let Some(etag) = self.0.etag.and_then(|etag| HeaderValue::from_str(&etag).ok()) {
            headers.insert(ETAG, etag);
        }
        response
    }
}
