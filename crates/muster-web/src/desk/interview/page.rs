//! The page of one interview: how it stands, the brief, the questions, the ratings.

use super::{
    case_of, path,
    sheet::{self, Asked, Compared},
};
use crate::{
    Failing, Layout,
    clocks::at_mission,
    desk::{Caller, words},
    form::{Control, FaultLink},
    respond,
};
use askama::Template;
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::Response,
};
use jiff::Timestamp;
use muster_app::{
    Programme,
    interview::{Assessment, Brief, Interview, Notes, READERS, RatingFault},
};
use muster_case::{Refusal, Stage};
use muster_vocab::{CaseId, Role};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "desk/interview.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is an offer of its own")]
pub(super) struct InterviewPage {
    layout: Layout,
    /// The path of the page.
    here: String,
    /// Where the case stands and when the talk is, in words.
    stands: String,
    starts: Option<String>,
    two_raters: bool,
    challenge: Option<String>,
    rated: String,
    /// What was done just now.
    done: Option<String>,
    /// Why something was not.
    refused: Option<String>,
    brief: Option<Vec<(String, String)>>,
    can_open: bool,
    can_book: bool,
    can_close: bool,
    no_show: bool,
    asked: Option<Vec<Asked>>,
    faults: Vec<FaultLink>,
    raters: Vec<String>,
    compared: Vec<Compared>,
    recommend: Option<String>,
}

/// What an officer may do here.
#[derive(Clone, Copy)]
pub(super) struct May {
    pub(super) book: bool,
    pub(super) open: bool,
    pub(super) rate: bool,
}

impl May {
    pub(super) fn of(caller: &Caller) -> Self {
        let has = |roles: &[Role]| caller.officer.is_one_of(roles);
        Self { book: has(&[Role::Clerk]), open: has(READERS), rate: has(&[Role::Interviewer]) }
    }
}

impl InterviewPage {
    pub(super) fn new(
        layout: Layout,
        programme: &Programme,
        case: CaseId,
        view: Interview,
        may: May,
        now: Timestamp,
    ) -> Self {
        let args = [("reference", view.reference.as_str().into())];
        let mut layout = layout;
        layout.title = layout.say_with("desk-interview-title", &args);
        layout.back = Some(layout.href(&format!("/desk/cases/{case}/")));
        let stage = view.stage.map(Stage::word).unwrap_or_default();
        let (have, need) = (view.rated.0 as i64, view.rated.1 as i64);
        let begun = view.booking.as_ref().is_some_and(|booking| booking.starts <= now);
        let trade = view.brief.as_ref().and_then(|brief| brief.background.trade.clone());
        let asks = view.can_rate && view.brief.is_some();
        let asked =
            asks.then(|| sheet::asked(&layout, &programme.instrument, trade.as_deref(), &view.notes, &[]));
        let recommend = (view.stage == Some(Stage::Interviewed) && may.rate)
            .then(|| layout.href(&format!("/desk/cases/{case}/recommend")));
        Self {
            here: layout.href(&path(case)),
            stands: words::stage(&layout, stage),
            starts: view
                .booking
                .as_ref()
                .map(|booking| at_mission(&layout, &programme.portal, view.mission.as_ref(), booking.starts)),
            two_raters: view.booking.as_ref().is_some_and(|booking| booking.critical_role),
            challenge: view.challenge,
            rated: layout.say_with("desk-interview-rated", &[("have", have.into()), ("need", need.into())]),
            done: None,
            refused: None,
            can_open: may.open && view.brief.is_none() && view.stage.is_some(),
            brief: view.brief.map(|brief| rows(&layout, &brief)),
            can_book: may.book && matches!(view.stage, Some(Stage::InterviewReady | Stage::InterviewBooked)),
            can_close: may.rate && view.stage == Some(Stage::InterviewBooked) && have >= need,
            no_show: may.book && begun && view.stage == Some(Stage::InterviewBooked),
            asked,
            faults: Vec::new(),
            raters: view.assessments.iter().map(|one| rater(&layout, one)).collect(),
            compared: sheet::compared(&layout, &programme.instrument, &view.assessments),
            recommend,
            layout,
        }
    }

    /// With what was typed and what it lacks.
    pub(super) fn with_faults(
        mut self,
        programme: &Programme,
        trade: Option<&str>,
        notes: &Notes,
        faults: &[(String, RatingFault)],
    ) -> Self {
        let asked = sheet::asked(&self.layout, &programme.instrument, trade, notes, faults);
        self.faults = sheet::faults(&asked);
        self.asked = Some(asked);
        self.layout.faulty = true;
        self
    }

    /// With why something was not done.
    pub(super) fn refusing(mut self, refusal: &Refusal) -> Self {
        self.refused = Some(words::refusal(&self.layout, refusal));
        self
    }

