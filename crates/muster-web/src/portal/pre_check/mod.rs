//! Page 2: the pre-check, one question a page. Nothing of it is kept here: the answers travel sealed in the browser
//! (capability A1).

pub(crate) mod result;

use super::{
    here::Here,
    question_page::QuestionPage,
    questions::{self, QuestionView},
};
use crate::{
    Failing, Layout,
    browser::BeforeCase,
    form::Posted,
    respond::{self, see_other, with_cookie},
    samples::Gallery,
    visitor::Visitor,
};
use axum::{extract::Path, http::StatusCode, response::Response};
use muster_app::programme::Portal;
use muster_case::intake::RawAnswers;

/// Where a question stands among those of the pre-check, from 0.
fn place(portal: &Portal, id: &str) -> Result<usize, Failing> {
    portal.questions.pre_check.iter().position(|known| known == id).ok_or(Failing::NotFound)
}

/// The page before: the question before, or the start.
fn before(portal: &Portal, here: &Here, place: usize) -> String {
    match place.checked_sub(1).map(|before| &portal.questions.pre_check[before]) {
        Some(question) => here.path(&format!("/pre-check/{question}")),
        None => here.path("/"),
    }
}

fn page(layout: &Layout, portal: &Portal, here: &Here, question: QuestionView, place: usize) -> QuestionPage {
    let action = layout.href(&here.path(&format!("/pre-check/{}", question.id)));
    let layout = layout.clone().back_to(&before(portal, here, place));
    let (number, all) = (place as i64 + 1, portal.questions.pre_check.len() as i64);
    let progress = layout.say_with("questions-progress", &[("number", number.into()), ("all", all.into())]);
    QuestionPage::new(layout, question, action).with_progress(progress)
}

/// `GET /{lang}/at/{mission}/pre-check/{question}`
pub(crate) async fn show(
    mut visitor: Visitor,
    Path((_, mission, id)): Path<(String, String, String)>,
) -> Result<Response, Failing> {
    let here = Here::find(&mut visitor, &mission).await?;
    let portal = &visitor.web.app.programme.portal;
    let place = place(portal, &id)?;
    let question = portal.question(&id).ok_or(Failing::NotFound)?;
    let before = BeforeCase::read(&visitor.web, &visitor.headers, &mission);
    let view = QuestionView::new(&visitor.layout, question, &before.answers, &[], false);
    respond::page(&page(&visitor.layout, portal, &here, view, place))
}

/// `POST /{lang}/at/{mission}/pre-check/{question}`
pub(crate) async fn answer(
    mut visitor: Visitor,
    Path((_, mission, id)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let here = Here::find(&mut visitor, &mission).await?;
    let web = &visitor.web;
    let portal = &web.app.programme.portal;
    let place = place(portal, &id)?;
    let question = portal.question(&id).ok_or(Failing::NotFound)?;
    let mut before = BeforeCase::read(web, &visitor.headers, &mission);
    questions::take(question, &posted, &mut before.answers);
    let now = web.now();
    let faults = questions::faults(question, &before.answers, super::today(now));
    if !faults.is_empty() {
        let view =
            QuestionView::new(&visitor.layout, question, &before.answers, &faults, posted.has("another"));
        let shown = page(&visitor.layout, portal, &here, view, place);
        let response = respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown)?;
        return Ok(with_cookie(response, before.cookie(web)));
    }
    if super::is_minor(&before.answers, now) {
        return stop_kindly(&visitor, &here).await;
    }
    let next = match portal.questions.pre_check.get(place + 1) {
        Some(next) => here.path(&format!("/pre-check/{next}")),
        None => here.path("/pre-check/result"),
    };
    Ok(with_cookie(see_other(&visitor.href(&next)), before.cookie(web)))
}

/// A minor is stopped kindly: counted, and nothing is kept, not even in the browser (capability E7).
async fn stop_kindly(visitor: &Visitor, here: &Here) -> Result<Response, Failing> {
    let (mission, now) = (here.code.clone(), visitor.web.now());
    visitor.web.run(move |app| app.stop_minor(None, &mission, now)).await?;
    let page = result::MinorPage::new(visitor.layout.clone());
    Ok(with_cookie(respond::page(&page)?, BeforeCase::forget(&visitor.web)))
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    let Some(here) = Here::samples(gallery).into_iter().next() else { return };
    let programme = gallery.programme;
    let portal = &programme.portal;
    for (place, id) in portal.questions.pre_check.iter().enumerate() {
        let Some(question) = portal.question(id) else { continue };
        let layout = gallery.layout(&here.path(&format!("/pre-check/{id}")));
        let empty = RawAnswers::default();
        let view = QuestionView::new(&layout, question, &empty, &[], false);
        gallery.add("pre-check", "empty", &page(&layout, portal, &here, view, place));
        let faults = questions::faults(question, &empty, super::SAMPLE_DAY);
        let view = QuestionView::new(&layout, question, &empty, &faults, false);
        gallery.add("pre-check", "faulty", &page(&layout, portal, &here, view, place));
    }
    result::samples(gallery, &here);
}
