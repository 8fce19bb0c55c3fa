//! All questions on one page. Every POST saves what was typed, valid or not.

use super::{
    draft,
    notice::{notices, tick},
    path,
};
use crate::{
    Failing, Layout,
    desk::Caller,
    form::{Control, FaultLink, FieldView, Posted},
    portal::{
        is_minor,
        notice::NoticeView,
        today,
        whole::sheet::{self, Sheet},
    },
    respond::{self, see_other},
    samples::Gallery,
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use muster_app::{desk::Claimed, intake::answers::AnswerFault, programme::Portal};
use muster_case::{Stage, intake::RawAnswers};
use muster_vocab::{CaseId, Country};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "desk/assist-form.html")]
struct FormPage {
    layout: Layout,
    here: String,
    /// The questions, if the draft is open to this officer.
    sheet: Option<Sheet>,
    /// Notices that were not read aloud yet: their countries came up since.
    notices: Vec<NoticeView>,
    /// What is said where nobody knows the law well enough.
    lawyer: Vec<String>,
    /// Their codes.
    notice_of: String,
    /// To tick, once they were.
    aloud: Option<FieldView>,
    saved: bool,
    /// Who else types in it now, if what was sent could not be saved.
    held: Option<String>,
}

impl FormPage {
    fn new(
        layout: Layout,
        portal: &Portal,
        case: CaseId,
        reference: &str,
        answers: Option<&RawAnswers>,
        faults: &[AnswerFault],
        another: &str,
    ) -> Self {
        let mut layout = layout.back_to("/desk/assist/");
        layout.title = layout.say_with("desk-assist-form-title", &[("reference", reference.into())]);
        layout.faulty = !faults.is_empty();
        let sheet = answers.map(|answers| Sheet::new(&layout, portal, answers, faults, another));
        Self {
            here: layout.href(&path(case)),
            layout,
            sheet,
            notices: Vec::new(),
            lawyer: Vec::new(),
            notice_of: String::new(),
            aloud: None,
            saved: false,
            held: None,
        }
    }

    /// With the notices of countries that came up since; `missing` if one may not go on without.
    fn unread(mut self, portal: &Portal, unread: &BTreeSet<Country>, missing: bool) -> Self {
        if unread.is_empty() {
            return self;
        }
        (self.notices, self.lawyer) = notices(&self.layout, portal, unread);
        let mut field = tick(&self.layout, "notice", "desk-assist-notice", false);
        field.error = missing.then(|| self.layout.say("desk-assist-notice-missing").to_owned());
        self.layout.faulty |= missing;
        self.notice_of = unread.iter().map(Country::code).collect::<Vec<_>>().join(" ");
        self.aloud = Some(field);
        self
    }

    /// With who types in it now.
    fn held_by(mut self, name: Option<String>) -> Self {
        let name = name.unwrap_or_else(|| self.layout.say("desk-queue-held-by-somebody").to_owned());
        self.held = Some(self.layout.say_with("desk-assist-held", &[("name", name.as_str().into())]));
        self
    }

    fn faults(&self) -> Vec<FaultLink> {
        let mut faults = self.sheet.as_ref().map(Sheet::faults).unwrap_or_default();
        faults.extend(self.aloud.iter().flat_map(|field| FaultLink::all(std::slice::from_ref(field))));
        faults
    }
}

/// What was done just now, in the address.
#[derive(Deserialize, Default)]
pub(crate) struct Done {
    #[serde(default)]
    done: String,
}

