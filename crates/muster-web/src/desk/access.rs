//! Who may ask for which route: one table, one place that asks it. What the table does not allow is not there.

use super::{
    routes::{DeskRoute, ROUTES, Scope},
    sign_in::signed_out,
};
use crate::{Failing, Web, cookie};
use axum::{
    extract::{MatchedPath, RawPathParams, Request, State},
    http::{HeaderMap, Method},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use muster_app::desk::Officer;
use muster_case::access::ReadCases;
use muster_vocab::{CaseId, Role};

/// Who is at the desk, with the token of the session.
#[derive(Clone)]
pub(crate) struct SignedIn {
    pub(crate) officer: Officer,
    pub(crate) token: String,
}

/// Lets a request through if the table allows it, and says who asks.
///
/// Whoever is not signed in is asked to. A case of another mission is not there, like one that never was.
pub(crate) async fn check(
    State(web): State<Web>,
    params: RawPathParams,
    mut request: Request,
    next: Next,
) -> Response {
    let found =
        request.extensions().get::<MatchedPath>().and_then(|path| rule(request.method(), path.as_str()));
    // Routes come from the table, so each has a rule; what has none is not there.
    let Some(route) = found else { return Failing::NotFound.into_response() };
    let signed_in = match who(&web, request.headers()).await {
        Ok(signed_in) => signed_in,
        Err(failing) => return failing.into_response(),
    };
    match (route.scope, signed_in) {
        (Scope::Anybody, signed_in) => {
            request.extensions_mut().extend(signed_in.map(extension).unwrap_or_default());
        }
        (_, None) => return signed_out(&web, request).await,
        (scope, Some(signed_in)) => {
            if let Err(failing) = authorise(&web, &signed_in.officer, scope, route.may, &params).await {
                return failing.into_response();
            }
            request.extensions_mut().extend(extension(signed_in));
        }
    }
    next.run(request).await
}

/// Whether an officer may ask for a route of this scope: the one place that says so, for pages and for programs.
pub(crate) async fn authorise(
    web: &Web,
    officer: &Officer,
    scope: Scope,
    may: &[Role],
    params: &RawPathParams,
) -> Result<(), Failing> {
    if scope == Scope::Anybody {
        return Ok(());
    }
    if !officer.is_one_of(may) {
        return Err(Failing::NotAllowed);
    }
    if scope == Scope::Case && !is_theirs(web, officer, params).await? {
        return Err(Failing::NotFound);
    }
    Ok(())
}

fn extension(signed_in: SignedIn) -> axum::http::Extensions {
    let mut extensions = axum::http::Extensions::new();
    extensions.insert(signed_in);
    extensions
}

/// The row of the table for a route.
fn rule(method: &Method, pattern: &str) -> Option<&'static DeskRoute> {
    // What answers GET answers HEAD too.
    let method = if method == Method::HEAD { "GET" } else { method.as_str() };
    ROUTES.iter().find(|route| route.pattern == pattern && route.method == method)
}

pub(crate) async fn who(web: &Web, headers: &HeaderMap) -> Result<Option<SignedIn>, Failing> {
    let Some(token) = cookie::read(web, headers, cookie::DESK).map(str::to_owned) else {
        return Ok(None);
    };
    let (now, asked) = (web.now(), token.clone());
    let officer = web.run(move |app| app.officer(&asked, now)).await?;
    Ok(officer.map(|officer| SignedIn { officer, token }))
}

/// Whether the case of the address is of one of the officer's missions.
async fn is_theirs(web: &Web, officer: &Officer, params: &RawPathParams) -> Result<bool, Failing> {
    let named =
        params.iter().find(|(name, _)| *name == "case").and_then(|(_, value)| value.parse::<CaseId>().ok());
    let Some(case) = named else { return Ok(false) };
    let Ok(permit) = officer.permit::<ReadCases>() else { return Ok(false) };
    let row = web.run(move |app| Ok(app.store.views.case(permit, case)?)).await?;
    Ok(row.is_some_and(|row| officer.sees(&row.mission)))
}
