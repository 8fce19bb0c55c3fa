//! Page 16: who is at the desk.

use super::Caller;
use crate::{
    Failing, Layout, cookie,
    respond::{self, see_other, with_cookie},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "desk/sign-in.html")]
struct SignInPage {
    layout: Layout,
}

/// `GET /{lang}/desk/sign-in`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    respond::page(&SignInPage { layout: visitor.layout.titled("desk-sign-in-title") })
}

/// `POST /{lang}/desk/sign-out`
pub(crate) async fn sign_out(caller: Caller) -> Result<Response, Failing> {
    let token = caller.token.clone();
    caller.web.run(move |app| app.close_desk(&token)).await?;
    let answer = see_other(&caller.href("/desk/sign-in"));
    Ok(with_cookie(answer, cookie::set(&caller.web, cookie::DESK, "")))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.layout("/desk/sign-in").titled("desk-sign-in-title");
    gallery.add("desk-sign-in", "first", &SignInPage { layout });
}
