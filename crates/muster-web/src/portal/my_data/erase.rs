//! Erasing everything about oneself: says first what stays, and under which law (GDPR article 17).

use crate::{
    Failing, Layout,
    form::{Choice, Control, FaultLink, FieldView, Posted},
    portal::come_back::{self, forgotten},
    respond,
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use muster_app::{
    Failure,
    people::{Erasure, Receipt},
};
use muster_case::{Refusal, closing::ErasureReason};

#[derive(Template)]
#[template(path = "portal/my-data-erase.html")]
struct ErasePage {
    layout: Layout,
    action: String,
    field: FieldView,
}

impl ErasePage {
    fn new(layout: Layout) -> Self {
        let action = layout.href("/my-data/erase");
        let layout = layout.titled("my-data-erase-title").back_to("/my-data/");
        let choice = Choice {
            value: "yes".to_owned(),
            label: layout.say("my-data-erase-sure").to_owned(),
            chosen: false,
        };
        let field = FieldView {
            name: "sure".to_owned(),
            label: layout.say("my-data-erase-ask").to_owned(),
            hint: None,
            error: None,
            autocomplete: String::new(),
            control: Control::Many(vec![choice]),
        };
        Self { layout, action, field }
    }

    fn unticked(mut self) -> Self {
        self.field.error = Some(self.layout.say("my-data-erase-unticked").to_owned());
        self.layout.faulty = true;
        self
    }

    fn faults(&self) -> Vec<FaultLink> {
        FaultLink::all(std::slice::from_ref(&self.field))
    }
}

/// What came of it.
enum Outcome {
    /// Everything is erased; the receipt is to be kept, and is nowhere else.
    Erased(Option<String>),
    /// A contract or a journey goes on.
    Open,
    /// The law wants it kept.
    Kept,
}

#[derive(Template)]
#[template(path = "portal/my-data-erased.html")]
struct ErasedPage {
    layout: Layout,
    outcome: Outcome,
}

impl ErasedPage {
    fn new(mut layout: Layout, outcome: Outcome) -> Self {
        let title = match outcome {
            Outcome::Erased(_) => "my-data-erased-title",
            Outcome::Open | Outcome::Kept => "my-data-erase-not-title",
        };
        // Only a button leads here: switching the language goes to a page that a link can open.
        if matches!(outcome, Outcome::Erased(_)) {
            layout.signed_in = false;
            "/return".clone_into(&mut layout.path);
        }
        Self { layout: layout.titled(title), outcome }
    }
}

/// `GET /{lang}/my-data/erase`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    if visitor.visit.is_none() {
        return come_back::signed_out(&visitor, None);
    }
    respond::page(&ErasePage::new(visitor.layout))
}

/// `POST /{lang}/my-data/erase`
pub(crate) async fn erase(visitor: Visitor, posted: Posted) -> Result<Response, Failing> {
    let Some(visit) = visitor.visit else { return come_back::signed_out(&visitor, None) };
    if posted.get("sure") != "yes" {
        let page = ErasePage::new(visitor.layout).unticked();
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let now = visitor.web.now();
    let outcome = visitor.web.run(move |app| {
        let erased = match app.erase_mine(visit, now) {
            Ok(Erasure::Done(receipt)) => Outcome::Erased(receipt_text(&receipt)),
            Ok(Erasure::Nothing) => Outcome::Erased(None),
            Ok(Erasure::Open(_)) => return Ok(Outcome::Open),
            Err(Failure::Refused(Refusal::MustBeKept)) => return Ok(Outcome::Kept),
            Err(other) => return Err(other),
        };
        // On every device, not only on this one.
        app.close_sessions_of(visit.case)?;
        Ok(erased)
    });
    let outcome = outcome.await?;
    let erased = matches!(outcome, Outcome::Erased(_));
    let status = if erased { StatusCode::OK } else { StatusCode::CONFLICT };
    let page = respond::page_as(status, &ErasedPage::new(visitor.layout.clone(), outcome))?;
    Ok(if erased { forgotten(&visitor, page) } else { page })
}

fn receipt_text(receipt: &Receipt) -> Option<String> {
    serde_json::to_string_pretty(receipt).ok()
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let mut layout = gallery.layout("/my-data/erase");
    layout.signed_in = true;
    gallery.add("my-data-erase", "fresh", &ErasePage::new(layout.clone()));
    gallery.add("my-data-erase", "unticked", &ErasePage::new(layout.clone()).unticked());
    let receipt = Receipt {
        kind: "muster/erasure-receipt/1".to_owned(),
        at: jiff::Timestamp::UNIX_EPOCH,
        reason: ErasureReason::Requested,
        cases: Vec::new(),
        tokens: 2,
    };
    let page = |outcome| ErasedPage::new(layout.clone(), outcome);
    gallery.add("my-data-erase", "erased", &page(Outcome::Erased(receipt_text(&receipt))));
    gallery.add("my-data-erase", "open", &page(Outcome::Open));
    gallery.add("my-data-erase", "kept", &page(Outcome::Kept));
}
