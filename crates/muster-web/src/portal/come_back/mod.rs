//! Page 12: back to an application without an account: by the receipt, or by a code that goes to the address one gave
//! (capability C2). The answer is the same whether there is an application or not.

pub(crate) mod code;
pub(crate) mod held;
mod leave;
pub(crate) mod link;

pub(crate) use leave::{forgotten, leave};

use self::held::Held;
use super::{my_data::correct, review};
use crate::{
    Failing, Layout, Web, cookie,
    form::{Control, FaultLink, FieldView, Posted},
    respond::{self, see_other, with_cookie},
    samples::Gallery,
    sealing::Sealing,
    visitor::Visitor,
};
use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use muster_app::portal::{Address, PublicStep, Visit};
use muster_vocab::OsDice;
use serde::Deserialize;

const NEXT: &str = "next";
const NEXT_HOURS: i64 = 24;

#[derive(Template)]
#[template(path = "portal/return.html")]
struct ReturnPage {
    layout: Layout,
    action: String,
    receipt: FieldView,
    address: FieldView,
    onward: Onward,
}

impl ReturnPage {
    fn new(layout: Layout, onward: Onward) -> Self {
        let action = layout.href("/return");
        let layout = layout.titled("return-title");
        let (receipt, address) = (receipt_field(&layout, ""), address_field(&layout, ""));
        Self { layout, action, receipt, address, onward }
    }

    fn with_wrong_receipt(mut self, typed: &str) -> Self {
        self.receipt = receipt_field(&self.layout, typed);
        self.receipt.error = Some(self.layout.say("return-receipt-unknown").to_owned());
        self.layout.faulty = true;
        self
    }

    fn with_wrong_address(mut self, typed: &str) -> Self {
        self.address = address_field(&self.layout, typed);
        self.address.error = Some(self.layout.say("return-address-fault").to_owned());
        self.layout.faulty = true;
        self
    }

    /// Whether something that was typed waits for the visitor.
    const fn holds(&self) -> bool {
        !self.onward.held.is_empty()
    }

    fn faults(&self) -> Vec<FaultLink> {
        let mut faults = FaultLink::all(std::slice::from_ref(&self.receipt));
        faults.extend(FaultLink::all(std::slice::from_ref(&self.address)));
        faults
    }
}

fn receipt_field(layout: &Layout, typed: &str) -> FieldView {
    FieldView {
        name: "receipt".to_owned(),
        label: layout.say("return-receipt").to_owned(),
        hint: Some(layout.say("return-receipt-hint").to_owned()),
        error: None,
        autocomplete: "off".to_owned(),
        control: Control::Text { value: typed.to_owned(), kind: "text", inputmode: "", width: "" },
    }
}

fn address_field(layout: &Layout, typed: &str) -> FieldView {
    FieldView {
        name: "address".to_owned(),
        label: layout.say("return-address").to_owned(),
        hint: Some(layout.say("return-address-hint").to_owned()),
        error: None,
        autocomplete: "email".to_owned(),
        control: Control::Text { value: typed.to_owned(), kind: "text", inputmode: "email", width: "" },
    }
}

/// Where the visitor was, as the pages of this folder carry it on: sealed, and empty if there is nothing.
#[derive(Default, Clone)]
pub(crate) struct Onward {
    /// What was being sent when it turned out that the session is over.
    held: String,
    /// The page that was asked for.
    next: String,
}

impl Onward {
    fn of(posted: &Posted) -> Self {
        Self { held: posted.get("held").to_owned(), next: posted.get(NEXT).to_owned() }
    }

    /// Leads to where the visitor was, with every word that was typed; else to what comes next.
    async fn follow(&self, visitor: &Visitor, visit: Visit) -> Result<Response, Failing> {
        let web = &visitor.web;
        if let Some(held) = Held::open(web, &self.held) {
            if held.path == correct::PATH {
                return correct::again(visitor, visit, &held.posted).await;
            }
            if held.path == review::PATH {
                return review::again(visitor, visit, &held.posted).await;
            }
            let next = held::replay(web, visit, &held).await?;
            return Ok(see_other(&visitor.href(&next)));
        }
        let next = match web.sealing.open::<String>(NEXT, &self.next, web.now()) {
            Some(next) => next,
            None => home(web, visit).await?.to_owned(),
        };
        Ok(see_other(&visitor.href(&next)))
    }
}

