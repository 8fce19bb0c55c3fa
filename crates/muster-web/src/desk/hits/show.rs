//! One hit: the applicant beside the entry, field by field, and the three answers.

mod samples;

pub(super) use samples::samples;

use super::{super::Caller, address, bits, done};
use crate::{Failing, Layout, form::FaultLink, respond};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use muster_app::{
    programme::HitReason,
    screening::{FieldRow, HitSheet},
    watchlist::{Entry, Field, Likeness, Part},
};
use muster_case::screening::{EntryChange, Ruling};
use muster_vocab::{CaseId, Dice as _, HitId, HumanId, OsDice, Role};

#[derive(Template)]
#[template(path = "desk/hit.html")]
pub(super) struct HitPage {
    layout: Layout,
    action: String,
    reference: String,
    case_href: String,
    /// What was just done to the hit before this one, in words.
    done: Option<String>,
    /// Why what was sent was not done, in words.
    refused: Option<String>,
    strong: bool,
    source: String,
    imported: Option<String>,
    bits: String,
    rows: Vec<RowView>,
    entry: Vec<(String, String)>,
    evidence: Option<String>,
    noted: Option<String>,
    before: Vec<BeforeView>,
    /// Who is needed now, or what was ruled, in words.
    state: String,
    /// Nothing if this officer cannot rule now.
    form: Option<FormView>,
    faults: Vec<FaultLink>,
}

struct RowView {
    field: String,
    likeness: String,
    class: &'static str,
    asked: String,
    listed: String,
    parts: Vec<String>,
}

struct BeforeView {
    line: String,
    same: bool,
    rationale: String,
}

struct FormView {
    once: String,
    groups: Vec<Group>,
    answer_fault: Option<String>,
    own: String,
    own_fault: Option<String>,
    /// The first officer's ruling, once this one has given an answer that differs.
    differs: Option<String>,
}

struct Group {
    legend: String,
    choices: Vec<AnswerView>,
}

struct AnswerView {
    id: String,
    /// The key that chooses it; the first nine have one.
    key: Option<u32>,
    value: String,
    label: String,
    chosen: bool,
}

/// What was typed, and what is wrong with it.
#[derive(Default, Clone)]
pub(super) struct Typed {
    pub(super) answer: String,
    pub(super) own: String,
    pub(super) once: Option<String>,
    pub(super) no_answer: bool,
    pub(super) no_words: bool,
    pub(super) differs: Option<Ruling>,
    pub(super) refused: Option<String>,
}

/// The case and the hit of an address.
pub(super) fn named(case: &str, hit: &str) -> Result<(CaseId, HitId), Failing> {
    Ok((case.parse().map_err(|_| Failing::NotFound)?, hit.parse().map_err(|_| Failing::NotFound)?))
}

/// `GET /{lang}/desk/cases/{case}/hits/{hit}/`
pub(crate) async fn show(
    caller: Caller,
    Path((_, case, hit)): Path<(String, String, String)>,
    uri: axum::http::Uri,
) -> Result<Response, Failing> {
    let (case, hit) = named(&case, &hit)?;
    let done = super::super::asked(&uri, "done").and_then(|word| done(&caller.layout, &word));
    page(caller, case, hit, done, Typed::default(), StatusCode::OK).await
}

/// The page of a hit with what was typed.
pub(super) async fn page(
    caller: Caller,
    case: CaseId,
    hit: HitId,
    done: Option<String>,
    typed: Typed,
    status: StatusCode,
) -> Result<Response, Failing> {
    let (permit, now) = (caller.permit()?, caller.web.now());
    let (sheet, reference) = caller
        .web
        .run(move |app| Ok((muster_app::screening::show(app, permit, case, hit, now)?, app.reference(case))))
        .await?;
    let officer = &caller.officer;
    let may = officer.roles.contains(&Role::Adjudicator).then_some(officer.human);
    let web = caller.web.clone();
    let reasons = &web.app.programme.hit_reasons;
    let page = HitPage::new(caller.layout, reference, &sheet, reasons, may, done, typed);
    respond::page_as(status, &page)
}

