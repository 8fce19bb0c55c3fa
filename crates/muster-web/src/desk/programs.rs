//! Programs that act for an officer through the API: their tokens, each shown once.

use super::{Caller, account::day};
use crate::{
    Failing, Layout,
    desk::sign_in::step_up,
    form::{Choice, Control, FaultLink, FieldView, Posted},
    respond::{self, see_other},
    samples::Gallery,
};
use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use jiff::Timestamp;
use muster_app::desk::{ApiToken, IssueApiToken, NewApiToken};
use muster_vocab::{Digest, StaffId};
use serde::Deserialize;

const PATH: &str = "/desk/programs/";
/// For how many days a token can be asked for here.
const DAYS: [u32; 4] = [7, 30, 90, 365];
/// The longest label, in letters.
const LABEL_MAX: usize = 80;

#[derive(Template)]
#[template(path = "desk/programs.html")]
struct ProgramsPage {
    layout: Layout,
    programs: Vec<Program>,
    /// Whether a key was shown just now, so that a token may be issued.
    open: bool,
    step_up: String,
    label: FieldView,
    days: FieldView,
    done: bool,
}

struct Program {
    hash: String,
    label: String,
    says: String,
}

/// A token, shown once.
#[derive(Template)]
#[template(path = "desk/program-token.html")]
struct TokenPage {
    layout: Layout,
    says: String,
    token: String,
}

impl ProgramsPage {
    fn new(layout: Layout, tokens: Vec<ApiToken>, now: Timestamp, open: bool, posted: &Posted) -> Self {
        let layout = layout.titled("desk-programs-title").back_to("/desk/account/");
        let next = serde_urlencoded::to_string([("next", layout.href(PATH))]).unwrap_or_default();
        let asked = posted.get("days").parse().unwrap_or(30);
        let choice = |days: u32| Choice {
            value: days.to_string(),
            label: layout.say_with("desk-programs-day", &[("days", i64::from(days).into())]),
            chosen: days == asked,
        };
        let field = |name: &str, label, hint: Option<&str>, control| FieldView {
            name: name.to_owned(),
            label: layout.say(label).to_owned(),
            hint: hint.map(|hint| layout.say(hint).to_owned()),
            error: None,
            autocomplete: "off".to_owned(),
            control,
        };
        let value = posted.get("label").to_owned();
        let text = Control::Text { value, kind: "text", inputmode: "", width: "" };
        Self {
            programs: tokens.into_iter().map(|kept| program(&layout, kept, now)).collect(),
            open,
            step_up: format!("{}?{next}", layout.href("/desk/step-up")),
            label: field("label", "desk-programs-label", Some("desk-programs-label-hint"), text),
            days: field("days", "desk-programs-days", None, Control::One(DAYS.map(choice).into())),
            done: false,
            layout,
        }
    }

    fn with_fault(mut self) -> Self {
        self.label.error = Some(self.layout.say("desk-programs-label-wrong").to_owned());
        self.layout.faulty = true;
        self
    }

    fn faults(&self) -> Vec<FaultLink> {
        FaultLink::all(std::slice::from_ref(&self.label))
    }
}

fn program(layout: &Layout, kept: ApiToken, now: Timestamp) -> Program {
    let until = day(layout, kept.until_at);
    let key = if kept.until_at <= now { "desk-programs-over" } else { "desk-programs-until" };
    let mut says = layout.say_with(key, &[("day", until.as_str().into())]);
    says.push_str(" · ");
    match kept.used_at {
        Some(at) => {
            says.push_str(
                &layout.say_with("desk-programs-used", &[("day", day(layout, at).as_str().into())]),
            );
        }
        None => says.push_str(layout.say("desk-programs-never")),
    }
    Program { hash: kept.token.to_string(), label: kept.label, says }
}

