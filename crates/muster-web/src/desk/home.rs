//! The first page of the desk.

use super::Caller;
use crate::{Failing, Layout, respond, samples::Gallery};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "desk/home.html")]
struct HomePage {
    layout: Layout,
}

/// `GET /{lang}/desk/`
pub(crate) async fn show(caller: Caller) -> Result<Response, Failing> {
    respond::page(&HomePage { layout: caller.layout.titled("desk-home-title") })
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.desk("/desk/").titled("desk-home-title");
    gallery.add("desk-home", "first", &HomePage { layout });
}
