//! Refusals that objective findings propose, confirmed many at a time with one signature.

mod bulk;

pub(crate) use bulk::{show, sign, undo};

use super::Caller;
use crate::{
    Failing, Layout,
    form::Posted,
    respond::{self, see_other},
    samples::Gallery,
};
use askama::Template;
use axum::response::Response;
use muster_app::refusals::Group;
use muster_vocab::{BulkId, OsDice, ReasonCode};

#[derive(Template)]
#[template(path = "desk/refusals.html")]
struct RefusalsPage {
    layout: Layout,
    action: String,
    most: String,
    groups: Vec<GroupView>,
    bulks: Vec<BulkLine>,
}

struct GroupView {
    mission: String,
    code: &'static str,
    reason: String,
    cases: u64,
    button: String,
}

struct BulkLine {
    href: String,
    name: String,
    mission: String,
    state: String,
}

/// A state of a bulk in words.
fn state(layout: &Layout, state: &str) -> String {
    let key = match state {
        "drafted" => "desk-refusals-drafted",
        "signed" => "desk-refusals-signed",
        "running" => "desk-refusals-running",
        "undone" => "desk-refusals-undone",
        _ => "desk-refusals-done",
    };
    layout.say(key).to_owned()
}

/// The address of a bulk, without the language.
fn address(bulk: BulkId) -> String {
    format!("/desk/refusals/{bulk}/")
}

/// `GET /{lang}/desk/refusals/`
pub(crate) async fn list(caller: Caller) -> Result<Response, Failing> {
    let officer = caller.officer.clone();
    let (groups, bulks) =
        caller.web.run(move |app| Ok((app.refusal_groups(&officer)?, app.bulks(&officer)?))).await?;
    let most = caller.web.app.programme.bulk.most;
    let lines = bulks
        .into_iter()
        .map(|bulk| BulkLine {
            href: caller.href(&address(bulk.bulk)),
            name: format!("{} {}", bulk.code, super::moment(bulk.made_at)),
            state: state(&caller.layout, &bulk.state),
            mission: bulk.mission,
        })
        .collect();
    respond::page(&RefusalsPage::new(caller.layout, most, &groups, lines))
}

/// `POST /{lang}/desk/refusals/draft`
pub(crate) async fn draft(caller: Caller, posted: Posted) -> Result<Response, Failing> {
    let Ok(code) = posted.get("code").parse::<ReasonCode>() else {
        return Ok(see_other(&caller.href("/desk/refusals/")));
    };
    let mission = posted.get("mission").to_owned();
    let (officer, now) = (caller.officer.clone(), caller.web.now());
    let drafted =
        caller.web.run(move |app| app.draft_bulk(&officer, &mission, code, &mut OsDice, now)).await?;
    let onward = drafted.map_or_else(|| "/desk/refusals/".to_owned(), address);
    Ok(see_other(&caller.href(&onward)))
}

impl RefusalsPage {
    fn new(layout: Layout, most: u16, groups: &[Group], bulks: Vec<BulkLine>) -> Self {
        let layout = layout.titled("desk-refusals-title");
        let view = |group: &Group| {
            let reason = super::words::reason(&layout, group.code);
            let take = i64::try_from(group.cases).unwrap_or(i64::MAX).min(most.into());
            GroupView {
                mission: group.mission.clone(),
                code: group.code.code(),
                button: layout.say_with("desk-refusals-draft", &[("count", take.into())]),
                reason,
                cases: group.cases,
            }
        };
        let groups = groups.iter().map(view).collect();
        let most = layout.say_with("desk-refusals-most", &[("count", i64::from(most).into())]);
        Self { action: layout.href("/desk/refusals/draft"), most, groups, bulks, layout }
    }
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = || gallery.desk("/desk/refusals/");
    let group = |code, cases| Group { mission: "us-washington".into(), code, cases };
    let groups = [
        group(ReasonCode::OverAge, 3),
        group(ReasonCode::BarredNationality, 4),
        group(ReasonCode::OwnNational, 4),
        group(ReasonCode::ServingMember, 2),
        group(ReasonCode::CriminalHistory, 2),
        group(ReasonCode::NoRequiredExperience, 1_412),
        group(ReasonCode::Medical, 5),
        group(ReasonCode::Language, 5),
        group(ReasonCode::WantsNonCombat, 21),
    ];
    let line = |word: &str| BulkLine {
        href: layout().href(&address(BulkId::from(1))),
        name: "R07 2022-03-03 09:33".into(),
        mission: "us-washington".into(),
        state: state(&layout(), word),
    };
    let lines = ["drafted", "signed", "running", "undone", "done"].map(line).into();
    let full = RefusalsPage::new(layout(), 500, &groups, lines);
    let empty = RefusalsPage::new(layout(), 500, &[], Vec::new());
    gallery.add("desk-refusals", "waiting", &full);
    gallery.add("desk-refusals", "empty", &empty);
    bulk::samples(gallery);
}