async fn page_of(caller: &Caller, posted: &Posted) -> Result<ProgramsPage, Failing> {
    let (permit, staff) = (caller.permit::<IssueApiToken>()?, caller.officer.staff);
    let tokens = caller.web.run(move |app| app.api_tokens_of(permit, staff)).await?;
    let (layout, now) = (caller.layout.clone(), caller.web.now());
    Ok(ProgramsPage::new(layout, tokens, now, caller.officer.stepped_up, posted))
}

/// What the address may carry.
#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    done: String,
}

/// `GET /{lang}/desk/programs/`
pub(crate) async fn show(caller: Caller, Query(asked): Query<Asked>) -> Result<Response, Failing> {
    let mut page = page_of(&caller, &Posted::default()).await?;
    page.done = asked.done == "revoke";
    respond::page(&page)
}

/// `POST /{lang}/desk/programs/issue`
pub(crate) async fn issue(caller: Caller, posted: Posted) -> Result<Response, Failing> {
    if !caller.officer.stepped_up {
        return Ok(see_other(&step_up::address(&caller, &caller.href(PATH))));
    }
    let label = posted.get("label").trim().to_owned();
    let days = posted.get("days").parse().ok().filter(|days| DAYS.contains(days));
    let days = days.ok_or(Failing::NotUnderstood)?;
    if label.is_empty() || label.chars().count() > LABEL_MAX {
        let page = page_of(&caller, &posted).await?.with_fault();
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let new = NewApiToken { staff: caller.officer.staff, label, days };
    let (permit, now) = (caller.permit::<IssueApiToken>()?, caller.web.now());
    let (token, until) = caller.web.run(move |app| app.issue_api_token(permit, new, now)).await?;
    let mut layout = caller.layout.clone();
    PATH.clone_into(&mut layout.path);
    respond::page(&TokenPage::new(layout, token, until))
}

/// `POST /{lang}/desk/programs/revoke`
pub(crate) async fn revoke(caller: Caller, posted: Posted) -> Result<Response, Failing> {
    let (permit, staff) = (caller.permit::<IssueApiToken>()?, caller.officer.staff);
    let hash = posted.get("token").to_owned();
    caller
        .web
        .run(move |app| {
            let tokens = app.api_tokens_of(permit, staff)?;
            match tokens.into_iter().find(|kept| kept.token.to_string() == hash) {
                Some(kept) => app.revoke_api_token(permit, staff, kept.token),
                // Taken away before.
                None => Ok(()),
            }
        })
        .await?;
    Ok(see_other(&caller.href(&format!("{PATH}?done=revoke"))))
}

impl TokenPage {
    fn new(layout: Layout, token: String, until: Timestamp) -> Self {
        let layout = layout.titled("desk-programs-token-title").back_to(PATH);
        let says = layout.say_with("desk-programs-until", &[("day", day(&layout, until).as_str().into())]);
        Self { layout, says, token }
    }
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.desk(PATH);
    let kept = |label: &str, used_at| ApiToken {
        token: Digest::of(label.as_bytes()),
        staff: StaffId::from(1),
        label: label.to_owned(),
        made_at: Timestamp::UNIX_EPOCH,
        until_at: Timestamp::UNIX_EPOCH,
        used_at,
    };
    let both = || vec![kept("Export of the evening", Some(Timestamp::UNIX_EPOCH)), kept("Trial", None)];
    let page = |tokens, open| {
        ProgramsPage::new(layout.clone(), tokens, Timestamp::UNIX_EPOCH, open, &Posted::default())
    };
    gallery.add("desk-programs", "first", &page(Vec::new(), false));
    gallery.add("desk-programs", "open", &page(both(), true));
    gallery.add("desk-programs", "wrong-label", &page(both(), true).with_fault());
    let mut done = page(Vec::new(), true);
    done.done = true;
    gallery.add("desk-programs", "revoked", &done);
    let token = TokenPage::new(layout, "muster_x".to_owned(), Timestamp::UNIX_EPOCH);
    gallery.add("desk-program-token", "first", &token);
}
