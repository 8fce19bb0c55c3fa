//! Somebody is not of age, and is stopped kindly (capability E7).

use crate::{Failing, Layout, desk::Caller, respond, samples::Gallery};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "desk/assist-minor.html")]
struct MinorPage {
    layout: Layout,
}

impl MinorPage {
    fn new(layout: Layout) -> Self {
        Self { layout: layout.titled("pre-check-minor-title").back_to("/desk/assist/") }
    }
}

/// `GET /{lang}/desk/assist/minor`: what is said then.
pub(crate) async fn show(caller: Caller) -> Result<Response, Failing> {
    respond::page(&MinorPage::new(caller.layout))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let page = MinorPage::new(gallery.desk("/desk/assist/minor"));
    gallery.add("desk-assist-minor", "only", &page);
}
