//! Page 8 within an application: every POST saves what was typed, valid or not.

use super::{Draft, asked, draft, sample_answers};
use crate::{
    Failing, Layout, Web,
    form::Posted,
    portal::{
        come_back, is_minor, pre_check::result::MinorPage, question_page::QuestionPage, questions,
        questions::QuestionView, today,
    },
    respond::{self, see_other, with_cookie},
    samples::Gallery,
    visitor::Visitor,
};
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use muster_app::{
    intake::answers::AnswerFault,
    portal::Visit,
    programme::{Portal, Question},
};
use muster_case::intake::RawAnswers;
use serde::Deserialize;

/// Where the visitor came from, so that a change leads back there.
#[derive(Deserialize, Default)]
pub(crate) struct From {
    #[serde(default)]
    from: String,
    #[serde(default)]
    another: String,
}

impl From {
    fn is_check(&self) -> bool {
        self.from == "check"
    }
}

fn page(
    layout: &Layout,
    portal: &Portal,
    question: &Question,
    answers: &RawAnswers,
    faults: &[AnswerFault],
    from: &From,
) -> QuestionPage {
    let view = QuestionView::new(layout, question, answers, faults, from.another == "yes");
    let tail = if from.is_check() { "?from=check" } else { "" };
    let action = layout.href(&format!("/application/questions/{}{tail}", question.id));
    let before =
        if from.is_check() { "/application/check".to_owned() } else { before(portal, answers, &question.id) };
    let layout = layout.clone().back_to(&before);
    let leave = layout.href("/application/leave");
    QuestionPage::new(layout, view, action).with_leave(leave)
}

/// The page before a question: the question before in its task, or the task list.
fn before(portal: &Portal, answers: &RawAnswers, id: &str) -> String {
    let all = asked(portal, answers);
    let place = all.iter().position(|(_, question)| question.id == id);
    let before = place.and_then(|place| Some((all[place].0, all.get(place.checked_sub(1)?)?)));
    match before {
        Some((task, (of, question))) if of.id == task.id => format!("/application/questions/{}", question.id),
        _ => "/application/".to_owned(),
    }
}

/// The page after a question: the next of its task, or the task list; after a change, what the change opened, or the
/// page it came from.
fn after(portal: &Portal, answers: &RawAnswers, id: &str, from: &From, today: jiff::civil::Date) -> String {
    let all = asked(portal, answers);
    if from.is_check() {
        let open = all.iter().find(|(_, question)| !questions::is_done(question, answers, today));
        return match open {
            Some((_, question)) => format!("/application/questions/{}?from=check", question.id),
            None => format!("/application/check?changed={id}#{id}"),
        };
    }
    let place = all.iter().position(|(_, question)| question.id == id);
    let next = place.and_then(|place| Some((all[place].0, all.get(place + 1)?)));
    match next {
        Some((task, (of, question))) if of.id == task.id => format!("/application/questions/{}", question.id),
        _ => "/application/".to_owned(),
    }
}

