//! The link of an invitation: looking at it uses up nothing, so that no preview of a mail programme does.

use super::{Onward, elsewhere, play};
use crate::{
    Failing, Layout, cookie,
    respond::{self, see_other, with_cookie},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

#[derive(Template)]
#[template(path = "desk/enter.html")]
struct EnterPage {
    layout: Layout,
    action: String,
    live: bool,
}

impl EnterPage {
    fn new(layout: Layout, live: bool) -> Self {
        let action = layout.href(&layout.path);
        let mut layout = layout.titled(if live { "desk-enter-title" } else { "desk-enter-over" });
        // The other language of a link is the same link.
        layout.back = None;
        Self { layout, action, live }
    }
}

/// `GET /{lang}/desk/enter/{token}`
pub(crate) async fn show(
    visitor: Visitor,
    Path((_, token)): Path<(String, String)>,
) -> Result<Response, Failing> {
    // Whoever goes in is to make a passkey: not at an address where none can be made.
    if let Some(named) = elsewhere(&visitor.web, &visitor.headers, &visitor.layout) {
        return Ok(see_other(&named));
    }
    let now = visitor.web.now();
    let played = play::who(&visitor.web, &token).is_some();
    let live = played || visitor.web.run(move |app| app.is_invited(&token, now)).await?;
    let status = if live { StatusCode::OK } else { StatusCode::GONE };
    respond::page_as(status, &EnterPage::new(visitor.layout, live))
}

/// `POST /{lang}/desk/enter/{token}`
pub(crate) async fn open(
    visitor: Visitor,
    Path((_, token)): Path<(String, String)>,
) -> Result<Response, Failing> {
    if let Some(staff) = play::who(&visitor.web, &token) {
        return super::come_in(&visitor, staff, &Onward::default()).await;
    }
    let (web, now) = (&visitor.web, visitor.web.now());
    let old = cookie::read(web, &visitor.headers, cookie::DESK).map(str::to_owned);
    let opened = web.run(move |app| {
        let opened = app.enter(&token, now)?;
        if let (Some(_), Some(old)) = (&opened, old) {
            app.close_desk(&old)?;
        }
        Ok(opened)
    });
    match opened.await? {
        Some(opened) => {
            let answer = see_other(&visitor.href("/desk/account/"));
            Ok(with_cookie(answer, cookie::set(web, cookie::DESK, opened.as_str())))
        }
        None => respond::page_as(StatusCode::GONE, &EnterPage::new(visitor.layout, false)),
    }
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = || gallery.layout("/desk/enter/sample");
    let (live, over) = (EnterPage::new(layout(), true), EnterPage::new(layout(), false));
    gallery.add("desk-enter", "live", &live);
    gallery.add("desk-enter", "over", &over);
}
