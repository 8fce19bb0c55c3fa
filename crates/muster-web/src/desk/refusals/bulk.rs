//! One bulk: what it holds, the sample to look at, the signature, the time to undo it, and what became of each case.

use super::{
    super::{Caller, step_up, words},
    address, state,
};
use crate::{
    Failing, Layout,
    form::{FaultLink, Posted},
    portal::{country, language},
    respond::{self, see_other},
    samples::Gallery,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use muster_app::{
    Failure,
    case::Refusal,
    refusals::{BulkSheet, BulkSigned, SheetCase, SignBulk},
};
use muster_vocab::{BulkId, CaseId, HumanId, ReasonCode};
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "desk/bulk.html")]
struct BulkPage {
    layout: Layout,
    base: String,
    /// What it is and how it stands, in words.
    state: String,
    /// Whether this officer may sign it now.
    draft: bool,
    /// Until when it can be undone.
    undo_until: Option<String>,
    counts: Vec<(String, usize)>,
    sample: Vec<CaseView>,
    cases: Vec<CaseView>,
    rationale: String,
    rationale_fault: Option<String>,
    sample_fault: Option<String>,
    empty_fault: Option<String>,
    /// Whether the key must be shown before signing.
    key_needed: bool,
    too_late: bool,
    faults: Vec<FaultLink>,
}

struct CaseView {
    id: String,
    reference: String,
    codes: String,
    findings: Vec<String>,
    told: Vec<(String, String)>,
    looked: bool,
    out: bool,
    result: String,
}

/// What is missing in a draft that was to be signed.
#[derive(Default, Clone, Copy)]
struct Missing {
    rationale: bool,
    sample: usize,
    empty: bool,
    too_late: bool,
}

/// `GET /{lang}/desk/refusals/{bulk}/`
pub(crate) async fn show(
    caller: Caller,
    Path((_, bulk)): Path<(String, String)>,
) -> Result<Response, Failing> {
    page(caller, named(&bulk)?, Missing::default(), StatusCode::OK).await
}

fn named(bulk: &str) -> Result<BulkId, Failing> {
    bulk.parse().map_err(|_| Failing::NotFound)
}

async fn page(
    caller: Caller,
    bulk: BulkId,
    missing: Missing,
    status: StatusCode,
) -> Result<Response, Failing> {
    let officer = caller.officer.clone();
    let sheet = caller.web.run(move |app| app.bulk(&officer, bulk)).await?;
    let (me, stepped_up) = (caller.officer.human, caller.officer.stepped_up);
    respond::page_as(status, &BulkPage::new(caller.layout, &sheet, me, stepped_up, missing))
}

