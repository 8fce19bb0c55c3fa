//! The first questions: what decides which notices are read aloud, and whether somebody is of age.

use crate::{
    Failing, Layout,
    browser::BeforeCase,
    desk::Caller,
    form::{Control, FaultLink, Posted},
    portal::{
        is_minor,
        questions::{self, QuestionView},
        today,
    },
    respond::{self, see_other, with_cookie},
    samples::Gallery,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use muster_app::{
    intake::answers::AnswerFault,
    programme::{Portal, Question},
};
use muster_case::intake::RawAnswers;

/// What has to be known before a notice can be read.
const NEEDED: [&str; 2] = ["born", "countries"];

#[derive(Template)]
#[template(path = "desk/assist-start.html")]
struct StartPage {
    layout: Layout,
    action: String,
    questions: Vec<QuestionView>,
    faults: Vec<FaultLink>,
}

fn needed(portal: &Portal) -> impl Iterator<Item = Question> {
    let asked = NEEDED.iter().filter_map(|id| portal.question(id));
    asked.map(|question| Question { tap: false, ..question.clone() })
}

impl StartPage {
    fn new(layout: Layout, portal: &Portal, answers: &RawAnswers, faults: &[AnswerFault]) -> Self {
        let mut layout = layout.titled("desk-assist-start-title").back_to("/desk/assist/");
        let views =
            needed(portal).map(|question| QuestionView::new(&layout, &question, answers, faults, false));
        let questions: Vec<QuestionView> = views.collect();
        let faults: Vec<FaultLink> = questions.iter().flat_map(QuestionView::faults).collect();
        layout.faulty = !faults.is_empty();
        Self { action: layout.href(&layout.path), layout, questions, faults }
    }
}

/// `GET /{lang}/desk/assist/{mission}/`
pub(crate) async fn show(
    caller: Caller,
    Path((_, code)): Path<(String, String)>,
) -> Result<Response, Failing> {
    super::mission(&caller, &code).await?;
    let portal = &caller.web.app.programme.portal;
    let before = BeforeCase::read(&caller.web, &caller.headers, &code);
    respond::page(&StartPage::new(caller.layout, portal, &before.answers, &[]))
}

/// `POST /{lang}/desk/assist/{mission}/`
pub(crate) async fn answer(
    caller: Caller,
    Path((_, code)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let mission = super::mission(&caller, &code).await?;
    let (web, now) = (caller.web.clone(), caller.web.now());
    let portal = &web.app.programme.portal;
    // Another person than the one before: nothing of theirs is left in the browser.
    let mut before = BeforeCase { mission: code, ..BeforeCase::default() };
    for question in needed(portal) {
        questions::take(&question, &posted, &mut before.answers);
    }
    if is_minor(&before.answers, now) {
        web.run(move |app| app.stop_minor(None, &mission, now)).await?;
        let told = see_other(&caller.href("/desk/assist/minor"));
        return Ok(with_cookie(told, BeforeCase::forget(&web)));
    }
    let faults: Vec<AnswerFault> = needed(portal)
        .flat_map(|question| questions::faults(&question, &before.answers, today(now)))
        .collect();
    if !faults.is_empty() {
        let page = StartPage::new(caller.layout, portal, &before.answers, &faults);
        return Ok(with_cookie(
            respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)?,
            before.cookie(&web),
        ));
    }
    let next = caller.href(&format!("/desk/assist/{mission}/notice"));
    Ok(with_cookie(see_other(&next), before.cookie(&web)))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let (layout, portal) = (gallery.desk("/desk/assist/us-washington/"), &gallery.programme.portal);
    let empty = RawAnswers::default();
    let page = |faults: &[AnswerFault]| StartPage::new(layout.clone(), portal, &empty, faults);
    gallery.add("desk-assist-start", "fresh", &page(&[]));
    let faults: Vec<AnswerFault> = needed(portal)
        .flat_map(|question| questions::faults(&question, &empty, crate::portal::SAMPLE_DAY))
        .collect();
    gallery.add("desk-assist-start", "faulty", &page(&faults));
}
