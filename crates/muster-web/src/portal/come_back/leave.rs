//! Leaving: the session is over, and nothing stays in the browser.

use crate::{
    Failing, Layout, cookie,
    respond::{self, with_cookie},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{
    http::{HeaderName, HeaderValue},
    response::Response,
};

const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

#[derive(Template)]
#[template(path = "portal/left.html")]
struct LeftPage {
    layout: Layout,
}

impl LeftPage {
    fn new(mut layout: Layout) -> Self {
        layout.signed_in = false;
        // Only a button leads here: switching the language goes to a page that a link can open.
        "/return".clone_into(&mut layout.path);
        Self { layout: layout.titled("return-left-title") }
    }
}

/// `POST /{lang}/leave`
pub(crate) async fn leave(visitor: Visitor) -> Result<Response, Failing> {
    if let Some(token) = visitor.token.clone() {
        visitor.web.run(move |app| app.close_session(&token)).await?;
    }
    let page = respond::page(&LeftPage::new(visitor.layout.clone()))?;
    Ok(forgotten(&visitor, page))
}

/// The answer that makes the browser forget everything of this site.
pub(crate) fn forgotten(visitor: &Visitor, mut response: Response) -> Response {
    let everything = HeaderValue::from_static("\"cache\", \"cookies\", \"storage\"");
    response.headers_mut().insert(CLEAR_SITE_DATA, everything);
    let response = with_cookie(response, cookie::set(&visitor.web, cookie::VISIT, ""));
    with_cookie(response, cookie::set(&visitor.web, cookie::PRE_CHECK, ""))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let page = LeftPage::new(gallery.layout("/leave"));
    gallery.add("left", "left", &page);
}
