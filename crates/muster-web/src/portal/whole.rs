//! The whole application on one page: for a bad connection, and for whoever would rather see everything at once.
//! Notice and risks were read before; consent is given here.

pub(crate) mod sheet;

use self::sheet::Sheet;
use super::{
    SAMPLE_DAY,
    application::sample_answers,
    consent::{self, Purpose},
    here::Here,
    is_minor,
    pre_check::result::MinorPage,
    questions, today,
};
use crate::{
    Failing, Layout,
    browser::{BeforeCase, concerned},
    cookie,
    form::{Control, FaultLink, Posted},
    guard::{Entry, Newcomer},
    respond::{self, see_other, with_cookie},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use muster_app::{
    Programme,
    intake::answers::{AnswerFault, Read},
    portal::DraftStart,
};
use muster_case::intake::{Channel, RawAnswers};
use muster_vocab::OsDice;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "portal/whole.html")]
struct WholePage {
    layout: Layout,
    action: String,
    notice: String,
    sheet: Sheet,
    purposes: Vec<Purpose>,
    /// Whether the notice of some country is to be read first.
    unread: bool,
    newcomer: Newcomer,
}

/// What was typed and ticked, and what is wrong with it.
struct Typed<'a> {
    answers: &'a RawAnswers,
    purposes: &'a BTreeSet<String>,
    faults: &'a [AnswerFault],
    another: &'a str,
}

impl WholePage {
    fn new(
        layout: Layout,
        programme: &Programme,
        here: &Here,
        typed: &Typed<'_>,
        newcomer: Newcomer,
    ) -> Self {
        let (action, notice) = (layout.href(&here.path("/whole")), layout.href(&here.path("/notice")));
        let layout = layout.titled("whole-title").back_to(&here.path("/consent"));
        let sheet = Sheet::new(&layout, &programme.portal, typed.answers, typed.faults, typed.another);
        let purposes = consent::purposes(&layout, programme, typed.purposes);
        Self { layout, action, notice, sheet, purposes, unread: false, newcomer }
    }

    /// With a complaint beside each purpose that was not consented to, and on top if a notice was not read.
    fn with_missing(mut self, given: &BTreeSet<String>, unread: bool) -> Self {
        for purpose in &mut self.purposes {
            let word = purpose.field.name.trim_start_matches("consent.");
            if !given.contains(word) {
                purpose.field.error = Some(self.layout.say("consent-missing").to_owned());
            }
        }
        self.unread = unread;
        self.layout.faulty = !self.faults().is_empty();
        self
    }

    fn faults(&self) -> Vec<FaultLink> {
        let mut faults = self.sheet.faults();
        let consents = self.purposes.iter().map(|purpose| &purpose.field);
        faults.extend(consents.flat_map(|field| FaultLink::all(std::slice::from_ref(field))));
        if self.unread {
            let text = self.layout.say("whole-unread").to_owned();
            faults.insert(0, FaultLink { href: "#unread".to_owned(), text });
        }
        faults
    }
}

/// `GET /{lang}/at/{mission}/whole`
pub(crate) async fn show(
    mut visitor: Visitor,
    Path((_, mission)): Path<(String, String)>,
) -> Result<Response, Failing> {
    let here = Here::find(&mut visitor, &mission).await?;
    if let Some(first) = consent::unread(&visitor, &here) {
        return Ok(see_other(&visitor.href(&first)));
    }
    let before = BeforeCase::read(&visitor.web, &visitor.headers, &mission);
    let newcomer = Newcomer::new(&visitor.web);
    let none = BTreeSet::new();
    let typed = Typed { answers: &before.answers, purposes: &none, faults: &[], another: "" };
    respond::page(&WholePage::new(visitor.layout, &visitor.web.app.programme, &here, &typed, newcomer))
}

