//! Page 16: who is at the desk. A passkey first, a code of an app second; in a play, a button for everybody in it.

pub(crate) mod enter;
mod onward;
mod passkey;
mod play;
pub(crate) mod step_up;

pub(crate) use onward::signed_out;
pub(crate) use passkey::{Asking, Sent, elsewhere, place};
pub use play::DemoAccount;

use super::Caller;
use crate::{
    Failing, Layout, cookie,
    form::{Control, FaultLink, FieldView, Posted},
    respond::{self, see_other, with_cookie},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use muster_app::desk::CodeShown;
use muster_vocab::StaffId;
use onward::Onward;
use play::Seat;
use serde::Deserialize;

/// The page that asks who it is.
#[derive(Template)]
#[template(path = "desk/sign-in.html")]
pub(crate) struct SignInPage {
    layout: Layout,
    action: String,
    asking: Option<Asking>,
    /// Where the same page stands under a name that a passkey can be bound to.
    elsewhere: Option<String>,
    account: FieldView,
    code: FieldView,
    onward: Onward,
    seats: Vec<Seat>,
    fault: Option<String>,
}

impl SignInPage {
    fn new(layout: Layout, onward: Onward, asking: Option<Asking>, seats: Vec<Seat>) -> Self {
        let action = layout.href("/desk/sign-in");
        let mut layout = layout.titled("desk-sign-in-title");
        "/desk/sign-in".clone_into(&mut layout.path);
        let (account, code) = (account_field(&layout, ""), code_field(&layout));
        Self { layout, action, asking, elsewhere: None, account, code, onward, seats, fault: None }
    }

    fn of(visitor: &Visitor, onward: Onward) -> Self {
        let seats = play::seats(&visitor.web, &visitor.layout);
        let asking = Asking::known(&visitor.web);
        let mut page = Self::new(visitor.layout.clone(), onward, asking, seats);
        page.elsewhere = elsewhere(&visitor.web, &visitor.headers, &page.layout);
        page
    }

    fn with_fault(mut self, fault: String) -> Self {
        self.fault = Some(fault);
        self.layout.faulty = true;
        self
    }

    fn with_wrong_code(mut self, account: &str, fault: String) -> Self {
        self.account = account_field(&self.layout, account);
        self.code.error = Some(fault);
        self.layout.faulty = true;
        self
    }

    fn faults(&self) -> Vec<FaultLink> {
        let whole = self.fault.iter().map(|text| FaultLink { href: "#main".to_owned(), text: text.clone() });
        whole.chain(FaultLink::all(std::slice::from_ref(&self.code))).collect()
    }
}

fn account_field(layout: &Layout, typed: &str) -> FieldView {
    FieldView {
        name: "account".to_owned(),
        label: layout.say("desk-sign-in-account").to_owned(),
        hint: Some(layout.say("desk-sign-in-account-hint").to_owned()),
        error: None,
        autocomplete: "username".to_owned(),
        control: Control::Text { value: typed.to_owned(), kind: "text", inputmode: "", width: "w10" },
    }
}

/// The field for the six digits of an app.
pub(crate) fn code_field(layout: &Layout) -> FieldView {
    FieldView {
        name: "code".to_owned(),
        label: layout.say("desk-sign-in-code").to_owned(),
        hint: Some(layout.say("desk-sign-in-code-hint").to_owned()),
        error: None,
        autocomplete: "one-time-code".to_owned(),
        control: Control::Text { value: String::new(), kind: "text", inputmode: "numeric", width: "w10" },
    }
}

/// What the address may carry.
#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    next: String,
}

/// `GET /{lang}/desk/sign-in`
pub(crate) async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Failing> {
    respond::page(&SignInPage::of(&visitor, Onward::to(&visitor.web, &asked.next)))
}

