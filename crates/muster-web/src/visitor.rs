//! Who asks: in which language, with which cookies, as whom.

use crate::{Failing, Layout, Web, cookie, serve::Client};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header::ACCEPT_LANGUAGE, request::Parts},
};
use muster_app::portal::Visit;
use muster_i18n::{Catalog, Locale};
use std::net::{IpAddr, Ipv4Addr};

/// Somebody who asks for a page.
pub(crate) struct Visitor {
    /// Everything a page needs.
    pub(crate) web: Web,
    /// The frame of the page that is asked for.
    pub(crate) layout: Layout,
    /// The token of the session, if the browser has one that is alive.
    pub(crate) token: Option<String>,
    /// Whose session it is.
    pub(crate) visit: Option<Visit>,
    /// From where.
    pub(crate) client: IpAddr,
    /// What the browser sent along.
    pub(crate) headers: HeaderMap,
}

impl Visitor {
    /// The address of a path in the visitor's language.
    pub(crate) fn href(&self, path: &str) -> String {
        self.layout.href(path)
    }
}

/// The language of an address such as `/uk/verify`, and the path without it.
pub(crate) fn language<'p>(catalog: &Catalog, path: &'p str) -> Option<(Locale, &'p str)> {
    let rest = path.strip_prefix('/')?;
    let at = rest.find('/').unwrap_or(rest.len());
    Some((catalog.locale(&rest[..at])?, &rest[at..]))
}

/// The language a browser would rather have.
pub(crate) fn preferred(catalog: &Catalog, headers: &HeaderMap) -> Locale {
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    accepted.map_or_else(|| catalog.default_locale(), |accepted| catalog.negotiate(accepted))
}

impl FromRequestParts<Web> for Visitor {
    type Rejection = Failing;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Failing> {
        let (locale, path) = language(&web.catalog, parts.uri.path()).ok_or(Failing::NotFound)?;
        let mut layout = Layout::new(&web.catalog, locale, path);
        layout.play = web.settings.letters.is_some();
        let token = cookie::read(web, &parts.headers, cookie::VISIT).map(str::to_owned);
        let visit = match token.clone() {
            Some(token) => {
                let now = web.now();
                web.run(move |app| app.visit(&token, now)).await?
            }
            None => None,
        };
        layout.signed_in = visit.is_some();
        let token = token.filter(|_| visit.is_some());
        let client =
            parts.extensions.get::<Client>().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |client| client.0);
        Ok(Self { web: web.clone(), layout, token, visit, client, headers: parts.headers.clone() })
    }
}
