//! Page 1: what this is, that it is free, what is needed, and two ways on.

use super::here::Here;
use crate::{Failing, Layout, respond, samples::Gallery, visitor::Visitor};
use askama::Template;
use axum::{extract::Path, response::Response};
use muster_case::Posture;

#[derive(Template)]
#[template(path = "portal/start.html")]
struct StartPage {
    layout: Layout,
    here: Here,
    first_question: String,
}

impl StartPage {
    fn new(layout: Layout, here: Here, first_question: &str) -> Self {
        let first_question = layout.href(&here.path(&format!("/pre-check/{first_question}")));
        let mut layout = layout.titled("start-title");
        layout.mission = Some(here.place.clone());
        Self { layout, here, first_question }
    }

    const fn informs_only(&self) -> bool {
        matches!(self.here.picture.posture, Posture::InformationOnly)
    }

    const fn is_suspended(&self) -> bool {
        matches!(self.here.picture.posture, Posture::Suspended)
    }

    /// How many wait, honestly (capability A7).
    fn queue(&self) -> String {
        self.layout.say_with("start-queue", &[("waiting", self.here.picture.waiting.into())])
    }

    /// How long an answer takes at present; nothing before there are figures.
    fn wait(&self) -> Option<String> {
        let days = self.here.picture.median_days?;
        Some(self.layout.say_with("start-wait", &[("days", days.into())]))
    }
}

/// `GET /{lang}/at/{mission}/`
pub(crate) async fn show(
    mut visitor: Visitor,
    Path((_, mission)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let here = Here::find(&mut visitor, &mission).await?;
    let first = visitor.web.app.programme.portal.questions.pre_check.first().cloned().unwrap_or_default();
    respond::page(&StartPage::new(visitor.layout, here, &first))
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    for (state, here) in ["open", "paused", "information-only"].into_iter().zip(Here::samples(gallery)) {
        let page = StartPage::new(gallery.layout(&here.path("/")), here, "born");
        gallery.add("start", state, &page);
    }
}
