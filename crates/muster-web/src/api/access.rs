//! Who may ask for which route of the API: the same check as the pages', with a token in place of a session.

use super::{
    caller::Caller,
    problem::{Kind, Problem},
    routes::{self, ApiRoute},
};
use crate::{
    Failing, Web,
    desk::{access, routes::Scope},
};
use axum::{
    extract::{MatchedPath, RawPathParams, Request, State},
    http::{HeaderMap, Method, header::AUTHORIZATION},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use muster_app::desk::Officer;

/// Lets a request through if the table allows it, and says who asks.
pub(super) async fn check(
    State(web): State<Web>,
    params: RawPathParams,
    mut request: Request,
    next: Next,
) -> Response {
    let path = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let found = path.and_then(|path| routes::rule(request.method(), &path));
    let Some(route) = found else { return Problem::new(Kind::WrongMethod).into_response() };
    if route.scope == Scope::Anybody {
        return next.run(request).await;
    }
    match let_in(&web, route, &params, request.method(), request.headers()).await {
        Ok(officer) => {
            request.extensions_mut().insert(Caller { web, officer });
            next.run(request).await
        }
        Err(problem) => problem.into_response(),
    }
}

async fn let_in(
    web: &Web,
    route: &ApiRoute,
    params: &RawPathParams,
    method: &Method,
    headers: &HeaderMap,
) -> Result<Officer, Problem> {
    let officer = who(web, method, headers).await?.ok_or_else(|| Problem::new(Kind::NotSignedIn))?;
    if let Err(wait) = web.guard.limits.check_account(officer.staff) {
        let wait_seconds = (wait.as_secs_f64().ceil() as u32).max(1);
        return Err(Failing::TooMany { wait_seconds }.into());
    }
    access::authorise(web, &officer, route.scope, route.may, params).await?;
    Ok(officer)
}

/// By its token; or, for what changes nothing, by the session of the desk in the same browser.
async fn who(web: &Web, method: &Method, headers: &HeaderMap) -> Result<Option<Officer>, Failing> {
    let shown = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    if let Some(shown) = shown {
        let bearer = shown.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
        let Some((_, token)) = bearer else { return Ok(None) };
        let (token, now) = (token.trim().to_owned(), web.now());
        return web.run(move |app| app.token_officer(&token, now)).await;
    }
    if *method != Method::GET && *method != Method::HEAD {
        return Ok(None);
    }
    Ok(access::who(web, headers).await?.map(|signed_in| signed_in.officer))
}