/// `GET /{lang}/desk/cases/{case}/assist/`
pub(crate) async fn show(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Failing> {
    let (case, draft) = draft(&caller, &case).await?;
    if draft.stage != Some(Stage::Draft) {
        return Ok(see_other(&caller.href(&format!("{}receipt", path(case)))));
    }
    let portal = &caller.web.app.programme.portal;
    let page = FormPage::new(caller.layout, portal, case, &draft.reference, draft.answers.as_ref(), &[], "");
    respond::page(&FormPage { saved: done.done == "save", ..page.unread(portal, &draft.unread, false) })
}

/// `POST /{lang}/desk/cases/{case}/assist/open`
pub(crate) async fn open(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let (case, _) = draft(&caller, &case).await?;
    let (officer, now) = (caller.officer.clone(), caller.web.now());
    caller.web.run(move |app| app.open_assisted_draft(&officer, case, now)).await?;
    Ok(see_other(&caller.href(&path(case))))
}

/// `POST /{lang}/desk/cases/{case}/assist/`. The script is answered without a page.
pub(crate) async fn save(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let (case, draft) = draft(&caller, &case).await?;
    let (web, now) = (caller.web.clone(), caller.web.now());
    let portal = &web.app.programme.portal;
    let Some(mut answers) = draft.answers.filter(|_| draft.stage == Some(Stage::Draft)) else {
        return Err(Failing::NotNow);
    };
    sheet::take(portal, &posted, &mut answers);
    let alone = caller.headers.contains_key("x-autosave");
    // A birthday that is being typed stops nobody yet.
    if !alone && is_minor(&answers, now) {
        let visit = draft.visit;
        let stop = web.run(move |app| {
            let mission = app.load(visit.case)?.mission;
            mission.map_or(Ok(()), |mission| app.stop_minor(Some(visit), &mission, now))
        });
        stop.await?;
        return Ok(see_other(&caller.href("/desk/assist/minor")));
    }
    let another = posted.get("another");
    let page = |faults: &[AnswerFault]| {
        FormPage::new(caller.layout.clone(), portal, case, &draft.reference, Some(&answers), faults, another)
    };
    let officer = caller.officer.clone();
    if let Claimed::HeldBy(holder) = web.run(move |app| app.claim(&officer, case, now)).await? {
        let page = page(&[]).unread(portal, &draft.unread, false).held_by(holder.name);
        return respond::page_as(StatusCode::CONFLICT, &page);
    }
    // What was ticked is what the page showed, not what was typed since.
    let shown = posted.get("notice_of").split(' ').filter_map(|code| code.parse().ok());
    let aloud: BTreeSet<Country> = shown.filter(|_| posted.get("notice") == "yes").collect();
    let (officer, typed) = (caller.officer.clone(), answers.clone());
    web.run(move |app| app.save_assisted(&officer, case, typed, &aloud, now)).await?;
    if alone {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    if !another.is_empty() {
        return respond::page(&page(&[]).unread(portal, &draft.unread, false));
    }
    if posted.get("go") == "save" {
        let officer = caller.officer.clone();
        web.run(move |app| app.release(&officer, case)).await?;
        return Ok(see_other(&format!("{}?done=save", caller.href(&path(case)))));
    }
    let faults = sheet::read(portal, &answers, today(now)).err().unwrap_or_default();
    let (_, draft) = self::draft(&caller, &case.to_string()).await?;
    if faults.is_empty() && draft.unread.is_empty() {
        return Ok(see_other(&caller.href(&format!("{}check", path(case)))));
    }
    let page = page(&faults).unread(portal, &draft.unread, true);
    respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let case = CaseId::from(0x7a11);
    let (layout, portal) = (gallery.desk(&path(case)), &gallery.programme.portal);
    let (empty, begun) = (RawAnswers::default(), crate::portal::application::sample_answers());
    let page = |answers, faults: &[AnswerFault], another| {
        FormPage::new(layout.clone(), portal, case, "MU-7Q4K-22XY", answers, faults, another)
    };
    gallery.add("desk-assist-form", "fresh", &page(Some(&empty), &[], ""));
    let held = page(Some(&begun), &[], "").held_by(Some("Ivan Bondar".to_owned()));
    gallery.add("desk-assist-form", "held", &held);
    gallery.add("desk-assist-form", "masked", &page(None, &[], ""));
    gallery.add(
        "desk-assist-form",
        "saved",
        &FormPage { saved: true, ..page(Some(&begun), &[], "service-record") },
    );
    let faults = sheet::read(portal, &empty, crate::portal::SAMPLE_DAY).err().unwrap_or_default();
    let unread = ["CA"].iter().filter_map(|code| code.parse().ok()).collect();
    gallery.add("desk-assist-form", "faulty", &page(Some(&empty), &faults, "").unread(portal, &unread, true));
}