/// `POST /{lang}/desk/refusals/{bulk}/sign`
pub(crate) async fn sign(
    caller: Caller,
    Path((_, bulk)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let bulk = named(&bulk)?;
    let ids = |name: &str| -> BTreeSet<CaseId> {
        posted.get(name).split_whitespace().filter_map(|id| id.parse().ok()).collect()
    };
    let sign = SignBulk {
        bulk,
        rationale: posted.get("rationale").to_owned(),
        looked: ids("looked"),
        out: ids("out"),
    };
    let (officer, now) = (caller.officer.clone(), caller.web.now());
    match caller.web.run(move |app| app.sign_bulk(&officer, sign, now)).await? {
        BulkSigned::Signed { .. } => Ok(see_other(&caller.href(&address(bulk)))),
        BulkSigned::StepUp => Ok(step_up(&caller, &address(bulk))),
        BulkSigned::Missing { rationale, sample, empty } => {
            let missing = Missing { rationale, sample, empty, too_late: false };
            page(caller, bulk, missing, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// `POST /{lang}/desk/refusals/{bulk}/undo`
pub(crate) async fn undo(
    caller: Caller,
    Path((_, bulk)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let bulk = named(&bulk)?;
    let (officer, now) = (caller.officer.clone(), caller.web.now());
    let undone = caller
        .web
        .run(move |app| match app.undo_bulk(&officer, bulk, now) {
            Err(Failure::Refused(refusal @ Refusal::Unknown { .. })) => Err(refusal.into()),
            other => other,
        })
        .await?;
    if undone {
        return Ok(see_other(&caller.href(&address(bulk))));
    }
    page(caller, bulk, Missing { too_late: true, ..Missing::default() }, StatusCode::CONFLICT).await
}

impl BulkPage {
    fn new(layout: Layout, sheet: &BulkSheet, me: HumanId, stepped_up: bool, missing: Missing) -> Self {
        let mut layout = layout.back_to("/desk/refusals/");
        let bulk = &sheet.bulk;
        let name = bulk.code.parse().map_or_else(|_| bulk.code.clone(), |code| words::reason(&layout, code));
        layout.title = layout.say_with("desk-bulk-title", &[("reason", name.as_str().into())]);
        layout.path = address(bulk.bulk);
        let draft = bulk.state == "drafted" && bulk.human == me;
        let complain = |wrong: bool, key: &str| wrong.then(|| layout.say(key).to_owned());
        let rationale_fault = complain(missing.rationale, "desk-bulk-fault-rationale");
        let empty_fault = complain(missing.empty, "desk-bulk-fault-empty");
        let sample_fault = (missing.sample > 0).then(|| {
            let left = i64::try_from(missing.sample).unwrap_or(i64::MAX);
            layout.say_with("desk-bulk-fault-sample", &[("count", left.into())])
        });
        let link = |fault: &Option<String>, href: &str| {
            fault.clone().map(|text| FaultLink { href: href.to_owned(), text })
        };
        let faults: Vec<FaultLink> = [
            link(&sample_fault, "#sample"),
            link(&empty_fault, "#cases"),
            link(&rationale_fault, "#rationale"),
        ]
        .into_iter()
        .flatten()
        .collect();
        layout.faulty = !faults.is_empty();
        let view = |case: &SheetCase| CaseView::new(&layout, case);
        let (sample, cases) = if draft {
            let (sample, rest): (Vec<_>, Vec<_>) = sheet.cases.iter().partition(|case| case.of.sampled > 0);
            (sample.into_iter().map(view).collect(), rest.into_iter().map(view).collect())
        } else {
            (Vec::new(), sheet.cases.iter().map(view).collect())
        };
        let count = |word: &str| sheet.cases.iter().filter(|case| case.of.state == word).count();
        let counts = [
            ("in", "desk-bulk-count-in"),
            ("done", "desk-bulk-count-done"),
            ("refused", "desk-bulk-count-refused"),
            ("out", "desk-bulk-count-out"),
        ];
        let counts = counts.map(|(word, key)| (layout.say(key).to_owned(), count(word))).into();
        let undo_until = bulk.due_at.filter(|_| bulk.state == "signed").map(super::super::moment);
        Self {
            base: layout.href(&address(bulk.bulk)),
            state: state(&layout, &bulk.state),
            draft,
            undo_until,
            counts,
            sample,
            cases,
            rationale: sheet.rationale.clone(),
            rationale_fault,
            sample_fault,
            empty_fault,
            key_needed: draft && !stepped_up,
            too_late: missing.too_late,
            faults,
            layout,
        }
    }
}

impl CaseView {
    fn new(layout: &Layout, case: &SheetCase) -> Self {
        let codes: Vec<&str> = case.codes.iter().map(|code: &ReasonCode| code.code()).collect();
        let result = match (case.of.state.as_str(), case.of.why.as_str()) {
            ("done", _) => "desk-bulk-result-done",
            ("out", _) => "desk-bulk-result-out",
            ("refused", "held") => "desk-bulk-result-held",
            ("refused", "moved") => "desk-bulk-result-moved",
            ("refused", "signer") => "desk-bulk-result-signer",
            ("refused", _) => "desk-bulk-result-changed",
            _ => "desk-bulk-result-waits",
        };
        Self {
            id: case.of.case.to_string(),
            reference: case.reference.clone(),
            codes: codes.join(", "),
            findings: case.findings.clone(),
            told: case.told.as_ref().map(|told| rows(layout, told)).unwrap_or_default(),
            looked: case.of.sampled == 2,
            out: case.of.state == "out",
            result: layout.say(result).to_owned(),
        }
    }
}

type Told = (
    muster_app::case::intake::Identity,
    muster_app::case::intake::Background,
    muster_app::case::intake::Disclosures,
);

/// What somebody told, as far as rules read it.
fn rows(layout: &Layout, (identity, background, disclosures): &Told) -> Vec<(String, String)> {
    let list = |texts: Vec<String>| texts.join(", ");
    let row = |key: &str, value: String| (layout.say(key).to_owned(), value);
    let flag = |told: Option<bool>| match told {
        Some(true) => layout.say("desk-bulk-yes").to_owned(),
        Some(false) => layout.say("desk-bulk-no").to_owned(),
        None => layout.say("desk-bulk-not-told").to_owned(),
    };
    vec![
        row("desk-bulk-name", format!("{} {}", identity.name.given, identity.name.family)),
        row("desk-bulk-born", identity.born.to_string()),
        row(
            "desk-bulk-nationalities",
            list(identity.nationalities.iter().map(|one| country(layout, *one)).collect()),
        ),
        row("desk-bulk-residence", country(layout, identity.residence)),
        row("desk-bulk-experience", background.experience.word().replace('_', " ")),
        row("desk-bulk-years", background.service_years.to_string()),
        row(
            "desk-bulk-languages",
            list(background.languages.iter().map(|one| language(layout, *one)).collect()),
        ),
        row("desk-bulk-serving", background.serving.word().to_owned()),
        row("desk-bulk-criminal", flag(disclosures.criminal_record)),
        row("desk-bulk-medical", flag(disclosures.medical_bar)),
        row("desk-bulk-words", disclosures.words.clone()),
    ]
}

fn sample(state: &str, why: &[(&str, &str)]) -> BulkSheet {
    use muster_store::desk::{Bulk, BulkCase};
    let case = |(place, (state, why)): (usize, &(&str, &str))| SheetCase {
        of: BulkCase {
            case: CaseId::from(place as u128 + 1),
            sampled: u8::from(place == 0),
            seen: muster_vocab::Digest::ZERO,
            command: muster_vocab::CommandId::from(1),
            state: (*state).into(),
            why: (*why).into(),
        },
        reference: format!("MU-7Q4K-2{place}XY"),
        codes: vec![ReasonCode::NoRequiredExperience],
        findings: vec!["R07: experience is none (stated)".into()],
        told: None,
    };
    BulkSheet {
        bulk: Bulk {
            bulk: BulkId::from(1),
            mission: "us-washington".into(),
            code: "R07".into(),
            staff: muster_vocab::StaffId::from(2),
            human: HumanId::from(3),
            state: state.into(),
            made_at: super::super::SAMPLE_TIME,
            due_at: Some(super::super::SAMPLE_TIME),
            undone: None,
        },
        rationale: String::new(),
        cases: why.iter().enumerate().map(case).collect(),
    }
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let me = HumanId::from(3);
    let page = |sheet: &BulkSheet, key, missing| {
        BulkPage::new(gallery.desk("/desk/refusals/"), sheet, me, key, missing)
    };
    let waits = [("in", ""), ("in", ""), ("out", "")];
    let settled = [
        ("done", ""),
        ("refused", "held"),
        ("refused", "moved"),
        ("refused", "signer"),
        ("refused", "changed"),
        ("out", ""),
    ];
    let none = Missing::default();
    let faulty = Missing { rationale: true, sample: 1, empty: true, too_late: false };
    let pages = [
        ("draft", page(&sample("drafted", &waits), true, none)),
        ("draft-key", page(&sample("drafted", &waits), false, none)),
        ("faulty", page(&sample("drafted", &waits), true, faulty)),
        ("signed", page(&sample("signed", &waits), true, none)),
        ("too-late", page(&sample("running", &waits), true, Missing { too_late: true, ..none })),
        ("undone", page(&sample("undone", &waits), true, none)),
        ("done", page(&sample("done", &settled), true, none)),
    ];
    for (state, page) in pages {
        gallery.add("desk-bulk", state, &page);
    }
}
