//! Where the officer was: the page that was asked for, or the form that was sent when the session was over already.

use super::SignInPage;
use crate::{
    Failing, Layout, Web, cookie,
    desk::Caller,
    form::Posted,
    respond::{self, see_other},
    samples::Gallery,
    sealing::Sealing,
    visitor::{self, Visitor},
};
use askama::Template;
use axum::{
    body::to_bytes,
    extract::{FromRequestParts as _, Request},
    http::{HeaderMap, Method, StatusCode},
    response::{IntoResponse as _, Response},
};
use muster_vocab::StaffId;
use serde::{Deserialize, Serialize};

const PURPOSE: &str = "desk-held";
const HOURS: i64 = 12;
/// A form that is longer is not held: its page would not come back.
const HELD_MAX: usize = 128 * 1024;

/// Where the officer was, as the page of sign-in carries it on.
#[derive(Default, Clone)]
pub(super) struct Onward {
    /// The path that was asked for; empty if none was.
    pub(super) next: String,
    /// The form that was sent, sealed; empty if none was.
    pub(super) held: String,
}

/// A form that could not be done yet.
#[derive(Serialize, Deserialize)]
struct Held {
    path: String,
    fields: Vec<(String, String)>,
    /// Whose it is, where that is known: nobody else reads it.
    staff: Option<StaffId>,
}

/// Seals what an officer sent who has to show a key first.
pub(super) fn hold(caller: &Caller, posted: &Posted) -> String {
    let fields = posted.fields().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let held = Held { path: caller.href(&caller.layout.path), fields, staff: Some(caller.officer.staff) };
    let web = &caller.web;
    web.sealing.seal(PURPOSE, held, Sealing::after(web.now(), HOURS)).unwrap_or_default()
}

/// The page with what this officer typed before the key was shown; nothing if nothing of theirs was held.
pub(super) fn held_by(caller: &Caller, held: &str) -> Option<Result<Response, Failing>> {
    let held = caller.web.sealing.open::<Held>(PURPOSE, held, caller.web.now())?;
    (held.staff == Some(caller.officer.staff)).then(|| {
        let mut layout = caller.layout.clone();
        "/desk/".clone_into(&mut layout.path);
        respond::page(&HeldPage::new(layout, held))
    })
}

/// What was typed, and a button to send it now: nothing is done behind anybody's back.
#[derive(Template)]
#[template(path = "desk/held-form.html")]
struct HeldPage {
    layout: Layout,
    action: String,
    fields: Vec<(String, String)>,
}

impl HeldPage {
    fn new(layout: Layout, held: Held) -> Self {
        Self { layout: layout.titled("desk-held-form-title"), action: held.path, fields: held.fields }
    }
}

/// Whether a path is a page of the desk here, and not an address of somewhere else.
fn is_of_the_desk(web: &Web, path: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.?&=%+".contains(c);
    path.chars().all(plain)
        && !path.contains("//")
        && visitor::language(&web.catalog, path).is_some_and(|(_, rest)| rest.starts_with("/desk/"))
}

/// A path that was asked for, if it is one of the desk.
pub(super) fn checked<'p>(web: &Web, path: &'p str) -> Option<&'p str> {
    Some(path).filter(|path| is_of_the_desk(web, path))
}

impl Onward {
    pub(super) fn to(web: &Web, next: &str) -> Self {
        Self { next: checked(web, next).unwrap_or_default().to_owned(), held: String::new() }
    }

    pub(super) fn of(posted: &Posted) -> Self {
        Self { next: posted.get("next").to_owned(), held: posted.get("held").to_owned() }
    }

    pub(super) fn sample() -> Self {
        Self { next: String::new(), held: "sealed".to_owned() }
    }

    /// Whether something that was typed waits.
    pub(super) const fn holds(&self) -> bool {
        !self.held.is_empty()
    }

    /// Leads to where the officer was, with every word that was typed. What a colleague typed is not shown to anybody
    /// else who signs in there.
    pub(super) fn follow(&self, visitor: &Visitor, staff: StaffId) -> Result<Response, Failing> {
        let web = &visitor.web;
        let held = web.sealing.open::<Held>(PURPOSE, &self.held, web.now());
        if let Some(held) = held.filter(|held| held.staff.is_none_or(|whose| whose == staff)) {
            let mut layout = visitor.layout.clone();
            "/desk/".clone_into(&mut layout.path);
            return respond::page(&HeldPage::new(layout, held));
        }
        let next = checked(web, &self.next).map_or_else(|| visitor.href("/desk/"), str::to_owned);
        Ok(see_other(&next))
    }
}

/// What somebody who is not signed in is answered: the page that asks who it is. What was sent is held, and not lost.
pub(crate) async fn signed_out(web: &Web, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let path = parts.uri.path().to_owned();
    let locale = visitor::language(&web.catalog, &path)
        .map_or_else(|| visitor::preferred(&web.catalog, &parts.headers), |(locale, _)| locale);
    let page = format!("/{}/desk/sign-in", locale.tag());
    if parts.method != Method::POST {
        let asked = parts.uri.path_and_query().map_or(path.as_str(), |asked| asked.as_str());
        let next = checked(web, asked).map(|next| serde_urlencoded::to_string([("next", next)]));
        return see_other(&next.and_then(Result::ok).map_or(page.clone(), |next| format!("{page}?{next}")));
    }
    let fields = match to_bytes(body, HELD_MAX).await {
        Ok(body) => serde_urlencoded::from_bytes::<Vec<(String, String)>>(&body).unwrap_or_default(),
        Err(_) => Vec::new(),
    };
    // A button alone says nothing that could be lost; nor does signing out wait for anybody.
    if fields.is_empty() || checked(web, &path).is_none() {
        return see_other(&page);
    }
    let staff = whose(web, &parts.headers).await;
    let held = web.sealing.seal(PURPOSE, Held { path, fields, staff }, Sealing::after(web.now(), HOURS));
    let Ok(visitor) = Visitor::from_request_parts(&mut parts, web).await else { return see_other(&page) };
    let onward = Onward { next: String::new(), held: held.unwrap_or_default() };
    respond::page_as(StatusCode::UNAUTHORIZED, &SignInPage::of(&visitor, onward))
        .unwrap_or_else(Failing::into_response)
}

/// Whose session ended, where that is still known.
async fn whose(web: &Web, headers: &HeaderMap) -> Option<StaffId> {
    let token = cookie::read(web, headers, cookie::DESK)?.to_owned();
    web.run(move |app| app.whose_desk(&token)).await.ok().flatten()
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let held = Held {
        path: "/en/desk/cases/00000000000000000000000000000001/note".to_owned(),
        fields: vec![("note".to_owned(), "asked twice".to_owned())],
        staff: None,
    };
    gallery.add("desk-held-form", "first", &HeldPage::new(gallery.layout("/desk/"), held));
}
