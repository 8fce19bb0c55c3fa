//! Undoing a merge, from the case that rests.

use super::super::{
    Caller,
    act::{self, Acting, NotDone, case_of},
    words,
};
use crate::{
    Failing, Layout,
    form::{Control, FaultLink, FieldView, Posted},
    respond::{self, see_other},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use muster_app::desk::Basis;
use muster_vocab::{CaseId, PersonalText};

#[derive(Template)]
#[template(path = "desk/unmerge.html")]
pub(super) struct UnmergePage {
    layout: Layout,
    case: String,
    action: String,
    reference: String,
    into: String,
    acting: Acting,
    field: FieldView,
    faults: Vec<FaultLink>,
    refused: Option<String>,
}

/// The two cases by their references.
pub(super) struct Rests {
    pub(super) case: CaseId,
    pub(super) reference: String,
    pub(super) into: String,
    pub(super) version: u64,
}

impl UnmergePage {
    pub(super) fn new(layout: Layout, rests: &Rests, typed: Option<(&str, Acting)>) -> Self {
        let case = format!("/desk/cases/{}/", rests.case);
        let mut layout = layout.titled("desk-unmerge-title").back_to(&case);
        let wrong = typed.is_some_and(|(why, _)| why.trim().is_empty());
        layout.faulty = wrong;
        let field = FieldView {
            name: "rationale".to_owned(),
            label: layout.say("desk-unmerge-why").to_owned(),
            hint: None,
            error: wrong.then(|| layout.say("desk-cases-empty").to_owned()),
            autocomplete: String::new(),
            control: Control::LongText { value: typed.map_or("", |(why, _)| why).to_owned() },
        };
        Self {
            action: layout.href(&format!("{case}unmerge")),
            case: layout.href(&case),
            reference: rests.reference.clone(),
            into: layout.say_with("desk-unmerge-into", &[("reference", rests.into.as_str().into())]),
            acting: typed.map_or_else(|| Acting::fresh(rests.version), |(_, acting)| acting),
            faults: FaultLink::all(std::slice::from_ref(&field)),
            field,
            refused: None,
            layout,
        }
    }

    pub(super) fn refused(mut self, why: String) -> Self {
        self.refused = Some(why);
        self.acting.once = Acting::fresh(0).once;
        self
    }
}

/// The case that rests, and where it went; nothing if it does not rest.
async fn rests(caller: &Caller, case: CaseId) -> Result<Option<Rests>, Failing> {
    caller
        .web
        .run(move |app| {
            let Some(into) = app.load(case)?.merged_into else { return Ok(None) };
            let (version, _) = app.since(case, 0)?;
            Ok(Some(Rests { case, reference: app.reference(case), into: app.reference(into), version }))
        })
        .await
}

/// `GET /{lang}/desk/cases/{case}/unmerge`
pub(crate) async fn show(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let case = case_of(&case)?;
    match rests(&caller, case).await? {
        Some(rests) => respond::page(&UnmergePage::new(caller.layout, &rests, None)),
        None => Ok(see_other(&caller.href(&format!("/desk/cases/{case}/")))),
    }
}

/// `POST /{lang}/desk/cases/{case}/unmerge`
pub(crate) async fn send(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let (case, acting) = (case_of(&case)?, Acting::read(&posted)?);
    let why = posted.get("rationale").trim().to_owned();
    let rested = rests(&caller, case).await?;
    if let Some(rests) = rested.as_ref().filter(|_| why.is_empty()) {
        let page = UnmergePage::new(caller.layout, rests, Some((&why, acting)));
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let (officer, at, rationale) = (caller.officer.clone(), caller.web.now(), PersonalText(why.clone()));
    let (layout, basis) = (caller.layout.clone(), Basis { version: acting.version, once: acting.once });
    let undone = caller
        .web
        .run(move |app| {
            let acted = app.undo_merge(&officer, case, basis, rationale, at);
            Ok(act::answered(&layout, app, acted))
        })
        .await?;
    match (undone, rested) {
        (Ok(_), _) => Ok(see_other(&caller.href("/desk/pairs/?done=unmerged"))),
        (Err(NotDone::Refused(refusal)), Some(rests)) => {
            let why_not = words::refusal(&caller.layout, &refusal);
            let page = UnmergePage::new(caller.layout, &rests, Some((&why, acting))).refused(why_not);
            respond::page_as(StatusCode::CONFLICT, &page)
        }
        (Err(not_done), _) => act::not_done(caller, case, &posted, not_done),
    }
}
