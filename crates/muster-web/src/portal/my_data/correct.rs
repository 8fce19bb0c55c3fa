//! Correcting what was sent: the whole application once more, filled in.

use crate::{
    Failing, Layout,
    form::{Control, FaultLink, Posted},
    portal::{
        SAMPLE_DAY,
        application::sample_answers,
        come_back, today,
        whole::sheet::{self, Sheet},
    },
    respond::{self, see_other},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use muster_app::{
    intake::answers::AnswerFault,
    portal::{PublicStatus, Visit},
    programme::Portal,
};
use muster_case::intake::RawAnswers;

/// Where the form stands and is sent to.
pub(crate) const PATH: &str = "/my-data/correct";

#[derive(Template)]
#[template(path = "portal/my-data-correct.html")]
struct CorrectPage {
    layout: Layout,
    action: String,
    /// Nothing if it cannot be corrected any more.
    sheet: Option<Sheet>,
}

impl CorrectPage {
    fn new(
        layout: Layout,
        portal: &Portal,
        answers: &RawAnswers,
        faults: &[AnswerFault],
        another: &str,
    ) -> Self {
        let action = layout.href(PATH);
        let mut layout = layout.titled("my-data-correct-title").back_to("/my-data/");
        PATH.clone_into(&mut layout.path);
        layout.faulty = !faults.is_empty();
        let sheet = Sheet::new(&layout, portal, answers, faults, another);
        Self { layout, action, sheet: Some(sheet) }
    }

    fn closed(layout: Layout) -> Self {
        let action = layout.href(PATH);
        Self { layout: layout.titled("my-data-correct-title").back_to("/my-data/"), action, sheet: None }
    }

    fn faults(&self) -> Vec<FaultLink> {
        self.sheet.as_ref().map(Sheet::faults).unwrap_or_default()
    }
}

/// What was said, and what can be done now.
async fn read(visitor: &Visitor, visit: Visit) -> Result<(PublicStatus, RawAnswers), Failing> {
    let now = visitor.web.now();
    visitor.web.run(move |app| Ok((app.status(visit, now)?, app.answers(visit)?))).await
}

/// `GET /{lang}/my-data/correct`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    let Some(visit) = visitor.visit else { return come_back::signed_out(&visitor, None) };
    let (status, answers) = read(&visitor, visit).await?;
    if status.can.go_on || status.can.answer {
        return Ok(see_other(&visitor.href("/application/")));
    }
    if !status.can.correct {
        return respond::page(&CorrectPage::closed(visitor.layout));
    }
    let portal = &visitor.web.app.programme.portal;
    respond::page(&CorrectPage::new(visitor.layout, portal, &answers, &[], ""))
}

/// What was typed before the session was over, to be sent once more.
pub(crate) async fn again(visitor: &Visitor, visit: Visit, posted: &Posted) -> Result<Response, Failing> {
    let (_, mut answers) = read(visitor, visit).await?;
    let portal = &visitor.web.app.programme.portal;
    sheet::take(portal, posted, &mut answers);
    let mut layout = visitor.layout.clone();
    layout.signed_in = true;
    respond::page(&CorrectPage::new(layout, portal, &answers, &[], ""))
}

/// `POST /{lang}/my-data/correct`
pub(crate) async fn send(visitor: Visitor, posted: Posted) -> Result<Response, Failing> {
    let Some(visit) = visitor.visit else { return come_back::signed_out(&visitor, Some(&posted)) };
    let (status, mut answers) = read(&visitor, visit).await?;
    if !status.can.correct {
        return Err(Failing::NotNow);
    }
    let web = visitor.web.clone();
    let (portal, now) = (&web.app.programme.portal, web.now());
    sheet::take(portal, &posted, &mut answers);
    let another = posted.get("another");
    if !another.is_empty() {
        return respond::page(&CorrectPage::new(visitor.layout, portal, &answers, &[], another));
    }
    match sheet::read(portal, &answers, today(now)) {
        Ok(read) => {
            web.run(move |app| app.correct(visit, read.dossier, now)).await?;
            Ok(see_other(&visitor.href("/my-data/?corrected=yes")))
        }
        Err(faults) => {
            let page = CorrectPage::new(visitor.layout, portal, &answers, &faults, "");
            respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let mut layout = gallery.layout(PATH);
    layout.signed_in = true;
    let portal = &gallery.programme.portal;
    let answers = sample_answers();
    let filled = CorrectPage::new(layout.clone(), portal, &answers, &[], "");
    let faults = sheet::read(portal, &answers, SAMPLE_DAY).err().unwrap_or_default();
    let faulty = CorrectPage::new(layout.clone(), portal, &answers, &faults, "");
    gallery.add("my-data-correct", "filled", &filled);
    gallery.add("my-data-correct", "faulty", &faulty);
    gallery.add("my-data-correct", "closed", &CorrectPage::closed(layout));
}
