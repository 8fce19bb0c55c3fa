//! Who is at the desk: what a handler behind the table is given.

use super::access::SignedIn;
use crate::{Failing, Layout, Web, cookie, layout::Bar, visitor};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use muster_app::desk::Officer;
use muster_case::{Action, Permit};
use muster_vocab::Role;

/// An officer who asks for a page that the table lets them have.
pub(crate) struct Caller {
    /// Everything a page needs.
    pub(crate) web: Web,
    /// The frame of the page that is asked for.
    pub(crate) layout: Layout,
    /// Who asks.
    pub(crate) officer: Officer,
    /// The token of the session.
    pub(crate) token: String,
    /// What the browser sent along.
    pub(crate) headers: HeaderMap,
}

impl Caller {
    /// The address of a path in the officer's language.
    pub(crate) fn href(&self, path: &str) -> String {
        self.layout.href(path)
    }

    /// A permit under the first of the officer's roles that may have it.
    pub(crate) fn permit<A: Action>(&self) -> Result<Permit<A>, Failing> {
        self.officer.permit().map_err(|_| Failing::NotAllowed)
    }
}

impl FromRequestParts<Web> for Caller {
    type Rejection = Failing;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Failing> {
        let (locale, path) = visitor::language(&web.catalog, parts.uri.path()).ok_or(Failing::NotFound)?;
        // Nobody comes past the table without one.
        let SignedIn { officer, token } =
            parts.extensions.get::<SignedIn>().cloned().ok_or(Failing::NotFound)?;
        let mut layout = Layout::new(&web.catalog, locale, path);
        layout.play = web.settings.letters.is_some();
        let keys_off = cookie::read(web, &parts.headers, cookie::KEYS).is_some();
        layout.desk = Some(bar(&officer, keys_off));
        Ok(Self { web: web.clone(), layout, officer, token, headers: parts.headers.clone() })
    }
}

/// What stands in the bar above every page of the desk.
pub(super) fn bar(officer: &Officer, keys_off: bool) -> Bar {
    Bar { roles: officer.roles.iter().copied().collect::<Vec<Role>>(), keys_off }
}
