//! Answers: a page, a way on, or one of the pages for what went wrong.

use crate::{Failing, Layout, Web, visitor};
use askama::Template;
use axum::{
    extract::{Request, State},
    http::{
        HeaderValue, StatusCode,
        header::{CONTENT_TYPE, LOCATION, RETRY_AFTER, SET_COOKIE},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};

/// A page.
pub(crate) fn page(page: &impl Template) -> Result<Response, Failing> {
    page_as(StatusCode::OK, page)
}

/// A page with another status than 200.
pub(crate) fn page_as(status: StatusCode, page: &impl Template) -> Result<Response, Failing> {
    let body = page.render().map_err(|error| {
        tracing::error!(%error, "a page could not be written");
        Failing::Broken
    })?;
    Ok((status, [(CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response())
}

/// A way on after something was done, so that "reload" does it no second time.
pub(crate) fn see_other(href: &str) -> Response {
    let target = HeaderValue::from_str(href).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(LOCATION, target)]).into_response()
}

/// The answer with a cookie set.
pub(crate) fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

/// Page 0: what went wrong, what to do next.
#[derive(Template)]
#[template(path = "failing.html")]
pub(crate) struct FailingPage {
    pub(crate) layout: Layout,
    pub(crate) failing: Failing,
    pub(crate) request: Option<String>,
}

impl FailingPage {
    pub(crate) fn new(layout: Layout, failing: Failing, request: Option<String>) -> Self {
        let mut page = Self { layout, failing, request };
        page.layout.title = page.heading().to_owned();
        page
    }

    fn heading(&self) -> &str {
        match self.failing {
            Failing::NotFound => self.layout.say("failing-not-found-title"),
            Failing::NotUnderstood => self.layout.say("failing-not-understood-title"),
            Failing::OtherSite => self.layout.say("failing-other-site-title"),
            Failing::NotAllowed => self.layout.say("failing-not-allowed-title"),
            Failing::TooBig => self.layout.say("failing-too-big-title"),
            Failing::TooMany { .. } => self.layout.say("failing-too-many-title"),
            Failing::NotNow => self.layout.say("failing-not-now-title"),
            Failing::Broken => self.layout.say("failing-broken-title"),
        }
    }

    fn advice(&self) -> String {
        let say = |id| self.layout.say(id).to_owned();
        match self.failing {
            Failing::NotFound => say("failing-not-found"),
            Failing::NotUnderstood => say("failing-not-understood"),
            Failing::OtherSite => say("failing-other-site"),
            Failing::NotAllowed => say("failing-not-allowed"),
            Failing::TooBig => say("failing-too-big"),
            Failing::TooMany { wait_seconds } => {
                let seconds = i64::from(wait_seconds);
                self.layout.say_with("failing-too-many", &[("seconds", seconds.into())])
            }
            Failing::NotNow => say("failing-not-now"),
            Failing::Broken => say("failing-broken"),
        }
    }

    fn reported(&self) -> Option<String> {
        let request = self.request.as_deref()?;
        Some(self.layout.say_with("failing-request", &[("number", request.into())]))
    }
}

/// Gives every answer without a page one: refusals of the layers below and [`Failing`] alike.
pub(crate) async fn dress(State(web): State<Web>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if crate::api::is_api(&path) {
        let locale = visitor::preferred(&web.catalog, request.headers());
        return crate::api::dress(&web, locale, next.run(request).await);
    }
    let found = visitor::language(&web.catalog, &path);
    let (locale, rest) = match found {
        Some((locale, rest)) => (locale, rest.to_owned()),
        None => (visitor::preferred(&web.catalog, request.headers()), "/".to_owned()),
    };
    let response = next.run(request).await;
    let failing = response.extensions().get::<Failing>().copied();
    let bare =
        !response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let Some(failing) = failing.or_else(|| Failing::of(response.status()).filter(|_| bare)) else {
        return response;
    };
    let mut layout = Layout::new(&web.catalog, locale, &rest);
    layout.play = web.settings.letters.is_some();
    let number = response.headers().get("x-request-id").and_then(|id| id.to_str().ok()).map(str::to_owned);
    let status = response.status();
    let Ok(mut dressed) = page_as(status, &FailingPage::new(layout, failing, number)) else {
        return response;
    };
    for (name, value) in response.headers() {
        if name != CONTENT_TYPE && name != axum::http::header::CONTENT_LENGTH {
            dressed.headers_mut().insert(name, value.clone());
        }
    }
    if let Failing::TooMany { wait_seconds } = failing {
        dressed.headers_mut().insert(RETRY_AFTER, HeaderValue::from(wait_seconds));
    }
    dressed
}
