//! Everything read back in the applicant's language, in large print, on the screen or on paper; then sent.

use super::{draft, path};
use crate::{
    Failing, Layout,
    desk::Caller,
    portal::{questions, today, whole::sheet},
    respond::{self, see_other},
    samples::Gallery,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use muster_app::programme::Portal;
use muster_case::{Stage, intake::RawAnswers};
use muster_vocab::CaseId;

#[derive(Template)]
#[template(path = "desk/assist-check.html")]
struct CheckPage {
    layout: Layout,
    here: String,
    cards: Vec<(String, Vec<(String, String)>)>,
}

impl CheckPage {
    fn new(layout: Layout, portal: &Portal, case: CaseId, answers: &RawAnswers) -> Self {
        let layout = layout.titled("desk-assist-check-title").back_to(&path(case));
        let card = |task: &muster_app::programme::Task| {
            let asked = portal.questions_of(task).filter(|question| question.shown(answers));
            let rows: Vec<(String, String)> =
                asked.flat_map(|question| questions::in_words(&layout, question, answers)).collect();
            (layout.say(&format!("task-{}", task.id)).to_owned(), rows)
        };
        let cards = portal.tasks().iter().map(card).filter(|(_, rows)| !rows.is_empty()).collect();
        Self { here: layout.href(&path(case)), layout, cards }
    }
}

/// `GET /{lang}/desk/cases/{case}/assist/check`
pub(crate) async fn show(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let (case, draft) = draft(&caller, &case).await?;
    let Some(answers) = draft.answers.filter(|_| draft.stage == Some(Stage::Draft)) else {
        return Ok(see_other(&caller.href(&path(case))));
    };
    respond::page(&CheckPage::new(caller.layout, &caller.web.app.programme.portal, case, &answers))
}

/// `POST /{lang}/desk/cases/{case}/assist/check`
pub(crate) async fn send(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let (case, draft) = draft(&caller, &case).await?;
    let (web, now) = (caller.web.clone(), caller.web.now());
    let back = see_other(&caller.href(&path(case)));
    let Some(answers) = draft.answers.filter(|_| draft.stage == Some(Stage::Draft)) else { return Ok(back) };
    let Ok(read) = sheet::read(&web.app.programme.portal, &answers, today(now)) else { return Ok(back) };
    if !draft.unread.is_empty() {
        return Ok(back);
    }
    let officer = caller.officer.clone();
    web.run(move |app| app.send_assisted(&officer, case, read.dossier, read.kin, now)).await?;
    Ok(see_other(&caller.href(&format!("{}receipt", path(case)))))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let case = CaseId::from(0x7a11);
    let layout = gallery.desk(&format!("{}check", path(case)));
    let answers = crate::portal::application::sample_answers();
    let page = CheckPage::new(layout, &gallery.programme.portal, case, &answers);
    gallery.add("desk-assist-check", "filled", &page);
}
