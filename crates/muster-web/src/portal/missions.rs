//! The first page where a programme has several missions: which one is yours.

use super::here::Here;
use crate::{Failing, Layout, respond, samples::Gallery, visitor::Visitor};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "portal/missions.html")]
struct MissionsPage {
    layout: Layout,
    missions: Vec<MissionLine>,
}

/// A mission in a line.
struct MissionLine {
    href: String,
    place: String,
    says: String,
}

impl MissionsPage {
    fn new(layout: Layout, missions: Vec<MissionLine>) -> Self {
        Self { layout: layout.titled("missions-title"), missions }
    }
}

/// `GET /{lang}/`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    let all = Here::all(&visitor).await?;
    if let [only] = all.as_slice() {
        return Ok(respond::see_other(&visitor.href(&only.path("/"))));
    }
    let line = |here: &Here| MissionLine {
        href: visitor.href(&here.path("/")),
        place: here.place.clone(),
        says: here.says(&visitor.layout).to_owned(),
    };
    respond::page(&MissionsPage::new(visitor.layout.clone(), all.iter().map(line).collect()))
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.layout("/");
    let line = |here: Here| MissionLine {
        href: layout.href(&here.path("/")),
        says: here.says(&layout).to_owned(),
        place: here.place,
    };
    let missions = Here::samples(gallery).into_iter().map(line).collect();
    let page = MissionsPage::new(layout.clone(), missions);
    gallery.add("missions", "several", &page);
}
