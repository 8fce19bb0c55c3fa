//! What stands between the pages and whoever asks: headers, origins, limits, proof of work, and who may open a draft.
//!
//! It never loses what somebody typed and never shuts a person out for good: a limit says when to come back, and under a
//! flood a new draft costs a little work or a little patience.

mod counted;
mod gate;
mod headers;
mod limits;
mod newcomer;
mod number;
mod origin;
mod spent;
mod trap;
mod work;

pub use gate::{Admission, Asking, Gate, Pace};
pub(crate) use headers::{of as headers_of, set as set_headers};
pub use limits::{Class, Limits, Rate, Rates};
pub use newcomer::{Entry, Newcomer};
pub use trap::{HONEYPOT, ISSUED, Judged, Trap};
pub use work::{Work, WorkFault};

use crate::{Failing, Web};
use axum::{
    Router,
    http::StatusCode,
    middleware::{from_fn, from_fn_with_state},
    response::IntoResponse as _,
};
use muster_store::keys::Lookup;
use std::time::Duration;
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, limit::RequestBodyLimitLayer,
    timeout::TimeoutLayer,
};

/// No form of ours is bigger: a letter of Cyrillic takes six bytes on the way.
const BODY_BYTES_MAX: usize = 256 * 1024;
/// Whoever waits longer than this for an answer has left.
const ANSWER_SECONDS_MAX: u64 = 30;

/// How much is let through.
#[derive(Debug, Clone, Default)]
pub struct Measures {
    /// Requests.
    pub rates: Rates,
    /// New drafts.
    pub pace: Pace,
}

/// What the guards remember between requests; all of it bounded, none of it on disk.
pub struct Guard {
    /// How often somebody may ask.
    pub limits: Limits,
    /// Who may open a draft.
    pub gate: Gate,
    /// The two traps of a form.
    pub trap: Trap,
}

impl Guard {
    /// Guards whose keys follow from the mission's, so that several processes accept one another's proofs.
    #[must_use]
    pub fn new(lookup: &Lookup, measures: &Measures) -> Self {
        Self {
            limits: Limits::new(&measures.rates),
            gate: Gate::new(lookup, measures.pace),
            trap: Trap::new(lookup),
        }
    }
}

/// What guards the pages from inside the frame: its refusals get a page like any other.
pub(crate) fn within(router: Router<Web>, web: &Web) -> Router<Web> {
    router
        .layer(RequestBodyLimitLayer::new(BODY_BYTES_MAX))
        .layer(from_fn_with_state(web.clone(), limits::check))
        .layer(origin::layer(web.settings.public_url.as_deref()))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_secs(ANSWER_SECONDS_MAX),
        ))
        // What a panic says may hold what somebody typed: nobody is shown it.
        .layer(CatchPanicLayer::custom(|_| Failing::Broken.into_response()))
        .layer(from_fn(number::give))
}

/// What every answer gets, whoever gave it.
pub(crate) fn around(router: Router<Web>, web: &Web) -> Router<Web> {
    router
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(headers::of(web.settings.is_secure()), headers::set))
        .layer(from_fn(counted::count))
}
