//! Page 4 once more: a country came up, or a notice changed, since it was read (capability B3).

use super::{Draft, draft};
use crate::{
    Failing,
    browser::concerned,
    form::Posted,
    portal::{come_back, notice::NoticePage},
    respond::{self, see_other},
    visitor::Visitor,
};
use axum::{http::StatusCode, response::Response};
use muster_case::intake::RawAnswers;

fn page(visitor: &Visitor, answers: &RawAnswers) -> NoticePage {
    let action = visitor.href("/application/notice");
    let layout = visitor.layout.clone().back_to("/application/check");
    let mut page = NoticePage::new(layout, &visitor.web.app.programme.portal, &concerned(answers), action);
    page.changed = true;
    page
}

/// `GET /{lang}/application/notice`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    match draft(&visitor).await? {
        Ok(Draft { answers, .. }) => respond::page(&page(&visitor, &answers)),
        Err(elsewhere) => Ok(elsewhere),
    }
}

/// `POST /{lang}/application/notice`
pub(crate) async fn acknowledge(visitor: Visitor, posted: Posted) -> Result<Response, Failing> {
    if visitor.visit.is_none() {
        return come_back::signed_out(&visitor, Some(&posted));
    }
    let Draft { visit, answers } = match draft(&visitor).await? {
        Ok(draft) => draft,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let comprehension = &visitor.web.app.programme.portal.notices.general.comprehension;
    let answer = posted.get("understood");
    if !comprehension.is_right(answer) {
        let page = page(&visitor, &answers).answered_wrongly(comprehension, answer);
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (countries, now) = (concerned(&answers), visitor.web.now());
    visitor.web.run(move |app| app.acknowledge(visit, countries, now)).await?;
    Ok(see_other(&visitor.href("/application/check")))
}