    /// With what was done just now.
    pub(super) fn done(mut self, done: &str) -> Self {
        let said = match done {
            "book" => Some("desk-interview-done-book"),
            "save" => Some("desk-interview-done-save"),
            "send" => Some("desk-interview-done-send"),
            "no-show" => Some("desk-interview-done-no-show"),
            "complete" => Some("desk-interview-done-complete"),
            _ => None,
        };
        self.done = said.map(|id| self.layout.say(id).to_owned());
        self
    }
}

/// Whose ratings, and when they were sent.
fn rater(layout: &Layout, one: &Assessment) -> String {
    let name = one.name.as_deref().unwrap_or(layout.say("desk-interview-somebody"));
    let day = muster_i18n::long_date(layout.locale(), crate::portal::today(one.at));
    let args =
        [("name", name.into()), ("day", day.as_str().into()), ("edition", one.instrument.as_str().into())];
    layout.say_with("desk-interview-rater", &args)
}

/// The brief on one page: label and value.
fn rows(layout: &Layout, brief: &Brief) -> Vec<(String, String)> {
    let (who, did) = (&brief.identity, &brief.background);
    let country = |country| crate::portal::country(layout, country);
    let choice = |field: &str, word: &str| {
        let id = format!("choice-{field}-{}", word.replace('_', "-"));
        layout.perhaps(&id).unwrap_or(word).to_owned()
    };
    let list = |all: Vec<String>| all.join(", ");
    let declared = words::provenance(layout, "declared");
    let mut rows = vec![
        ("desk-interview-name", who.name.full()),
        ("desk-interview-nationalities", list(who.nationalities.iter().copied().map(country).collect())),
        ("desk-interview-residence", country(who.residence)),
        (
            "desk-interview-experience",
            format!("{} ({declared})", choice("experience", did.experience.word())),
        ),
    ];
    if let Some(trade) = &did.trade {
        rows.push(("desk-interview-trade", format!("{} ({declared})", choice("trade", trade))));
    }
    if did.service_years > 0 {
        rows.push(("desk-interview-years", format!("{} ({declared})", did.service_years)));
    }
    for record in &did.service {
        let years = [record.from, record.to].into_iter().flatten().map(|year| year.to_string());
        let place = record.country.map(country).unwrap_or_default();
        let parts = [place, record.force.clone(), record.role.clone(), years.collect::<Vec<_>>().join("–")];
        let told: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        rows.push(("desk-interview-served", format!("{} ({declared})", told.join(", "))));
    }
    if !did.skills.is_empty() {
        rows.push((
            "desk-interview-skills",
            list(did.skills.iter().map(|skill| choice("skills", skill)).collect()),
        ));
    }
    let language = |code: &muster_vocab::Language| crate::portal::language(layout, *code);
    rows.push(("desk-interview-languages", list(did.languages.iter().map(language).collect())));
    for claim in &brief.facts {
        let known = words::provenance(layout, claim.provenance.word());
        rows.push(("desk-interview-fact", format!("{}: {} ({known})", claim.fact, claim.value)));
    }
    if !brief.finding.is_empty() {
        let codes =
            if brief.codes.is_empty() { String::new() } else { format!(" ({})", brief.codes.join(", ")) };
        rows.push(("desk-interview-finding", format!("{}{codes}", words::finding(layout, &brief.finding))));
    }
    rows.into_iter().map(|(label, value)| (layout.say(label).to_owned(), value)).collect()
}

/// What was done just now, in the address.
#[derive(Deserialize, Default)]
pub(crate) struct Done {
    #[serde(default)]
    done: String,
}

/// `GET /{lang}/desk/cases/{case}/interview/`
pub(crate) async fn show(
    caller: Caller,
    Path((_, case)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response, Failing> {
    let (page, _) = build(&caller, case_of(&case)?).await?;
    respond::page(&page.done(&done.done))
}

/// The page as the case stands now, and the trade if the brief is open.
pub(super) async fn build(caller: &Caller, case: CaseId) -> Result<(InterviewPage, Option<String>), Failing> {
    let (officer, now) = (caller.officer.clone(), caller.web.now());
    let view = caller.web.run(move |app| app.interview(&officer, case, now)).await?;
    let trade = view.brief.as_ref().and_then(|brief| brief.background.trade.clone());
    let programme = &caller.web.app.programme;
    Ok((InterviewPage::new(caller.layout.clone(), programme, case, view, May::of(caller), now), trade))
}

/// The page with why something was not done.
pub(super) async fn not_done(caller: &Caller, case: CaseId, refusal: &Refusal) -> Result<Response, Failing> {
    let (page, _) = build(caller, case).await?;
    respond::page_as(StatusCode::CONFLICT, &page.refusing(refusal))
}
