//! Page 5: consent, purpose by purpose; with it a draft is opened.

use super::here::Here;
use crate::{
    Failing, Layout,
    browser::BeforeCase,
    cookie,
    form::{Choice, Control, FaultLink, FieldView, Posted},
    guard::{Entry, Newcomer},
    respond::{self, see_other, with_cookie},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use muster_app::{Programme, portal::DraftStart};
use muster_case::intake::Channel;
use muster_vocab::OsDice;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "portal/consent.html")]
pub(crate) struct ConsentPage {
    layout: Layout,
    action: String,
    purposes: Vec<Purpose>,
    faults: Vec<FaultLink>,
    /// What every form that opens something carries against machines.
    newcomer: Newcomer,
    whole: String,
}

/// A purpose, in words.
pub(crate) struct Purpose {
    /// The box to tick.
    pub(crate) field: FieldView,
}

/// The purposes of a programme with a box to tick each, none ticked by us.
pub(crate) fn purposes(layout: &Layout, programme: &Programme, given: &BTreeSet<String>) -> Vec<Purpose> {
    let purpose = |word: &String| {
        let without = layout.say(&format!("purpose-{word}-without"));
        let field = FieldView {
            name: format!("consent.{word}"),
            label: layout.say(&format!("purpose-{word}")).to_owned(),
            hint: Some(format!("{} {without}", layout.say("consent-without"))),
            error: None,
            autocomplete: String::new(),
            control: Control::Many(vec![Choice {
                value: "yes".to_owned(),
                label: layout.say("consent-yes").to_owned(),
                chosen: given.contains(word),
            }]),
        };
        Purpose { field }
    };
    programme.purposes.iter().map(purpose).collect()
}

/// The purposes that were consented to.
pub(crate) fn given(programme: &Programme, posted: &Posted) -> BTreeSet<String> {
    programme
        .purposes
        .iter()
        .filter(|word| posted.get(&format!("consent.{word}")) == "yes")
        .cloned()
        .collect()
}

impl ConsentPage {
    fn new(
        layout: Layout,
        programme: &Programme,
        here: &Here,
        given: &BTreeSet<String>,
        newcomer: Newcomer,
    ) -> Self {
        let action = layout.href(&here.path("/consent"));
        let whole = layout.href(&here.path("/whole"));
        let layout = layout.titled("consent-title").back_to(&here.path("/risks"));
        let purposes = purposes(&layout, programme, given);
        Self { layout, action, purposes, faults: Vec::new(), newcomer, whole }
    }

    /// With a complaint beside each purpose that was not consented to: without them there is no application.
    fn with_missing(mut self, given: &BTreeSet<String>) -> Self {
        for purpose in &mut self.purposes {
            let word = purpose.field.name.trim_start_matches("consent.");
            if !given.contains(word) {
                purpose.field.error = Some(self.layout.say("consent-missing").to_owned());
            }
        }
        let link = |purpose: &Purpose| {
            purpose
                .field
                .error
                .clone()
                .map(|text| FaultLink { href: format!("#{}", purpose.field.id()), text })
        };
        self.faults = self.purposes.iter().filter_map(link).collect();
        self.layout.faulty = true;
        self
    }
}

/// `GET /{lang}/at/{mission}/consent`
pub(crate) async fn show(
    mut visitor: Visitor,
    Path((_, mission)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let here = Here::find(&mut visitor, &mission).await?;
    if let Some(first) = unread(&visitor, &here) {
        return Ok(see_other(&visitor.href(&first)));
    }
    let newcomer = Newcomer::new(&visitor.web);
    let programme = &visitor.web.app.programme;
    respond::page(&ConsentPage::new(visitor.layout, programme, &here, &BTreeSet::new(), newcomer))
}

/// What has to be read or answered before a case can be opened; nothing if everything was.
pub(crate) fn unread(visitor: &Visitor, here: &Here) -> Option<String> {
    let before = BeforeCase::read(&visitor.web, &visitor.headers, here.code.as_str());
    let (concerned, edition) = (before.concerned(), visitor.web.app.programme.portal.notice_edition());
    if !here.takes_in() {
        return Some(here.path("/"));
    }
    if concerned.is_empty() || super::is_minor(&before.answers, visitor.web.now()) {
        return Some(here.path("/pre-check/result"));
    }
    if before.edition != edition || !concerned.is_subset(&before.countries) {
        return Some(here.path("/notice"));
    }
    (!before.risks).then(|| here.path("/risks"))
}

/// `POST /{lang}/at/{mission}/consent`
pub(crate) async fn give(
    mut visitor: Visitor,
    Path((_, mission)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let here = Here::find(&mut visitor, &mission).await?;
    if let Some(first) = unread(&visitor, &here) {
        return Ok(see_other(&visitor.href(&first)));
    }
    let web = visitor.web.clone();
    let purposes = given(&web.app.programme, &posted);
    let page =
        |newcomer| ConsentPage::new(visitor.layout.clone(), &web.app.programme, &here, &purposes, newcomer);
    if purposes.len() < web.app.programme.purposes.len() {
        let page = page(Newcomer::new(&web)).with_missing(&purposes);
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    match Newcomer::admit(&web, visitor.client, &posted) {
        Entry::Pass => {}
        Entry::Wait(newcomer) => return respond::page_as(StatusCode::TOO_MANY_REQUESTS, &page(newcomer)),
    }
    let before = BeforeCase::read(&web, &visitor.headers, &mission);
    let start = DraftStart {
        mission: here.code.clone(),
        channel: Channel::Web,
        notice: before.countries,
        purposes,
        answers: before.answers,
    };
    let now = web.now();
    let opened = web.run(move |app| {
        let visit = app.open_draft(start, &mut OsDice, now)?;
        app.open_session(visit, now)
    });
    let token = opened.await?;
    let next = see_other(&visitor.href("/application/contact"));
    let next = with_cookie(next, cookie::set(&web, cookie::VISIT, token.as_str()));
    Ok(with_cookie(next, BeforeCase::forget(&web)))
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    let Some(here) = Here::samples(gallery).into_iter().next() else { return };
    let (layout, none) = (gallery.layout(&here.path("/consent")), BTreeSet::new());
    let page = |newcomer| ConsentPage::new(layout.clone(), gallery.programme, &here, &none, newcomer);
    let (fresh, faulty) = (page(Newcomer::sample(false)), page(Newcomer::sample(false)).with_missing(&none));
    let waiting = page(Newcomer::sample(true));
    gallery.add("consent", "fresh", &fresh);
    gallery.add("consent", "faulty", &faulty);
    gallery.add("consent", "waiting", &waiting);
}
