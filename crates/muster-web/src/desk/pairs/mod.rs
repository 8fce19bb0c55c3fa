//! Page 21: cases that may be of one person, the likeliest first; each pair is opened, ruled on, and the next follows.

mod rule;
mod samples;
mod show;
pub(crate) mod unmerge;
mod view;

pub(crate) use rule::rule;
pub(super) use samples::{alert as sample_alert, samples};
pub(crate) use show::{reveal, show};
pub(super) use view::alert;

use super::{Caller, words};
use crate::{Failing, Layout, respond};
use askama::Template;
use axum::{extract::Query, response::Response};
use muster_app::{duplicates::PairRow, programme::Portal};
use muster_case::Stage;
use muster_vocab::CaseId;
use serde::Deserialize;

/// So many are shown at once.
const SHOWN: usize = 100;

/// What an address may carry: what was just done, to which case, and which page of the list is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    done: String,
    /// The case that rests now, for the way back.
    of: String,
    page: String,
}

/// What was just done, and how it is undone.
struct Done {
    text: String,
    undo: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/pairs.html")]
struct PairsPage {
    layout: Layout,
    done: Option<Done>,
    count: String,
    pairs: Vec<Line>,
    next_page: Option<String>,
}

/// A pair in the list.
struct Line {
    href: String,
    references: String,
    evidence: String,
    basis: String,
    missions: String,
    stages: String,
    since: String,
    refused: bool,
}

/// `GET /{lang}/desk/pairs/`
pub(crate) async fn list(caller: Caller, Query(asked): Query<Asked>) -> Result<Response, Failing> {
    let (officer, at) = (caller.officer.clone(), caller.web.now());
    let pairs = caller.web.run(move |app| app.duplicate_pairs(&officer, at)).await?;
    respond::page(&PairsPage::new(caller.layout, &caller.web.app.programme.portal, &pairs, &asked))
}

impl PairsPage {
    fn new(layout: Layout, portal: &Portal, pairs: &[PairRow], asked: &Asked) -> Self {
        let layout = layout.titled("desk-pairs-title");
        let pages = pairs.len().div_ceil(SHOWN).max(1);
        let page: usize = asked.page.parse().unwrap_or(1);
        let page = page.clamp(1, pages);
        let next_page = (page < pages).then(|| layout.href(&format!("/desk/pairs/?page={}", page + 1)));
        let line = |row: &PairRow| Line::new(&layout, portal, row);
        Self {
            done: done(&layout, asked),
            count: layout.say_with("desk-pairs-count", &[("count", (pairs.len() as u64).into())]),
            pairs: pairs.iter().skip((page - 1) * SHOWN).take(SHOWN).map(line).collect(),
            next_page,
            layout,
        }
    }
}

impl Line {
    fn new(layout: &Layout, portal: &Portal, row: &PairRow) -> Self {
        let both = |one: String, other: String| if one == other { one } else { format!("{one}; {other}") };
        let mission = |code: &str| words::mission(layout, portal, code);
        let stage = |stage: Stage| words::stage(layout, stage.word());
        Self {
            href: layout.href(&address(row.case, row.other)),
            references: layout.say_with(
                "desk-pairs-references",
                &[("one", row.reference.as_str().into()), ("other", row.other_reference.as_str().into())],
            ),
            evidence: row.bits.map_or_else(
                || layout.say("desk-pairs-by-hand").to_owned(),
                |bits| layout.say_with("desk-pairs-bits", &[("bits", view::bits(bits).as_str().into())]),
            ),
            basis: view::basis(layout, &row.basis),
            missions: both(mission(&row.mission), mission(&row.other_mission)),
            stages: both(stage(row.stage), stage(row.other_stage)),
            since: super::moment(row.since),
            refused: row.refused_there,
        }
    }
}

/// The address of a pair, without the language.
pub(super) fn address(case: CaseId, other: CaseId) -> String {
    format!("/desk/pairs/{case}/{other}/")
}

/// What was just done, by its word.
fn done(layout: &Layout, asked: &Asked) -> Option<Done> {
    let key = match asked.done.as_str() {
        "different" => "desk-pairs-done-different",
        "merged" => "desk-pairs-done-merged",
        "beside" => "desk-pairs-done-beside",
        "unsure" => "desk-pairs-done-unsure",
        "unmerged" => "desk-pairs-done-unmerged",
        _ => return None,
    };
    let rests = asked.of.parse::<CaseId>().ok().filter(|_| asked.done == "merged");
    let undo = rests.map(|case| layout.href(&format!("/desk/cases/{case}/unmerge")));
    Some(Done { text: layout.say(key).to_owned(), undo })
}