impl HitPage {
    fn new(
        layout: Layout,
        reference: String,
        sheet: &HitSheet,
        reasons: &[HitReason],
        adjudicator: Option<HumanId>,
        done: Option<String>,
        typed: Typed,
    ) -> Self {
        let mut layout = layout.titled("desk-hit-title").back_to("/desk/hits/");
        let action = layout.href(&format!("{}rule", address(sheet.case, sheet.hit)));
        layout.path = address(sheet.case, sheet.hit);
        let signed = sheet.first.map(|(human, _)| human);
        let open = sheet.state.ruling.is_none() && !sheet.other_proposal;
        let mine = adjudicator.is_some() && adjudicator == signed;
        let form = (open && adjudicator.is_some() && !mine).then(|| FormView::new(&layout, reasons, &typed));
        let mut faults = Vec::new();
        if let Some(form) = &form {
            let mut add = |fault: &Option<String>, href: &str| {
                faults.extend(fault.clone().map(|text| FaultLink { href: href.to_owned(), text }));
            };
            add(&form.answer_fault, "#answer-1");
            add(&form.own_fault, "#own");
        }
        layout.faulty = !faults.is_empty();
        let state = state(&layout, sheet, mine);
        let list = &sheet.state.list;
        let entry_id = sheet.state.scored.as_ref().map_or("", |scored| scored.entry.as_str());
        let noted = sheet.state.noted.as_ref().map(|(edition, change)| {
            let key = match change {
                EntryChange::Left => "desk-hit-noted-left",
                EntryChange::Changed => "desk-hit-noted-changed",
            };
            layout.say_with(key, &[("edition", edition.edition.as_str().into())])
        });
        Self {
            action,
            reference: layout.say_with("desk-hit-reference", &[("reference", reference.as_str().into())]),
            case_href: layout.href(&format!("/desk/cases/{}/", sheet.case)),
            done,
            refused: typed.refused,
            strong: sheet.takes_two(),
            source: format!("{} {} {entry_id}", list.list, list.edition),
            imported: sheet.imported_at.map(super::super::moment),
            bits: bits(sheet.state.scored.as_ref().map(|scored| scored.millibits)),
            rows: sheet.rows.iter().map(|row| RowView::new(&layout, row)).collect(),
            entry: sheet.entry.as_ref().map(|entry| remarks(&layout, entry)).unwrap_or_default(),
            evidence: sheet.evidence.clone(),
            noted,
            before: before(&layout, sheet),
            state,
            form,
            faults,
            layout,
        }
    }
}

/// Who is needed now, or what was ruled.
fn state(layout: &Layout, sheet: &HitSheet, mine: bool) -> String {
    let key = match sheet.state.ruling {
        Some(ruling) => return layout.say_with("desk-hit-ruled", &[("ruling", said(layout, ruling).into())]),
        None if sheet.other_proposal => "desk-hit-other-proposal",
        None if mine => "desk-hit-you-signed",
        None if sheet.first.is_some() => "desk-hit-second-needed",
        None if sheet.takes_two() => "desk-hit-two-needed",
        None => "desk-hit-one-needed",
    };
    layout.say(key).to_owned()
}

fn said(layout: &Layout, ruling: Ruling) -> &str {
    match ruling {
        Ruling::FalseMatch => layout.say("desk-hit-false-match"),
        Ruling::TrueMatch => layout.say("desk-hit-true-match"),
        Ruling::InconclusiveWithCondition => layout.say("desk-hit-inconclusive"),
    }
}

fn before(layout: &Layout, sheet: &HitSheet) -> Vec<BeforeView> {
    let view = |before: &muster_app::screening::Before| BeforeView {
        line: layout.say_with(
            "desk-hit-before-line",
            &[
                ("when", super::super::moment(before.at).as_str().into()),
                ("ruling", said(layout, before.ruling).into()),
                ("edition", before.list.edition.as_str().into()),
            ],
        ),
        same: before.same_content,
        rationale: before.rationale.clone().unwrap_or_default(),
    };
    sheet.before.iter().map(view).collect()
}

/// What else the publisher says of the entry.
fn remarks(layout: &Layout, entry: &Entry) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    if !entry.programmes.is_empty() {
        rows.push((layout.say("desk-hit-programmes").to_owned(), entry.programmes.join(", ")));
    }
    if let Some(remarks) = &entry.remarks {
        rows.push((layout.say("desk-hit-remarks").to_owned(), remarks.clone()));
    }
    rows
}

