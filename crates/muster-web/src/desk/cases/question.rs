//! What is asked of an applicant is read as they will read it, before it is sent.

use super::{
    act_page::{self, ActPage},
    forms::About,
    verb::Verb,
};
use crate::{
    Failing, Layout,
    desk::{Caller, act::Acting},
    form::Posted,
    respond::{self, see_other},
    samples::Gallery,
};
use askama::Template;
use axum::response::Response;
use muster_app::{
    desk::{Asked, CaseFile, Intent},
    letters::Preview,
};
use muster_vocab::CaseId;

#[derive(Template)]
#[template(path = "desk/case-question.html")]
struct QuestionPage {
    layout: Layout,
    case: String,
    action: String,
    about: String,
    acting: Acting,
    asked: Asked,
    /// The applicant's language: its name for itself, its tag, and its direction.
    language: (&'static str, &'static str, &'static str),
    ready: String,
    missing: String,
}

impl QuestionPage {
    fn new(layout: Layout, file: &CaseFile, asked: Asked, acting: Acting, typed: &Posted) -> Self {
        let case = layout.href(&format!("/desk/cases/{}/", file.id));
        let locale = layout.catalog().locale(asked.language);
        let locale = locale.unwrap_or_else(|| layout.catalog().default_locale());
        Self {
            action: format!("{case}{}", Verb::RequestInfo.word()),
            case,
            about: super::headline(&layout, file),
            acting,
            asked,
            language: (locale.own_name(), locale.tag(), locale.direction().word()),
            ready: typed.get("ready").to_owned(),
            missing: typed.get("missing").to_owned(),
            layout: layout.titled("desk-cases-question"),
        }
    }
}

/// The question as its applicant will find it; or the form again, where something is missing or is to be changed.
pub(super) async fn preview(caller: Caller, case: CaseId, posted: &Posted) -> Result<Response, Failing> {
    let file = act_page::open(&caller, case).await?;
    let verb = Verb::RequestInfo;
    if !verb.fits(&caller.officer, &file.case) {
        return Ok(see_other(&caller.href(&format!("/desk/cases/{case}/"))));
    }
    // What was looked at stays what it was: whatever happened meanwhile is told when it is sent.
    let acting = Acting { version: Acting::read(posted)?.version, ..Acting::fresh(file.version) };
    let programme = caller.web.app.programme.clone();
    if posted.sent("change").is_some() {
        let mut page = ActPage::new(caller.layout.clone(), &programme, &file, verb, Some(posted), None);
        page.acting = acting;
        return respond::page(&page);
    }
    let about = About { layout: &caller.layout, programme: &programme, case: &file.case, verb };
    let (ready, missing) = match about.intent(posted) {
        Ok(Intent::RequestInfo { ready, missing }) => (ready, missing),
        Ok(_) => return Err(Failing::NotUnderstood),
        Err(wrong) => return act_page::again(caller, case, verb, posted, wrong).await,
    };
    let (officer, at) = (caller.officer.clone(), caller.web.now());
    let site = caller.web.settings.public_url.clone().unwrap_or_default();
    let asked =
        caller.web.run(move |app| app.preview_question(&officer, case, (&ready, &missing), &site, at));
    let asked = asked.await?;
    respond::page(&QuestionPage::new(caller.layout, &file, asked, acting, posted))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let file = super::sample(gallery);
    let typed = Posted::read(b"ready=passport&missing=Which+unit%3F").unwrap_or_default();
    let letter = |by_telephone, body: &str| {
        let subject = "Ваше звернення MU-7Q4K-22XY".to_owned();
        Some(Preview { subject, body: body.to_owned(), by_telephone })
    };
    let short = "Є новина щодо вашого звернення MU-7Q4K-22XY.";
    let states = [
        ("mail", letter(false, "Добрий день!\n\nУ нас є запитання щодо вашого звернення.\n")),
        ("telephone", letter(true, short)),
        ("nobody", None),
    ];
    for (state, letter) in states {
        let layout = gallery.desk(&format!("/desk/cases/{}/request-info", file.id));
        let text = gallery.programme.requests.put("uk", &["passport".to_owned()], "Which unit?");
        let asked = Asked { language: "uk", text, letter };
        let page = QuestionPage::new(layout, &file, asked, Acting::fresh(7), &typed);
        gallery.add("desk-case-question", state, &page);
    }
}
