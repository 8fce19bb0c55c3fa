//! Save and leave: what is needed to come back, shown before the visitor goes.

use super::draft;
use crate::{Failing, Layout, respond, samples::Gallery, visitor::Visitor};
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "portal/leave.html")]
struct LeavePage {
    layout: Layout,
    receipt: String,
    reference: String,
}

impl LeavePage {
    fn new(layout: Layout, receipt: String, reference: String) -> Self {
        Self { layout: layout.titled("leave-title").back_to("/application/"), receipt, reference }
    }
}

/// `GET /{lang}/application/leave`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    let visit = match draft(&visitor).await? {
        Ok(draft) => draft.visit,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let shown =
        visitor.web.run(move |app| Ok((app.receipt(visit)?.as_str().to_owned(), app.reference(visit.case))));
    let (receipt, reference) = shown.await?;
    respond::page(&LeavePage::new(visitor.layout, receipt, reference))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let page = LeavePage::new(
        gallery.layout("/application/leave"),
        "7Q4K-22XY-0A1B-9C8D-EFGH".to_owned(),
        "MU-7Q4K-22XY".to_owned(),
    );
    gallery.add("leave", "draft", &page);
}