impl RowView {
    fn new(layout: &Layout, row: &FieldRow) -> Self {
        let field = match row.field {
            Field::Name => "desk-hit-field-name",
            Field::Born => "desk-hit-field-born",
            Field::Birthplace => "desk-hit-field-birthplace",
            Field::Nationality => "desk-hit-field-nationality",
            Field::Sex => "desk-hit-field-sex",
            Field::Father => "desk-hit-field-father",
            Field::Document => "desk-hit-field-document",
        };
        let values = |values: &[String]| {
            if values.is_empty() { layout.say("desk-hit-not-known").to_owned() } else { values.join("; ") }
        };
        let (likeness, class) = likeness(layout, row.likeness);
        Self {
            field: layout.say(field).to_owned(),
            likeness: likeness.to_owned(),
            class,
            asked: values(&row.asked),
            listed: values(&row.listed),
            parts: row.parts.iter().filter_map(|part| sentence(layout, part)).collect(),
        }
    }
}

fn likeness(layout: &Layout, likeness: Likeness) -> (&str, &'static str) {
    match likeness {
        Likeness::Same => (layout.say("desk-hit-same"), "same"),
        Likeness::Similar => (layout.say("desk-hit-similar"), "similar"),
        Likeness::Different => (layout.say("desk-hit-different"), "different"),
        Likeness::Unknown => (layout.say("desk-hit-unknown"), "unknown"),
    }
}

/// A part of the evidence; nothing where neither side has a value.
fn sentence(layout: &Layout, part: &Part) -> Option<String> {
    if part.asked.is_empty() && part.listed.is_empty() {
        return None;
    }
    let (word, _) = likeness(layout, part.likeness);
    let none = layout.say("desk-hit-nothing");
    let value = |text: &str| if text.is_empty() { none.to_owned() } else { text.to_owned() };
    let (asked, listed) = (value(&part.asked), value(&part.listed));
    let bits = format!("{:+.1}", part.bits.bits());
    Some(layout.say_with(
        "desk-hit-part",
        &[
            ("asked", asked.as_str().into()),
            ("listed", listed.as_str().into()),
            ("likeness", word.into()),
            ("bits", bits.as_str().into()),
        ],
    ))
}

/// The answers in the order of the keys: what clears most comes first.
const ANSWERS: [Ruling; 3] = [Ruling::FalseMatch, Ruling::TrueMatch, Ruling::InconclusiveWithCondition];

/// The word of a ruling in a form.
pub(super) const fn word(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::FalseMatch => "not-the-same",
        Ruling::TrueMatch => "the-same",
        Ruling::InconclusiveWithCondition => "cannot-tell",
    }
}

impl FormView {
    fn new(layout: &Layout, reasons: &[HitReason], typed: &Typed) -> Self {
        let mut number: u32 = 0;
        let groups = ANSWERS.into_iter().map(|ruling| {
            let choices: Vec<AnswerView> = reasons
                .iter()
                .filter(|reason| reason.ruling == ruling)
                .map(|reason| {
                    (format!("{}/{}", word(ruling), reason.word), reason.text.say(layout.lang()).to_owned())
                })
                .chain([(format!("{}/other", word(ruling)), layout.say("desk-hit-other-reason").to_owned())])
                .map(|(value, label)| {
                    number += 1;
                    let (id, key) = (format!("answer-{number}"), Some(number).filter(|key| *key < 10));
                    AnswerView { id, key, chosen: value == typed.answer, value, label }
                })
                .collect();
            Group { legend: said(layout, ruling).to_owned(), choices }
        });
        Self {
            once: typed.once.clone().unwrap_or_else(|| OsDice.id::<muster_vocab::CommandId>().to_string()),
            groups: groups.collect(),
            answer_fault: typed.no_answer.then(|| layout.say("desk-hit-fault-answer").to_owned()),
            own: typed.own.clone(),
            own_fault: typed.no_words.then(|| layout.say("desk-hit-fault-words").to_owned()),
            differs: typed
                .differs
                .map(|first| layout.say_with("desk-hit-differs", &[("ruling", said(layout, first).into())])),
        }
    }
}
