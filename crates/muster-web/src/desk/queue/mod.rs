//! Page 17: what waits. "Open next" first; the list is for looking, not for picking.

mod asked;
pub(crate) mod claim;
pub(crate) mod keys;
pub(crate) mod next;
mod row;

use super::Caller;
use crate::{
    Failing, Layout,
    respond::{self, see_other},
    samples::Gallery,
};
use askama::Template;
use asked::{Asked, Column, FilterBox, View};
use axum::{
    extract::Query,
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse as _, Response},
};
use jiff::Timestamp;
use muster_app::{
    Programme,
    desk::{Officer, QueuePage as Page, QueueRow},
};
use row::Row;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "desk/queue.html")]
struct QueuePage {
    layout: Layout,
    /// What is in the officer's hands.
    mine: Vec<Row>,
    rows: Vec<Row>,
    shown: u64,
    views: Vec<View>,
    boxes: Vec<FilterBox>,
    late: Option<String>,
    late_checked: bool,
    columns: Vec<Column>,
    sort: String,
    next_page: Option<String>,
    /// Whether some filter is set.
    narrowed: bool,
    /// The queue that "open next" is to look in, if one is chosen.
    queue: String,
    mission: String,
    /// Where to ask what is new since the page was made.
    news: String,
}

struct Told<'a> {
    officer: &'a Officer,
    asked: &'a Asked,
    page: Page,
    mine: Vec<QueueRow>,
    at: Timestamp,
}

impl QueuePage {
    fn new(layout: Layout, programme: &Programme, told: Told<'_>) -> Self {
        let Told { officer, asked, page, mine, at } = told;
        let row = |row: QueueRow| Row::new(&layout, programme, officer, row, at);
        let boxes = asked.boxes(&layout, &programme.portal, &page.counts);
        let late = (page.counts.late > 0 || asked.is_late())
            .then(|| layout.say_with("desk-queue-late-only", &[("count", page.counts.late.into())]));
        let next_page = page.next.as_ref().map(|after| layout.href(&asked.address("after", after)));
        let news = layout.href(&format!("/desk/new?since={}", at.as_second()));
        Self {
            mine: mine.into_iter().map(row).collect(),
            rows: page.rows.into_iter().map(row).collect(),
            shown: page.counts.shown,
            views: asked.views(&layout),
            boxes,
            late,
            late_checked: asked.is_late(),
            columns: asked.columns(&layout),
            sort: asked.sort.clone(),
            next_page,
            narrowed: asked.is_narrowed(),
            queue: asked.queue.clone(),
            mission: asked.mission.clone(),
            news,
            layout: layout.titled("desk-queue-title"),
        }
    }

    fn found(&self) -> String {
        self.layout.say_with("desk-queue-count", &[("count", self.shown.into())])
    }
}

/// `GET /{lang}/desk/`
pub(crate) async fn show(caller: Caller, Query(asked): Query<Asked>) -> Result<Response, Failing> {
    // Who has no work in any queue begins where their work is.
    match super::home(&caller.officer) {
        "/desk/" => {}
        elsewhere => return Ok(see_other(&caller.href(elsewhere))),
    }
    let at = caller.web.now();
    let (officer, filter, order, after) =
        (caller.officer.clone(), asked.filter(), asked.order(), asked.after.clone());
    let (page, mine) = caller
        .web
        .run(move |app| {
            let after = Some(after.as_str()).filter(|after| !after.is_empty());
            Ok((app.queue(&officer, &filter, order, after, at)?, app.my_work(&officer, at)?))
        })
        .await?;
    let told = Told { officer: &caller.officer, asked: &asked, page, mine, at };
    respond::page(&QueuePage::new(caller.layout, &caller.web.app.programme, told))
}

/// Since when something is new.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Since {
    since: i64,
}

/// `GET /{lang}/desk/new`: one sentence of plain text, or nothing.
pub(crate) async fn news(caller: Caller, Query(asked): Query<Since>) -> Result<Response, Failing> {
    let (officer, at) = (caller.officer.clone(), caller.web.now());
    let since = Timestamp::from_second(asked.since).map_err(|_| Failing::NotUnderstood)?;
    let count = caller.web.run(move |app| app.new_since(&officer, since, at)).await?;
    if count == 0 {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let sentence = caller.layout.say_with("desk-queue-new", &[("count", count.into())]);
    Ok(([(CONTENT_TYPE, "text/plain; charset=utf-8")], sentence).into_response())
}

pub(super) use row::{due as due_in_words, sample_officer};

/// The address of a case.
fn case_address(layout: &Layout, case: muster_vocab::CaseId) -> String {
    layout.href(&format!("/desk/cases/{case}/"))
}

/// To a case.
fn to_case(caller: &Caller, case: muster_vocab::CaseId) -> Response {
    see_other(&case_address(&caller.layout, case))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let programme = gallery.programme;
    let officer = row::sample_officer();
    let at = row::sample_time();
    for (state, asked, page, mine) in asked::samples() {
        let told = Told { officer: &officer, asked: &asked, page, mine, at };
        gallery.add("desk-queue", state, &QueuePage::new(gallery.desk("/desk/"), programme, told));
    }
    claim::samples(gallery);
    keys::samples(gallery);
    next::samples(gallery);
}
