//! Screening by hand: a check that no machine made, recorded with where was looked, what came of it, and why.

use super::{Caller, told, words};
use crate::{
    Failing, Layout,
    form::{Choice, Control, FaultLink, FieldView, Posted},
    respond::{self, see_other},
    samples::Gallery,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use muster_app::{
    Failure,
    screening::{ByHand, HandHit, Recorded},
};
use muster_case::{
    Case,
    access::ReadCases,
    screening::{CheckOutcome, ListRef, Strength, UnvettableCause},
};
use muster_vocab::{CaseId, CommandId, Dice as _, OsDice, PersonalText};

#[derive(Template)]
#[template(path = "desk/check.html")]
struct CheckPage {
    layout: Layout,
    action: String,
    reference: String,
    /// What is recorded now, in words.
    stands: String,
    refused: Option<String>,
    once: String,
    fields: Vec<FieldView>,
    faults: Vec<FaultLink>,
}

/// What an outcome is called in the form and on the page: its word, and its message.
const OUTCOMES: [(&str, &str); 10] = [
    ("clear", "desk-check-clear"),
    ("hit", "desk-check-hit"),
    ("strong-hit", "desk-check-strong-hit"),
    ("adverse", "desk-check-adverse"),
    ("inconclusive", "desk-check-inconclusive"),
    ("no-records", "desk-check-no-records"),
    ("no-response", "desk-check-no-response"),
    ("documents", "desk-check-documents"),
    ("mission-capacity", "desk-check-mission-capacity"),
    ("hostile-area", "desk-check-hostile-area"),
];

/// What was typed.
#[derive(Default)]
struct Typed {
    posted: Posted,
    /// Whether complaints are shown.
    looked_at: bool,
    refused: Option<String>,
}

/// The outcome as the domain knows it, and how strong a hit is, if it is one.
fn outcome(word: &str) -> Option<(CheckOutcome, Option<Strength>)> {
    let unvettable = |cause| (CheckOutcome::Unvettable(cause), None);
    Some(match word {
        "clear" => (CheckOutcome::Clear, None),
        "hit" => (CheckOutcome::Hits, Some(Strength::Ordinary)),
        "strong-hit" => (CheckOutcome::Hits, Some(Strength::Strong)),
        "adverse" => (CheckOutcome::Adverse, None),
        "inconclusive" => (CheckOutcome::Inconclusive, None),
        "no-records" => unvettable(UnvettableCause::NoRecords),
        "no-response" => unvettable(UnvettableCause::NoResponse),
        "documents" => unvettable(UnvettableCause::Documents),
        "mission-capacity" => unvettable(UnvettableCause::MissionCapacity),
        "hostile-area" => unvettable(UnvettableCause::HostileAreaResidence),
        _ => return None,
    })
}

/// An outcome that is recorded, in words.
fn recorded(layout: &Layout, outcome: CheckOutcome) -> &str {
    match outcome {
        CheckOutcome::Clear => layout.say("desk-check-clear"),
        CheckOutcome::Hits => layout.say("desk-check-hit"),
        CheckOutcome::Adverse => layout.say("desk-check-adverse"),
        CheckOutcome::Inconclusive => layout.say("desk-check-inconclusive"),
        CheckOutcome::Unvettable(cause) => match cause {
            UnvettableCause::NoRecords => layout.say("desk-check-no-records"),
            UnvettableCause::NoResponse => layout.say("desk-check-no-response"),
            UnvettableCause::Documents => layout.say("desk-check-documents"),
            UnvettableCause::MissionCapacity => layout.say("desk-check-mission-capacity"),
            UnvettableCause::HostileAreaResidence => layout.say("desk-check-hostile-area"),
        },
    }
}

/// `GET /{lang}/desk/cases/{case}/checks/{check}`
pub(crate) async fn show(
    caller: Caller,
    Path((_, case, check)): Path<(String, String, String)>,
) -> Result<Response, Failing> {
    page(caller, &case, check, Typed::default(), StatusCode::OK).await
}

async fn page(
    caller: Caller,
    case: &str,
    check: String,
    typed: Typed,
    status: StatusCode,
) -> Result<Response, Failing> {
    let id: CaseId = case.parse().map_err(|_| Failing::NotFound)?;
    caller.permit::<ReadCases>()?;
    let (state, reference) = caller.web.run(move |app| Ok((app.load(id)?, app.reference(id)))).await?;
    // At the reception desk a check of its own kind may be added; elsewhere only what is asked for is there.
    let asked_for = state.checks.contains_key(&check) || caller.web.app.programme.checks.contains(&check);
    if !asked_for {
        return Err(Failing::NotFound);
    }
    let page = CheckPage::new(caller.layout, id, &check, &reference, &state, typed);
    respond::page_as(status, &page)
}

impl CheckPage {
    fn new(layout: Layout, case: CaseId, check: &str, reference: &str, state: &Case, typed: Typed) -> Self {
        let mut layout = layout.back_to(&format!("/desk/cases/{case}/"));
        let name = words::check(&layout, check);
        layout.title = layout.say_with("desk-check-title", &[("check", name.as_str().into())]);
        layout.path = format!("/desk/cases/{case}/checks/{check}");
        let stands = match state.checks.get(check) {
            Some(Some(outcome)) => {
                let outcome = recorded(&layout, *outcome);
                layout.say_with("desk-check-stands", &[("outcome", outcome.into())])
            }
            _ if state.left.contains(check) => layout.say("desk-check-left").to_owned(),
            _ => layout.say("desk-check-waits").to_owned(),
        };
        let fields = fields(&layout, &typed);
        let faults = FaultLink::all(&fields);
        layout.faulty = !faults.is_empty();
        let once = typed.posted.sent("once").map(str::to_owned);
        Self {
            action: layout.href(&layout.path),
            reference: layout.say_with("desk-hit-reference", &[("reference", reference.into())]),
            stands,
            refused: typed.refused,
            once: once.unwrap_or_else(|| OsDice.id::<CommandId>().to_string()),
            fields,
            faults,
            layout,
        }
    }
}

fn fields(layout: &Layout, typed: &Typed) -> Vec<FieldView> {
    let posted = &typed.posted;
    let complain = |wrong: bool, key: &str| (typed.looked_at && wrong).then(|| layout.say(key).to_owned());
    let choice = |(word, key): (&str, &str)| Choice {
        value: word.to_owned(),
        label: layout.say(key).to_owned(),
        chosen: posted.get("outcome") == word,
    };
    let text = |name: &str, label: &str, hint: &str, error: Option<String>, control| FieldView {
        name: name.to_owned(),
        label: layout.say(label).to_owned(),
        hint: Some(layout.say(hint).to_owned()),
        error,
        autocomplete: "off".to_owned(),
        control,
    };
    let line = |name: &str, width| Control::Text {
        value: posted.get(name).to_owned(),
        kind: "text",
        inputmode: "",
        width,
    };
    let long = |name: &str| Control::LongText { value: posted.get(name).to_owned() };
    let outcome = outcome(posted.get("outcome"));
    let is_hit = outcome.is_some_and(|(_, strength)| strength.is_some());
    vec![
        text(
            "source",
            "desk-check-source",
            "desk-check-source-hint",
            complain(!posted.has("source"), "desk-check-fault-source"),
            line("source", ""),
        ),
        text(
            "edition",
            "desk-check-edition",
            "desk-check-edition-hint",
            complain(!posted.has("edition"), "desk-check-fault-edition"),
            line("edition", "w10"),
        ),
        FieldView {
            name: "outcome".to_owned(),
            label: layout.say("desk-check-outcome").to_owned(),
            hint: Some(layout.say("desk-check-outcome-hint").to_owned()),
            error: complain(outcome.is_none(), "desk-check-fault-outcome"),
            autocomplete: String::new(),
            control: Control::One(OUTCOMES.into_iter().map(choice).collect()),
        },
        text(
            "says",
            "desk-check-says",
            "desk-check-says-hint",
            complain(is_hit && !posted.has("says"), "desk-check-fault-says"),
            long("says"),
        ),
        text(
            "reason",
            "desk-check-reason",
            "desk-check-reason-hint",
            complain(!posted.has("reason"), "desk-check-fault-reason"),
            long("reason"),
        ),
    ]
}

/// `POST /{lang}/desk/cases/{case}/checks/{check}`
pub(crate) async fn record(
    caller: Caller,
    Path((_, case, check)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let mut typed = Typed { posted: posted.clone(), looked_at: true, refused: None };
    let faulty = fields(&caller.layout, &typed).iter().any(|field| field.error.is_some());
    let id: CaseId = case.parse().map_err(|_| Failing::NotFound)?;
    let (Some((outcome, strength)), false, Ok(once)) =
        (outcome(posted.get("outcome")), faulty, posted.get("once").parse())
    else {
        return page(caller, &case, check, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let source = ListRef {
        list: posted.get("source").trim().to_owned(),
        edition: posted.get("edition").trim().to_owned(),
    };
    let hit = strength.map(|strength| HandHit { says: posted.get("says").to_owned(), strength });
    let reason = PersonalText(posted.get("reason").trim().to_owned());
    let by_hand = ByHand { case: id, check: check.clone(), outcome, source, hit, reason, once };
    let (officer, now) = (caller.officer.clone(), caller.web.now());
    let answer = caller
        .web
        .run(move |app| match app.record_by_hand(&officer, by_hand, &mut OsDice, now) {
            Err(Failure::Refused(refusal)) => Ok(Err(refusal)),
            Err(failure) => Err(failure),
            Ok(recorded) => Ok(Ok(recorded)),
        })
        .await?;
    let refused = match answer {
        Ok(Recorded::Done) => return Ok(see_other(&caller.href(&format!("/desk/cases/{id}/?done=check")))),
        Ok(Recorded::HeldBy(holder)) => told::held(&caller.layout, &holder),
        Err(refusal) => words::refusal(&caller.layout, &refusal),
    };
    typed.refused = Some(refused);
    page(caller, &case, check, typed, StatusCode::CONFLICT).await
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let case = CaseId::from(7);
    let page = |state: &Case, typed: Typed| {
        let layout = gallery.desk("/desk/cases/");
        CheckPage::new(layout, case, "criminal_record", "MU-7Q4K-22XY", state, typed)
    };
    let mut stands = Case::default();
    stands.checks.insert("criminal_record".into(), Some(CheckOutcome::Inconclusive));
    let mut left = Case::default();
    left.left.insert("criminal_record".into());
    let filled = || Posted::read(b"source=FBI&edition=2022-03-01&outcome=hit&reason=x").unwrap_or_default();
    let faulty = Typed { posted: filled(), looked_at: true, refused: None };
    let refused = Typed { posted: filled(), looked_at: false, refused: Some("–".into()) };
    let empty = Typed { looked_at: true, ..Typed::default() };
    let pages = [
        ("waits", page(&Case::default(), Typed::default())),
        ("stands", page(&stands, Typed::default())),
        ("left", page(&left, Typed::default())),
        ("empty", page(&left, empty)),
        ("faulty", page(&left, faulty)),
        ("refused", page(&left, refused)),
    ];
    for (state, page) in pages {
        gallery.add("desk-check", state, &page);
    }
}
