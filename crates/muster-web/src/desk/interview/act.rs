//! What an interviewer and a clerk do here. Every POST saves first.

use super::{
    ask, case_of,
    page::{build, not_done},
    path, sheet,
};
use crate::{
    Failing,
    desk::Caller,
    form::Posted,
    respond::{self, see_other},
};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use muster_app::interview::{Notes, SentRatings};
use muster_vocab::CaseId;

fn back(caller: &Caller, case: CaseId, done: &str) -> Response {
    let query = if done.is_empty() { String::new() } else { format!("?done={done}") };
    see_other(&format!("{}{query}", caller.href(&path(case))))
}

/// `POST /{lang}/desk/cases/{case}/interview/brief`
pub(crate) async fn open(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let (case, officer, now) = (case_of(&case)?, caller.officer.clone(), caller.web.now());
    match ask(&caller.web, move |app| app.open_brief(&officer, case, now)).await? {
        Ok(()) => Ok(back(&caller, case, "")),
        Err(refusal) => not_done(&caller, case, &refusal).await,
    }
}

/// What was noted so far, with what was sent now.
fn noted(caller: &Caller, posted: &Posted) -> Notes {
    sheet::take(&caller.web.app.programme.instrument, posted, Notes::default())
}

/// `POST /{lang}/desk/cases/{case}/interview/save`. The script is answered without a page.
pub(crate) async fn save(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let (case, officer, now) = (case_of(&case)?, caller.officer.clone(), caller.web.now());
    let notes = noted(&caller, &posted);
    match ask(&caller.web, move |app| app.save_notes(&officer, case, &notes, now)).await? {
        Ok(()) if caller.headers.contains_key("x-autosave") => Ok(StatusCode::NO_CONTENT.into_response()),
        Ok(()) => Ok(back(&caller, case, "save")),
        Err(refusal) => not_done(&caller, case, &refusal).await,
    }
}

/// `POST /{lang}/desk/cases/{case}/interview/send`
pub(crate) async fn send(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let (case, officer, now) = (case_of(&case)?, caller.officer.clone(), caller.web.now());
    let notes = noted(&caller, &posted);
    let sent = notes.clone();
    match ask(&caller.web, move |app| app.send_ratings(&officer, case, &sent, now)).await? {
        Ok(SentRatings::Taken(complete)) => {
            Ok(back(&caller, case, if complete { "complete" } else { "send" }))
        }
        Ok(SentRatings::Faulty(faults)) => {
            let (page, trade) = build(&caller, case).await?;
            let page = page.with_faults(&caller.web.app.programme, trade.as_deref(), &notes, &faults);
            respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
        Err(refusal) => not_done(&caller, case, &refusal).await,
    }
}

/// `POST /{lang}/desk/cases/{case}/interview/no-show`
pub(crate) async fn no_show(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let (case, officer, now) = (case_of(&case)?, caller.officer.clone(), caller.web.now());
    match ask(&caller.web, move |app| app.record_no_show(&officer, case, now)).await? {
        Ok(_) => Ok(back(&caller, case, "no-show")),
        Err(refusal) => not_done(&caller, case, &refusal).await,
    }
}

/// `POST /{lang}/desk/cases/{case}/interview/complete`
pub(crate) async fn complete(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let (case, officer, now) = (case_of(&case)?, caller.officer.clone(), caller.web.now());
    match ask(&caller.web, move |app| app.complete_interview(&officer, case, now)).await? {
        Ok(_) => Ok(back(&caller, case, "complete")),
        Err(refusal) => not_done(&caller, case, &refusal).await,
    }
}
