//! Where somebody is helped to apply, and the drafts to go on with.

use super::path;
use crate::{
    Failing, Layout,
    desk::{Caller, words},
    respond,
    samples::Gallery,
};
use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use muster_app::{Programme, intake::AssistedDraft};
use muster_vocab::{CaseId, MissionCode};

#[derive(Template)]
#[template(path = "desk/assist.html")]
struct AssistPage {
    layout: Layout,
    missions: Vec<(String, String)>,
    drafts: Vec<DraftView>,
}

struct DraftView {
    href: String,
    reference: String,
    place: String,
    day: String,
}

impl AssistPage {
    fn new(
        layout: Layout,
        programme: &Programme,
        missions: &[MissionCode],
        drafts: Vec<AssistedDraft>,
    ) -> Self {
        let layout = layout.titled("desk-assist-title");
        let place = |code: &MissionCode| words::mission(&layout, &programme.portal, code.as_str());
        let missions =
            missions.iter().map(|code| (layout.href(&format!("/desk/assist/{code}/")), place(code)));
        let view = |draft: AssistedDraft| DraftView {
            href: layout.href(&path(draft.case)),
            reference: draft.reference,
            place: place(&draft.mission),
            day: muster_i18n::long_date(layout.locale(), crate::portal::today(draft.opened_at)),
        };
        Self { missions: missions.collect(), drafts: drafts.into_iter().map(view).collect(), layout }
    }
}

/// `GET /{lang}/desk/assist/`
pub(crate) async fn show(caller: Caller) -> Result<Response, Failing> {
    let programme = caller.web.app.programme.clone();
    let theirs =
        programme.portal.missions.iter().filter(|mission| caller.officer.sees(mission.code.as_str()));
    let mut missions = Vec::new();
    for code in theirs.map(|mission| &mission.code) {
        match super::mission(&caller, code.as_str()).await {
            Ok(code) => missions.push(code),
            Err(Failing::NotNow) => {}
            Err(failing) => return Err(failing),
        }
    }
    let officer = caller.officer.clone();
    let drafts = caller.web.run(move |app| app.assisted_drafts(&officer)).await?;
    respond::page(&AssistPage::new(caller.layout, &programme, &missions, drafts))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let (layout, programme) = (gallery.desk("/desk/assist/"), gallery.programme);
    let Some(code) = programme.portal.missions.first().map(|mission| mission.code.clone()) else { return };
    let draft = AssistedDraft {
        case: CaseId::from(0x7a11),
        reference: "MU-7Q4K-22XY".to_owned(),
        mission: code.clone(),
        opened_at: Timestamp::UNIX_EPOCH,
    };
    let some = AssistPage::new(layout.clone(), programme, &[code], vec![draft]);
    gallery.add("desk-assist", "some", &some);
    gallery.add("desk-assist", "none", &AssistPage::new(layout, programme, &[], Vec::new()));
}
