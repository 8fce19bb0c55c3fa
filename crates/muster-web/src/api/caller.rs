//! Who asks through the API: what a handler behind the table is given.

use super::problem::{Kind, Problem};
use crate::Web;
use axum::{extract::FromRequestParts, http::request::Parts};
use muster_app::{App, desk::Officer};
use muster_case::{Action, Permit};

/// An officer's program.
#[derive(Clone)]
pub(super) struct Caller {
    pub(super) web: Web,
    pub(super) officer: Officer,
}

impl Caller {
    /// Runs a use case on a thread that may wait for the disk.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&App) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let app = self.web.app.clone();
        match tokio::task::spawn_blocking(move || work(&app)).await {
            Ok(done) => done,
            Err(_) => Err(Problem::new(Kind::Broken)),
        }
    }
}

/// A permit under the first of the officer's roles that may have it.
pub(super) fn permit<A: Action>(officer: &Officer) -> Result<Permit<A>, Problem> {
    officer.permit::<A>().map_err(Problem::from)
}

impl FromRequestParts<Web> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Web) -> Result<Self, Problem> {
        // Nobody comes past the table without one.
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Problem::new(Kind::NotSignedIn))
    }
}