/// `POST /{lang}/at/{mission}/whole`
pub(crate) async fn send(
    mut visitor: Visitor,
    Path((_, mission)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failing> {
    let here = Here::find(&mut visitor, &mission).await?;
    if !here.takes_in() {
        return Ok(see_other(&visitor.href(&here.path("/"))));
    }
    let web = visitor.web.clone();
    let (programme, now) = (&web.app.programme, web.now());
    let mut before = BeforeCase::read(&web, &visitor.headers, &mission);
    let mut answers = before.answers.clone();
    sheet::take(&programme.portal, &posted, &mut answers);
    if is_minor(&answers, now) {
        return stop_kindly(&visitor, &here).await;
    }
    let (purposes, concerned) = (consent::given(programme, &posted), concerned(&answers));
    let unread = concerned.is_empty() || !before.has_read(programme.portal.notice_edition(), &concerned);
    let another = posted.get("another");
    let complete = !unread && another.is_empty() && purposes.len() == programme.purposes.len();
    let (mut status, mut newcomer, mut faults) = (StatusCode::UNPROCESSABLE_ENTITY, None, Vec::new());
    match sheet::read(&programme.portal, &answers, today(now)) {
        Ok(read) if complete => match Newcomer::admit(&web, visitor.client, &posted) {
            Entry::Pass => {
                let start = DraftStart {
                    mission: here.code.clone(),
                    channel: Channel::Web,
                    notice: concerned,
                    purposes,
                    answers: RawAnswers::default(),
                };
                return take_in(&visitor, start, read).await;
            }
            Entry::Wait(waiting) => {
                (status, newcomer) = (StatusCode::TOO_MANY_REQUESTS, Some(waiting));
            }
        },
        // Somebody who asks for one more record is not told yet what is missing.
        Err(_) if !another.is_empty() => status = StatusCode::OK,
        Err(found) => faults = found,
        Ok(_) => {}
    }
    let newcomer = newcomer.unwrap_or_else(|| Newcomer::new(&web));
    let typed = Typed { answers: &answers, purposes: &purposes, faults: &faults, another };
    let mut page = WholePage::new(visitor.layout.clone(), programme, &here, &typed, newcomer);
    if another.is_empty() {
        page = page.with_missing(&purposes, unread);
    }
    let response = respond::page_as(status, &page)?;
    if !unread {
        return Ok(response);
    }
    // The notice that is opened from here is that of the countries typed here.
    for question in programme.portal.pre_check() {
        questions::take(question, &posted, &mut before.answers);
    }
    Ok(with_cookie(response, before.cookie(&web)))
}

/// Takes the application in, and only then says so. Nobody is told whether they are known: what looks like a second
/// application is a matter of the office.
async fn take_in(visitor: &Visitor, start: DraftStart, read: Read) -> Result<Response, Failing> {
    let (web, now) = (&visitor.web, visitor.web.now());
    let taken = web.run(move |app| {
        let visit = app.send_whole(start, read.dossier, read.kin, &mut OsDice, now)?;
        app.open_session(visit, now)
    });
    let token = taken.await?;
    let next =
        with_cookie(see_other(&visitor.href("/receipt")), cookie::set(web, cookie::VISIT, token.as_str()));
    Ok(with_cookie(next, BeforeCase::forget(web)))
}

/// A minor is stopped kindly: counted, and nothing is kept (capability E7).
async fn stop_kindly(visitor: &Visitor, here: &Here) -> Result<Response, Failing> {
    let (mission, now) = (here.code.clone(), visitor.web.now());
    visitor.web.run(move |app| app.stop_minor(None, &mission, now)).await?;
    let page = respond::page(&MinorPage::new(visitor.layout.clone()))?;
    Ok(with_cookie(page, BeforeCase::forget(&visitor.web)))
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    let Some(here) = Here::samples(gallery).into_iter().next() else { return };
    let (layout, none) = (gallery.layout(&here.path("/whole")), BTreeSet::new());
    let (programme, portal) = (gallery.programme, &gallery.programme.portal);
    let page = |answers: &RawAnswers, faults: &[AnswerFault], another, waiting| {
        let typed = Typed { answers, purposes: &none, faults, another };
        WholePage::new(layout.clone(), programme, &here, &typed, Newcomer::sample(waiting))
    };
    let (empty, begun) = (RawAnswers::default(), sample_answers());
    gallery.add("whole", "fresh", &page(&empty, &[], "", false));
    let faults = sheet::read(portal, &empty, SAMPLE_DAY).err().unwrap_or_default();
    gallery.add("whole", "faulty", &page(&empty, &faults, "", false).with_missing(&none, true));
    gallery.add("whole", "one-more", &page(&begun, &[], "service-record", false));
    gallery.add("whole", "waiting", &page(&begun, &[], "", true));
}
