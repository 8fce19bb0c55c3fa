//! What may happen to somebody who goes: read before anything is asked (capability B4).

use super::here::Here;
use crate::{
    Failing, Layout,
    browser::BeforeCase,
    respond::{self, see_other, with_cookie},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use muster_app::programme::{Portal, Risk};

#[derive(Template)]
#[template(path = "portal/risks.html")]
struct RisksPage {
    layout: Layout,
    action: String,
    risks: Vec<Risk>,
}

impl RisksPage {
    fn new(layout: Layout, portal: &Portal, here: &Here) -> Self {
        let action = layout.href(&here.path("/risks"));
        let layout = layout.titled("risks-title").back_to(&here.path("/notice"));
        let risks =
            portal.notices.general.text(layout.lang()).map(|text| text.risks.clone()).unwrap_or_default();
        Self { layout, action, risks }
    }
}

/// `GET /{lang}/at/{mission}/risks`
pub(crate) async fn show(
    mut visitor: Visitor,
    Path((_, mission)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let here = Here::find(&mut visitor, &mission).await?;
    respond::page(&RisksPage::new(visitor.layout, &visitor.web.app.programme.portal, &here))
}

/// `POST /{lang}/at/{mission}/risks`
pub(crate) async fn acknowledge(
    mut visitor: Visitor,
    Path((_, mission)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let here = Here::find(&mut visitor, &mission).await?;
    let mut before = BeforeCase::read(&visitor.web, &visitor.headers, &mission);
    before.risks = true;
    let next = see_other(&visitor.href(&here.path("/consent")));
    Ok(with_cookie(next, before.cookie(&visitor.web)))
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    let Some(here) = Here::samples(gallery).into_iter().next() else { return };
    let page = RisksPage::new(gallery.layout(&here.path("/risks")), &gallery.programme.portal, &here);
    gallery.add("risks", "all", &page);
}
