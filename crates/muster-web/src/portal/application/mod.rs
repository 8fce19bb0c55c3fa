//! A draft on its way: contact, tasks, questions, reading back, sending.

pub(crate) mod check;
pub(crate) mod confirm;
pub(crate) mod contact;
pub(crate) mod leave;
pub(crate) mod notice;
pub(crate) mod question;
pub(crate) mod tasks;

pub(crate) use contact::address;

use crate::{Failing, samples::Gallery, visitor::Visitor};
use axum::response::Response;
use muster_app::{
    portal::Visit,
    programme::{Portal, Question, Task},
};
use muster_case::{Stage, intake::RawAnswers};

/// A draft that is open.
pub(crate) struct Draft {
    /// Whose it is.
    pub(crate) visit: Visit,
    /// What was typed so far.
    pub(crate) answers: RawAnswers,
}

/// What a page with a draft needs, or where the visitor is led instead: to the return page without a session, to the
/// status page once the application was sent.
pub(crate) async fn draft(visitor: &Visitor) -> Result<Result<Draft, Response>, Failing> {
    let Some(visit) = visitor.visit else {
        return Ok(Err(super::come_back::signed_out(visitor, None)?));
    };
    let found = visitor.web.run(move |app| {
        let stage = app.load(visit.case)?.stage;
        Ok((stage, app.answers(visit)?))
    });
    let (stage, answers) = found.await?;
    if matches!(stage, Some(Stage::Draft | Stage::InfoRequested)) {
        return Ok(Ok(Draft { visit, answers }));
    }
    Ok(Err(crate::respond::see_other(&visitor.href("/status"))))
}

/// What the contact page asks, with its code: it is asked nowhere else.
const CONTACT: &str = "contact";

/// The answers of somebody with a case, sent or not: an address can be confirmed at any time.
pub(crate) async fn known(visitor: &Visitor) -> Result<Result<Draft, Response>, Failing> {
    let Some(visit) = visitor.visit else {
        return Ok(Err(super::come_back::signed_out(visitor, None)?));
    };
    let answers = visitor.web.run(move |app| app.answers(visit)).await?;
    Ok(Ok(Draft { visit, answers }))
}

/// The questions of an application that are asked after these answers, in order.
pub(crate) fn asked<'p>(portal: &'p Portal, answers: &RawAnswers) -> Vec<(&'p Task, &'p Question)> {
    let of = |task: &'p Task| portal.questions_of(task).map(move |question| (task, question));
    let shown = |question: &Question| question.id != CONTACT && question.shown(answers);
    portal.tasks().iter().flat_map(of).filter(|(_, question)| shown(question)).collect()
}

/// Answers of somebody made up, for samples.
pub(crate) fn sample_answers() -> RawAnswers {
    let typed = [
        ("born.day", "27"),
        ("born.month", "3"),
        ("born.year", "1990"),
        ("given", "Aroha"),
        ("family", "O’Neill"),
        ("nationalities.0", "US"),
        ("residence", "US"),
        ("email", "aroha@example.org"),
        ("experience", "combat"),
        ("languages", "en"),
    ];
    RawAnswers(typed.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    contact::samples(gallery);
    confirm::samples(gallery);
    tasks::samples(gallery);
    question::samples(gallery);
    check::samples(gallery);
    leave::samples(gallery);
}
