//! Taking a case into one's hands, and letting go of it.

use super::{case_address, to_case};
use crate::{
    Failing, Layout,
    desk::Caller,
    respond::{self, see_other},
    samples::Gallery,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use muster_app::desk::Claimed;
use muster_vocab::CaseId;

#[derive(Template)]
#[template(path = "desk/held.html")]
struct HeldPage {
    layout: Layout,
    case: String,
    holder: String,
}

impl HeldPage {
    fn new(layout: Layout, case: CaseId, holder: Option<String>) -> Self {
        let holder = holder.unwrap_or_else(|| layout.say("desk-queue-held-by-somebody").to_owned());
        let case = case_address(&layout, case);
        Self { layout: layout.titled("desk-held-title").back_to("/desk/"), case, holder }
    }

    fn says(&self) -> String {
        self.layout.say_with("desk-held-by", &[("name", (&self.holder).into())])
    }
}

fn read(case: &str) -> Result<CaseId, Failing> {
    case.parse().map_err(|_| Failing::NotFound)
}

/// `POST /{lang}/desk/cases/{case}/claim`
pub(crate) async fn claim(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let case = read(&case)?;
    let (officer, at) = (caller.officer.clone(), caller.web.now());
    match caller.web.run(move |app| app.claim(&officer, case, at)).await? {
        Claimed::Yours => Ok(to_case(&caller, case)),
        Claimed::HeldBy(holder) => {
            respond::page_as(StatusCode::CONFLICT, &HeldPage::new(caller.layout, case, holder.name))
        }
    }
}

/// `POST /{lang}/desk/cases/{case}/release`
pub(crate) async fn release(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let (case, officer) = (read(&case)?, caller.officer.clone());
    caller.web.run(move |app| app.release(&officer, case)).await?;
    Ok(see_other(&caller.href("/desk/")))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    for (state, name) in [("held", Some("Ivan Bondar".to_owned())), ("erased", None)] {
        let page = HeldPage::new(gallery.desk("/desk/cases/1/claim"), CaseId::from(1), name);
        gallery.add("desk-held", state, &page);
    }
}
