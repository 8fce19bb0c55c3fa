//! The JSON API under `/api/v1`: the acts of the desk for programs.
//!
//! What it is: one table of routes ([`routes::ROUTES`]) from which the router, the check of who may, and the OpenAPI
//! document follow; types of its own for what goes in and out.
//!
//! What it promises: every fault is a problem (RFC 9457) whose `type` this program explains; a request sent twice under
//! one `Idempotency-Key` does its act once; an act is done upon the case as it was seen (`If-Match`) or not at all.
//!
//! What it never does: sign. A signature takes a key that was shown again at the desk, which no token stands for.

mod access;
mod acts;
mod answer;
mod caller;
mod cases;
mod claims;
mod cursor;
mod document;
mod hits;
mod input;
mod instrument;
mod missions;
mod named;
mod pairs;
pub(crate) mod problem;
mod reveal;
pub mod routes;
mod start;
mod view;
mod words;

pub use document::{document, documented};
pub use problem::{KINDS, ProblemKind};
pub(crate) use problem::{dress, pages::samples};

/// Where the API is.
pub(crate) const ROOT: &str = "/api/v1";

/// Whether a path is of the API, so that every fault there is a problem and not a page.
pub(crate) fn is_api(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}
