//! The link of a letter. Opening it shows one button and changes nothing, however often a mail scanner does.

use super::{Onward, sign_in};
use crate::{Failing, Layout, respond, samples::Gallery, visitor::Visitor};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

#[derive(Template)]
#[template(path = "portal/return-link.html")]
struct LinkPage {
    layout: Layout,
    /// Where the button leads; nothing if the link is used up or too old.
    action: Option<String>,
    again: String,
}

impl LinkPage {
    fn live(layout: Layout, token: &str) -> Self {
        let (action, again) = (layout.href(&format!("/return/link/{token}")), layout.href("/return"));
        Self { layout: layout.titled("return-link-title"), action: Some(action), again }
    }

    fn dead(layout: Layout) -> Self {
        let again = layout.href("/return");
        Self { layout: layout.titled("return-link-dead-title"), action: None, again }
    }
}

/// `GET /{lang}/return/link/{token}`
pub(crate) async fn show(
    visitor: Visitor,
    Path((_, token)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let now = visitor.web.now();
    let live = visitor.web.run({
        let token = token.clone();
        move |app| app.link_is_live(&token, now)
    });
    if live.await? {
        return respond::page(&LinkPage::live(visitor.layout, &token));
    }
    respond::page_as(StatusCode::GONE, &LinkPage::dead(visitor.layout))
}

/// `POST /{lang}/return/link/{token}`
pub(crate) async fn redeem(
    visitor: Visitor,
    Path((_, token)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let now = visitor.web.now();
    match visitor.web.run(move |app| app.redeem_link(&token, now)).await? {
        Some(visit) => sign_in(&visitor, visit, &Onward::default()).await,
        None => respond::page_as(StatusCode::GONE, &LinkPage::dead(visitor.layout)),
    }
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.layout("/return/link/sample");
    gallery.add("return-link", "live", &LinkPage::live(layout.clone(), "sample"));
    gallery.add("return-link", "dead", &LinkPage::dead(layout));
}