/// `POST /{lang}/desk/sign-in`
pub(crate) async fn open(visitor: Visitor, posted: Posted) -> Result<Response, Failing> {
    let onward = Onward::of(&posted);
    let shown = match (posted.sent("play"), posted.sent("answer")) {
        (Some(token), _) => play::who(&visitor.web, token).ok_or(None),
        (None, Some(_)) => passkey::who(&visitor.web, &posted).await?.ok_or(None),
        (None, None) => {
            let from = visitor.client.to_string();
            match code_of(&visitor.web, posted.get("account"), posted.get("code"), from).await? {
                CodeShown::Right(staff) => Ok(staff),
                CodeShown::Wrong => Err(Some(visitor.layout.say("desk-sign-in-code-wrong").to_owned())),
                CodeShown::Wait { seconds } => Err(Some(wait(&visitor.layout, seconds))),
            }
        }
    };
    let page = SignInPage::of(&visitor, onward.clone());
    let page = match shown {
        Ok(staff) => return come_in(&visitor, staff, &onward).await,
        Err(Some(fault)) => page.with_wrong_code(posted.get("account").trim(), fault),
        Err(None) => page.with_fault(visitor.layout.say("desk-sign-in-passkey-wrong").to_owned()),
    };
    respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// How long to wait before the next code, in words.
pub(crate) fn wait(layout: &Layout, seconds: u32) -> String {
    layout.say_with("desk-sign-in-wait", &[("seconds", i64::from(seconds).into())])
}

/// Whose a typed code is.
pub(crate) async fn code_of(
    web: &crate::Web,
    account: &str,
    code: &str,
    from: String,
) -> Result<CodeShown, Failing> {
    let (now, account, code) = (web.now(), account.to_owned(), code.to_owned());
    web.run(move |app| app.show_code(&account, &code, &from, now)).await
}

/// Opens a session under a new token, ends the one this browser had, and leads on.
async fn come_in(visitor: &Visitor, staff: StaffId, onward: &Onward) -> Result<Response, Failing> {
    let (web, now) = (&visitor.web, visitor.web.now());
    let old = cookie::read(web, &visitor.headers, cookie::DESK).map(str::to_owned);
    let token = web.run(move |app| {
        if let Some(old) = old {
            app.close_desk(&old)?;
        }
        app.open_desk(staff, now)
    });
    let token = token.await?;
    Ok(with_cookie(onward.follow(visitor, staff)?, cookie::set(web, cookie::DESK, token.as_str())))
}

/// `POST /{lang}/desk/sign-out`
pub(crate) async fn sign_out(caller: Caller) -> Result<Response, Failing> {
    let token = caller.token.clone();
    caller.web.run(move |app| app.close_desk(&token)).await?;
    let answer = see_other(&caller.href("/desk/sign-in"));
    Ok(with_cookie(answer, cookie::set(&caller.web, cookie::DESK, "")))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.layout("/desk/sign-in");
    let page =
        || SignInPage::new(layout.clone(), Onward::default(), Some(Asking::sample(&layout)), Vec::new());
    gallery.add("desk-sign-in", "first", &page());
    let mut held = page();
    held.onward = Onward::sample();
    gallery.add("desk-sign-in", "held", &held);
    let wrong = layout.say("desk-sign-in-code-wrong").to_owned();
    gallery.add("desk-sign-in", "wrong-code", &page().with_wrong_code("4f1c09ab", wrong));
    gallery.add("desk-sign-in", "wait", &page().with_wrong_code("4f1c09ab", wait(&layout, 16)));
    let wrong = layout.say("desk-sign-in-passkey-wrong").to_owned();
    gallery.add("desk-sign-in", "wrong-passkey", &page().with_fault(wrong));
    let mut number = page();
    number.elsewhere = Some("http://localhost:8080/en/desk/sign-in".to_owned());
    gallery.add("desk-sign-in", "number", &number);
    let mut played = page();
    played.seats = play::sample(&layout);
    gallery.add("desk-sign-in", "play", &played);
    onward::samples(gallery);
    enter::samples(gallery);
    step_up::samples(gallery);
}