/// The page somebody most likely comes for.
async fn home(web: &Web, visit: Visit) -> Result<&'static str, Failing> {
    let now = web.now();
    let status = web.run(move |app| app.status(visit, now)).await?;
    Ok(if status.step == PublicStep::Draft { "/application/" } else { "/status" })
}

/// What a page that needs a session answers to somebody who has none: the way back in. What was posted is held, and
/// not lost.
///
/// # Errors
/// If the page cannot be written.
pub(crate) fn signed_out(visitor: &Visitor, posted: Option<&Posted>) -> Result<Response, Failing> {
    let (web, path) = (&visitor.web, visitor.layout.path.as_str());
    let Some(posted) = posted else {
        let next = web.sealing.seal(NEXT, held::page_of(path), Sealing::after(web.now(), NEXT_HOURS));
        return Ok(see_other(&visitor.href(&format!("/return?next={}", next.unwrap_or_default()))));
    };
    let onward = Onward { held: Held::seal(web, path, posted).unwrap_or_default(), next: String::new() };
    let mut layout = visitor.layout.clone();
    "/return".clone_into(&mut layout.path);
    respond::page_as(StatusCode::UNAUTHORIZED, &ReturnPage::new(layout, onward))
}

/// What the address may carry.
#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    next: String,
}

/// `GET /{lang}/return`
pub(crate) async fn show(visitor: Visitor, Query(asked): Query<Asked>) -> Result<Response, Failing> {
    let onward = Onward { next: asked.next, ..Onward::default() };
    respond::page(&ReturnPage::new(visitor.layout, onward))
}

/// `POST /{lang}/return`
pub(crate) async fn open(visitor: Visitor, posted: Posted) -> Result<Response, Failing> {
    let onward = Onward::of(&posted);
    if posted.sent("address").is_some() {
        return ask(&visitor, posted.get("address"), onward).await;
    }
    let typed = posted.get("receipt").to_owned();
    let found = visitor.web.run({
        let typed = typed.clone();
        move |app| app.visit_by_receipt(&typed)
    });
    if let Some(visit) = found.await? {
        return sign_in(&visitor, visit, &onward).await;
    }
    let page = ReturnPage::new(visitor.layout, onward).with_wrong_receipt(&typed);
    respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Writes a code to an address, if it is of an application. Nobody learns here whether it is.
async fn ask(visitor: &Visitor, typed: &str, onward: Onward) -> Result<Response, Failing> {
    let Some(address) = address_of(typed) else {
        let page = ReturnPage::new(visitor.layout.clone(), onward).with_wrong_address(typed.trim());
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let (language, now) = (visitor.layout.lang(), visitor.web.now());
    visitor.web.run(move |app| app.ask_return(None, address, language, &mut OsDice, now)).await?;
    respond::page(&code::CodePage::new(visitor.layout.clone(), typed.trim(), onward))
}

/// An address as people type it: with an at sign, or a number.
fn address_of(typed: &str) -> Option<Address> {
    let typed = typed.trim();
    if typed.contains('@') {
        typed.parse().ok().map(Address::Email)
    } else {
        typed.parse().ok().map(Address::Phone)
    }
}

/// Opens a new session, ends the one there was, and leads on.
async fn sign_in(visitor: &Visitor, visit: Visit, onward: &Onward) -> Result<Response, Failing> {
    let (web, now, old) = (&visitor.web, visitor.web.now(), visitor.token.clone());
    let opened = web.run(move |app| {
        if let Some(old) = old {
            app.close_session(&old)?;
        }
        app.open_session(visit, now)
    });
    let token = opened.await?;
    let response = onward.follow(visitor, visit).await?;
    Ok(with_cookie(response, cookie::set(web, cookie::VISIT, token.as_str())))
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.layout("/return");
    let page = || ReturnPage::new(layout.clone(), Onward::default());
    gallery.add("return", "fresh", &page());
    let held = Onward { held: "sealed".to_owned(), next: String::new() };
    gallery.add("return", "held", &ReturnPage::new(layout.clone(), held));
    gallery.add("return", "wrong-receipt", &page().with_wrong_receipt("7Q4K-22XY"));
    gallery.add("return", "wrong-address", &page().with_wrong_address("anna at example.org"));
    code::samples(gallery);
    link::samples(gallery);
    leave::samples(gallery);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_people_type_it() {
        assert!(matches!(address_of(" anna@example.org "), Some(Address::Email(_))));
        assert!(matches!(address_of("+1 202 555 0143"), Some(Address::Phone(_))));
        assert!(address_of("anna at example.org").is_none());
        assert!(address_of("").is_none());
    }
}
