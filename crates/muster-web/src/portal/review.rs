//! Somebody else is asked to look at a decision again (capability J4): once for each decision, within 30 days, on the
//! person's own words or on none.

use super::{
    come_back,
    outcome::{self, OutcomeView},
};
use crate::{
    Failing, Layout,
    form::{Control, FaultLink, FieldView, Posted},
    respond::{self, see_other},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use muster_app::portal::{Outcome, Visit};
use muster_vocab::ReasonCode;

pub(crate) const PATH: &str = "/review";
const WORDS: &str = "grounds";
/// As long as an answer on the form may be.
const WORDS_MAX: usize = 4_000;

#[derive(Template)]
#[template(path = "portal/review.html")]
struct ReviewPage {
    layout: Layout,
    action: String,
    /// The decision; nothing where a review is not to be had, or not any more.
    outcome: Option<OutcomeView>,
    field: FieldView,
}

impl ReviewPage {
    fn new(layout: Layout, outcome: Option<&Outcome>, typed: &str) -> Self {
        let action = layout.href(PATH);
        let layout = layout.titled("review-title").back_to("/status");
        let outcome = outcome.filter(|outcome| outcome.review_until.is_some());
        let field = FieldView {
            name: WORDS.to_owned(),
            label: layout.say("review-words").to_owned(),
            hint: Some(layout.say("review-words-hint").to_owned()),
            error: None,
            autocomplete: String::new(),
            control: Control::LongText { value: typed.to_owned() },
        };
        Self { outcome: outcome.map(|outcome| OutcomeView::new(&layout, outcome)), action, field, layout }
    }

    fn too_long(mut self) -> Self {
        let most = [("most", WORDS_MAX.into())];
        self.field.error = Some(self.layout.say_with("review-too-long", &most));
        self.layout.faulty = true;
        self
    }

    fn faults(&self) -> Vec<FaultLink> {
        FaultLink::all(std::slice::from_ref(&self.field))
    }
}

/// `GET /{lang}/review`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    let Some(visit) = visitor.visit else { return come_back::signed_out(&visitor, None) };
    again(&visitor, visit, &Posted::default()).await
}

/// The page with what was typed before the session was over.
pub(crate) async fn again(visitor: &Visitor, visit: Visit, posted: &Posted) -> Result<Response, Failing> {
    let now = visitor.web.now();
    let outcome = visitor.web.run(move |app| app.outcome(visit, now)).await?;
    let mut layout = visitor.layout.clone();
    layout.signed_in = true;
    respond::page(&ReviewPage::new(layout, outcome.as_ref(), posted.get(WORDS)))
}

/// `POST /{lang}/review`
pub(crate) async fn ask(visitor: Visitor, posted: Posted) -> Result<Response, Failing> {
    let Some(visit) = visitor.visit else { return come_back::signed_out(&visitor, Some(&posted)) };
    let now = visitor.web.now();
    let grounds = posted.get(WORDS).to_owned();
    if grounds.chars().count() > WORDS_MAX {
        let outcome = visitor.web.run(move |app| app.outcome(visit, now)).await?;
        let page = ReviewPage::new(visitor.layout, outcome.as_ref(), &grounds).too_long();
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    visitor.web.run(move |app| app.ask_review(visit, &grounds, now)).await?;
    Ok(see_other(&visitor.href("/status")))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let mut layout = gallery.layout(PATH);
    layout.signed_in = true;
    let refused = outcome::sample(gallery.programme, &[ReasonCode::NoRequiredExperience]);
    let page = |outcome, typed| ReviewPage::new(layout.clone(), outcome, typed);
    let (possible, closed) = (page(Some(&refused), ""), page(None, ""));
    let long = page(Some(&refused), "I served.").too_long();
    gallery.add("review", "possible", &possible);
    gallery.add("review", "closed", &closed);
    gallery.add("review", "too-long", &long);
}
