//! Search: who is on the telephone? By name in any script, by reference, e-mail address or number.
//!
//! What was typed is posted and the answer is a page of its own, so that no name ever stands in an address.

use super::{Caller, words};
use crate::{Failing, Layout, respond, samples::Gallery};
use askama::Template;
use axum::{extract::Form, response::Response};
use muster_app::{
    Programme,
    desk::{Found, SHOWN},
};
use muster_case::access::OpenSealed;
use serde::Deserialize;

/// What was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    q: String,
}

/// Somebody who was found, in words.
struct Row {
    href: String,
    reference: String,
    name: String,
    stage: String,
    mission: String,
}

/// How it came out.
enum Outcome {
    /// Nothing was looked for yet.
    Asks,
    /// The field was empty.
    Empty,
    /// These were found; perhaps nobody.
    Found(Vec<Row>),
}

#[derive(Template)]
#[template(path = "desk/search.html")]
struct SearchPage {
    layout: Layout,
    typed: String,
    outcome: Outcome,
}

impl SearchPage {
    fn new(layout: Layout, programme: &Programme, typed: String, found: Option<Vec<Found>>) -> Self {
        let row = |found: Found| Row {
            href: layout.href(&format!("/desk/cases/{}/", found.case)),
            reference: found.reference,
            name: found.name.unwrap_or_else(|| layout.say("desk-search-nameless").to_owned()),
            stage: words::stage(&layout, &found.stage),
            mission: words::mission(&layout, &programme.portal, &found.mission),
        };
        let outcome =
            found.map_or(Outcome::Asks, |found| Outcome::Found(found.into_iter().map(row).collect()));
        Self { typed, outcome, layout: layout.titled("desk-search-title").back_to("/desk/") }
    }

    fn empty(mut self) -> Self {
        self.outcome = Outcome::Empty;
        self.layout.faulty = true;
        self
    }

    fn told(&self, rows: &[Row]) -> String {
        let id = if rows.len() >= SHOWN { "desk-search-many" } else { "desk-search-count" };
        self.layout.say_with(id, &[("count", rows.len().into())])
    }
}

/// `GET /{lang}/desk/search`
pub(crate) async fn show(caller: Caller) -> Result<Response, Failing> {
    respond::page(&SearchPage::new(caller.layout, &caller.web.app.programme, String::new(), None))
}

/// `POST /{lang}/desk/search`
pub(crate) async fn look(caller: Caller, Form(typed): Form<Typed>) -> Result<Response, Failing> {
    let typed: String = typed.q.trim().chars().take(200).collect();
    if typed.is_empty() {
        let page = SearchPage::new(caller.layout, &caller.web.app.programme, typed, None);
        return respond::page(&page.empty());
    }
    let (officer, at, permit) = (caller.officer.clone(), caller.web.now(), caller.permit::<OpenSealed>()?);
    let asked = typed.clone();
    let found = caller.web.run(move |app| app.search(&officer, permit, &asked, at)).await?;
    respond::page(&SearchPage::new(caller.layout, &caller.web.app.programme, typed, Some(found)))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let one = Found {
        case: muster_vocab::CaseId::from(1),
        reference: "MU-7Q4K-22XY".to_owned(),
        name: Some("Aroha O’Neill".to_owned()),
        stage: "screening".to_owned(),
        mission: "us-washington".to_owned(),
    };
    let draft = Found { name: None, stage: "draft".to_owned(), ..one.clone() };
    let programme = gallery.programme;
    for (state, typed, found) in [
        ("asks", "", None),
        ("found", "O’Neill", Some(vec![one.clone(), draft])),
        ("many", "Ann", Some(vec![one; SHOWN])),
        ("nobody", "Nemo", Some(Vec::new())),
    ] {
        let page = SearchPage::new(gallery.desk("/desk/search"), programme, typed.to_owned(), found);
        gallery.add("desk-search", state, &page);
    }
    let page = SearchPage::new(gallery.desk("/desk/search"), programme, String::new(), None).empty();
    gallery.add("desk-search", "empty", &page);
}
