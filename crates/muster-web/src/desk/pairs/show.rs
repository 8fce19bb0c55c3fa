//! One pair: both sides field by field, what a ruling would do, and the three answers.

use super::{
    super::{Caller, act::Acting, routes::PAIRS, words},
    Asked, Done, address, done,
    view::{self, MergeView, RowView, SideView},
};
use crate::{
    Failing, Layout,
    form::{FaultLink, Posted},
    respond,
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use muster_app::{
    desk::Officer,
    duplicates::{Pair, SameMeans},
    programme::Portal,
};
use muster_vocab::{CaseId, Section};

/// For what the values are shown that are masked to begin with.
const PURPOSES: [&str; 3] = ["compare", "contact", "verify"];
/// An answer's word, what it is called, and its reasons: a word and a sentence each.
type Ways = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// The answers in the order of the keys, each with what may be said for it in a few words; what none of them says is
/// said by the officer.
pub(super) const ANSWERS: [Ways; 3] = [
    (
        "same",
        "desk-pair-same",
        &[("identity", "desk-pair-reason-identity"), ("contact", "desk-pair-reason-contact")],
    ),
    (
        "different",
        "desk-pair-different",
        &[
            ("household", "desk-pair-reason-household"),
            ("birth", "desk-pair-reason-birth"),
            ("chance", "desk-pair-reason-chance"),
        ],
    ),
    ("unsure", "desk-pair-unsure", &[("little", "desk-pair-reason-little")]),
];

#[derive(Template)]
#[template(path = "desk/pair.html")]
pub(super) struct PairPage {
    layout: Layout,
    action: String,
    reveal: String,
    /// What was just done to the pair before this one.
    done: Option<Done>,
    /// Why what was sent was not done, in words.
    refused: Option<String>,
    alerts: Vec<String>,
    verdict: String,
    sides: [SideView; 2],
    rows: Vec<RowView>,
    masked: bool,
    purposes: Vec<(&'static str, String)>,
    merge: MergeView,
    /// Nothing if this officer cannot rule now.
    form: Option<FormView>,
    /// Why there is nothing to rule, if so.
    closed: Option<&'static str>,
    faults: Vec<FaultLink>,
}

struct FormView {
    acting: Acting,
    groups: Vec<Group>,
    answer_fault: Option<String>,
    own: String,
    own_fault: Option<String>,
}

struct Group {
    legend: &'static str,
    choices: Vec<AnswerView>,
}

struct AnswerView {
    id: String,
    /// The key that chooses it.
    key: usize,
    value: String,
    label: &'static str,
    chosen: bool,
}

/// What was typed, what is wrong with it, and what is known besides.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) answer: String,
    pub(super) own: String,
    pub(super) acting: Option<Acting>,
    pub(super) no_answer: bool,
    pub(super) no_words: bool,
    pub(super) refused: Option<String>,
    pub(super) revealed: bool,
    pub(super) asked: Asked,
}

/// The two cases of an address.
pub(super) fn named(case: &str, other: &str) -> Result<(CaseId, CaseId), Failing> {
    Ok((case.parse().map_err(|_| Failing::NotFound)?, other.parse().map_err(|_| Failing::NotFound)?))
}

/// `GET /{lang}/desk/pairs/{case}/{other}/`
pub(crate) async fn show(
    caller: Caller,
    Path((_, case, other)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failing> {
    let (case, other) = named(&case, &other)?;
    page(caller, case, other, Typed { asked, ..Typed::default() }, StatusCode::OK).await
}

/// `POST /{lang}/desk/pairs/{case}/{other}/reveal`: the page with what was masked. There is no address for it, and each
/// time is recorded on both cases.
pub(crate) async fn reveal(
    caller: Caller,
    Path((_, case, other)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let (case, other) = named(&case, &other)?;
    let purpose = PURPOSES.into_iter().find(|word| *word == posted.get("purpose"));
    let purpose = purpose.ok_or(Failing::NotUnderstood)?;
    let (officer, permit, at) = (caller.officer.clone(), caller.permit()?, caller.web.now());
    caller
        .web
        .run(move |app| {
            // Only who may look at the pair names a purpose for it.
            app.open_pair(&officer, permit, case, other, at)?;
            for case in [case, other] {
                app.reveal(permit, case, &[Section::Identity, Section::Contact], purpose, at)?;
            }
            Ok(())
        })
        .await?;
    page(caller, case, other, Typed { revealed: true, ..Typed::default() }, StatusCode::OK).await
}

/// The page of a pair with what was typed.
pub(super) async fn page(
    caller: Caller,
    case: CaseId,
    other: CaseId,
    typed: Typed,
    status: StatusCode,
) -> Result<Response, Failing> {
    let (officer, permit, at) = (caller.officer.clone(), caller.permit()?, caller.web.now());
    let pair = caller.web.run(move |app| app.open_pair(&officer, permit, case, other, at)).await?;
    let portal = &caller.web.app.programme.portal;
    respond::page_as(status, &PairPage::new(caller.layout, portal, &caller.officer, &pair, &typed))
}

impl PairPage {
    pub(super) fn new(
        layout: Layout,
        portal: &Portal,
        officer: &Officer,
        pair: &Pair,
        typed: &Typed,
    ) -> Self {
        let mut layout = layout.titled("desk-pair-title").back_to("/desk/pairs/");
        layout.path = address(pair.case.case, pair.other.case);
        let here = layout.href(&layout.path);
        let rules = officer.is_one_of(PAIRS);
        let form = (pair.suspected && rules).then(|| FormView::new(&layout, pair, typed));
        let mut faults = Vec::new();
        if let Some(form) = &form {
            let mut add = |fault: &Option<String>, href: &str| {
                faults.extend(fault.clone().map(|text| FaultLink { href: href.to_owned(), text }));
            };
            add(&form.answer_fault, "#answer-1");
            add(&form.own_fault, "#own");
        }
        layout.faulty = !faults.is_empty();
        let rows = view::rows(&layout, pair, typed.revealed);
        let sides = [&pair.case, &pair.other];
        Self {
            action: format!("{here}rule"),
            reveal: format!("{here}reveal"),
            done: done(&layout, &typed.asked),
            refused: typed.refused.clone(),
            alerts: sides.iter().filter_map(|side| view::alert(&layout, portal, side)).collect(),
            verdict: view::verdict(&layout, pair),
            sides: sides.map(|side| view::side(&layout, portal, side, officer.sees(&side.mission))),
            masked: rows.iter().any(|row| row.masked),
            rows,
            purposes: PURPOSES.map(|word| (word, words::purpose(&layout, word))).into(),
            merge: view::merge(&layout, pair),
            closed: match (pair.suspected, rules) {
                (false, _) => Some("desk-pair-settled"),
                (true, false) => Some("desk-pair-read-only"),
                (true, true) => None,
            },
            form,
            faults,
            layout,
        }
    }
}

impl FormView {
    fn new(layout: &Layout, pair: &Pair, typed: &Typed) -> Self {
        let possible = |word: &str| word != "same" || !matches!(pair.same_means, SameMeans::Not(_));
        let mut key = 0;
        let groups =
            ANSWERS.into_iter().filter(|(word, _, _)| possible(word)).map(|(word, legend, reasons)| {
                let reasons = reasons.iter().copied().chain([("other", "desk-pair-reason-other")]);
                let choices = reasons
                    .map(|(reason, label)| {
                        key += 1;
                        let value = format!("{word}/{reason}");
                        let chosen = value == typed.answer;
                        AnswerView { id: format!("answer-{key}"), key, value, label, chosen }
                    })
                    .collect();
                Group { legend, choices }
            });
        Self {
            acting: typed.acting.unwrap_or_else(|| Acting::fresh(pair.version)),
            groups: groups.collect(),
            answer_fault: typed.no_answer.then(|| layout.say("desk-hit-fault-answer").to_owned()),
            own: typed.own.clone(),
            own_fault: typed.no_words.then(|| layout.say("desk-hit-fault-words").to_owned()),
        }
    }
}