/// `GET /{lang}/application/questions/{question}`
pub(crate) async fn show(
    visitor: Visitor,
    Path((_, id)): Path<(String, String)>,
    Query(from): Query<From>,
) -> Result<Response, Failing> {
    let Draft { answers, .. } = match draft(&visitor).await? {
        Ok(draft) => draft,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let portal = &visitor.web.app.programme.portal;
    let question = portal.question(&id).ok_or(Failing::NotFound)?;
    // What was typed wrongly is still there, and so is the complaint.
    let today = today(visitor.web.now());
    let faults = if questions::is_begun(question, &answers) && from.another.is_empty() {
        questions::faults(question, &answers, today)
    } else {
        Vec::new()
    };
    respond::page(&page(&visitor.layout, portal, question, &answers, &faults, &from))
}

/// `POST /{lang}/application/questions/{question}`
pub(crate) async fn save(
    visitor: Visitor,
    Path((_, id)): Path<(String, String)>,
    Query(mut from): Query<From>,
    posted: Posted,
) -> Result<Response, Failing> {
    let web = visitor.web.clone();
    let portal = &web.app.programme.portal;
    let question = portal.question(&id).ok_or(Failing::NotFound)?;
    let Some(visit) = visitor.visit else { return come_back::signed_out(&visitor, Some(&posted)) };
    if let Err(elsewhere) = draft(&visitor).await? {
        return Ok(elsewhere);
    }
    let answers = keep(&web, visit, &id, &posted).await?;
    let now = web.now();
    if is_minor(&answers, now) {
        return stop_kindly(&visitor, visit).await;
    }
    let faults = questions::faults(question, &answers, today(now));
    if posted.has("another") && faults.is_empty() {
        "yes".clone_into(&mut from.another);
        return respond::page(&page(&visitor.layout, portal, question, &answers, &[], &from));
    }
    if !faults.is_empty() {
        let shown = page(&visitor.layout, portal, question, &answers, &faults, &from);
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown);
    }
    Ok(see_other(&visitor.href(&after(portal, &answers, &id, &from, today(now)))))
}

/// Saves what was sent for a question into the draft, as typed, and gives all answers.
///
/// # Errors
/// [`Failing::NotNow`] if the application was sent meanwhile.
pub(crate) async fn keep(web: &Web, visit: Visit, id: &str, posted: &Posted) -> Result<RawAnswers, Failing> {
    let question = web.app.programme.portal.question(id).cloned().ok_or(Failing::NotFound)?;
    let (posted, now) = (posted.clone(), web.now());
    let kept = web.run(move |app| {
        let before = app.answers(visit)?;
        let mut answers = before.clone();
        questions::take(&question, &posted, &mut answers);
        if posted.get("names_as_typed") == "yes" && question.fields.iter().any(|field| field.name == "family")
        {
            answers.0.insert("names_as_typed".to_owned(), "yes".to_owned());
        }
        if answers != before {
            app.save_answers(visit, answers.clone(), now)?;
        }
        Ok(answers)
    });
    kept.await
}

/// A birthday that turns out to be a minor's: everything typed is erased at once.
async fn stop_kindly(visitor: &Visitor, visit: Visit) -> Result<Response, Failing> {
    let now = visitor.web.now();
    let stopped = visitor.web.run(move |app| {
        let mission = app.load(visit.case)?.mission;
        if let Some(mission) = mission {
            app.stop_minor(Some(visit), &mission, now)?;
        }
        Ok(())
    });
    stopped.await?;
    let mut layout = visitor.layout.clone();
    layout.signed_in = false;
    let gone = crate::cookie::set(&visitor.web, crate::cookie::VISIT, "");
    Ok(with_cookie(respond::page(&MinorPage::new(layout))?, gone))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let programme = gallery.programme;
    let portal = &programme.portal;
    let (answers, empty) = (sample_answers(), RawAnswers::default());
    for question in portal.tasks().iter().flat_map(|task| portal.questions_of(task)) {
        let layout = gallery.layout(&format!("/application/questions/{}", question.id));
        let from = From::default();
        gallery.add("question", "empty", &page(&layout, portal, question, &empty, &[], &from));
        let faults = questions::faults(question, &empty, crate::portal::SAMPLE_DAY);
        gallery.add("question", "faulty", &page(&layout, portal, question, &empty, &faults, &from));
        gallery.add("question", "filled", &page(&layout, portal, question, &answers, &[], &from));
    }
    if let Some(name) = portal.question("name") {
        let mut mixed = answers;
        mixed.0.insert("family".to_owned(), "Кovalenko".to_owned());
        let faults = questions::faults(name, &mixed, crate::portal::SAMPLE_DAY);
        let layout = gallery.layout("/application/questions/name");
        let shown = page(&layout, portal, name, &mixed, &faults, &From::default());
        gallery.add("question", "mixed-scripts", &shown);
    }
}
