//! Why there is no page: one place turns it into one.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use muster_app::Failure;
use muster_case::Refusal;

/// Why a handler gives no page. What the visitor reads is made in one place, `respond.rs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failing {
    /// There is no such page.
    NotFound,
    /// The request is not one a form of ours sends.
    NotUnderstood,
    /// It came from another site.
    OtherSite,
    /// The officer's account has no role that may.
    NotAllowed,
    /// It is bigger than any form of ours.
    TooBig,
    /// Too many at once.
    TooMany {
        /// When to come back, in seconds.
        wait_seconds: u32,
    },
    /// The case has gone on, and this is not possible any more.
    NotNow,
    /// Something is broken here; nothing was acknowledged.
    Broken,
}

impl Failing {
    /// The status it is answered with.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotUnderstood => StatusCode::BAD_REQUEST,
            Self::OtherSite | Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::TooBig => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::NotNow => StatusCode::CONFLICT,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Of a status that somebody answered without a page.
    #[must_use]
    pub fn of(status: StatusCode) -> Option<Self> {
        match status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Some(Self::NotFound),
            StatusCode::FORBIDDEN => Some(Self::OtherSite),
            StatusCode::PAYLOAD_TOO_LARGE => Some(Self::TooBig),
            StatusCode::TOO_MANY_REQUESTS => Some(Self::TooMany { wait_seconds: 30 }),
            StatusCode::CONFLICT => Some(Self::NotNow),
            _ if status.is_client_error() => Some(Self::NotUnderstood),
            _ if status.is_server_error() => Some(Self::Broken),
            _ => None,
        }
    }
}

impl From<Failure> for Failing {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(Refusal::Unknown { .. }) => Self::NotFound,
            Failure::Refused(Refusal::RoleMayNot { .. }) => Self::NotAllowed,
            Failure::Refused(_) => Self::NotNow,
            Failure::Input(_) => Self::NotUnderstood,
            Failure::Store(error) => {
                // The store's errors name tables and never a value.
                tracing::error!(%error, "a use case failed");
                Self::Broken
            }
        }
    }
}

impl IntoResponse for Failing {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}
