//! Page 10: everything read back before it is sent.

use super::{Draft, asked, contact, draft, sample_answers};
use crate::{
    Failing, Layout,
    form::FaultLink,
    portal::{come_back, questions, today},
    respond::{self, see_other},
    samples::Gallery,
    visitor::Visitor,
};
use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use jiff::civil::Date;
use muster_app::{
    intake::answers::{self, Read},
    programme::Portal,
};
use muster_case::intake::RawAnswers;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "portal/check.html")]
struct CheckPage {
    layout: Layout,
    cards: Vec<Card>,
    faults: Vec<FaultLink>,
    action: String,
}

/// A task read back.
struct Card {
    name: String,
    questions: Vec<Answered>,
}

/// A question read back.
struct Answered {
    id: String,
    heading: String,
    rows: Vec<(String, String)>,
    change: String,
    changed: bool,
    /// Whether there is something to look at again.
    open: bool,
}

impl CheckPage {
    fn new(layout: Layout, portal: &Portal, answers: &RawAnswers, changed: &str, today: Date) -> Self {
        let layout = layout.titled("check-title").back_to("/application/");
        let mut cards: Vec<Card> = vec![Card {
            name: layout.say("contact-title").to_owned(),
            questions: vec![reached(&layout, answers)],
        }];
        let mut last = "";
        for (task, question) in asked(portal, answers) {
            if task.id != last {
                cards.push(Card {
                    name: layout.say(&format!("task-{}", task.id)).to_owned(),
                    questions: Vec::new(),
                });
                last = &task.id;
            }
            let answered = Answered {
                id: question.id.clone(),
                heading: layout.say(&format!("question-{}", question.id)).to_owned(),
                rows: questions::in_words(&layout, question, answers),
                change: layout.href(&format!("/application/questions/{}?from=check", question.id)),
                changed: question.id == changed,
                open: !questions::is_done(question, answers, today),
            };
            if let Some(card) = cards.last_mut() {
                card.questions.push(answered);
            }
        }
        let action = layout.href("/application/check");
        Self { layout, cards, faults: Vec::new(), action }
    }

    /// With what has to be looked at again before it can be sent.
    fn with_faults(mut self) -> Self {
        let open = self.cards.iter().flat_map(|card| &card.questions).filter(|answered| answered.open);
        let link =
            |answered: &Answered| FaultLink { href: answered.change.clone(), text: answered.heading.clone() };
        self.faults = open.map(link).collect();
        self.layout.faulty = true;
        self
    }
}

/// How the applicant is reached, read back.
fn reached(layout: &Layout, answers: &RawAnswers) -> Answered {
    let row = |name: &str, label: &str| {
        answers.0.get(name).map(|value| (layout.say(label).to_owned(), value.clone()))
    };
    Answered {
        id: "contact".to_owned(),
        heading: layout.say("contact-title").to_owned(),
        rows: [row("email", "contact-email"), row("phone", "contact-phone")].into_iter().flatten().collect(),
        change: layout.href("/application/contact"),
        changed: false,
        open: contact::address(answers).is_none(),
    }
}

/// What was changed just now.
#[derive(Deserialize, Default)]
pub(crate) struct Changed {
    #[serde(default)]
    changed: String,
}

/// `GET /{lang}/application/check`
pub(crate) async fn show(visitor: Visitor, Query(changed): Query<Changed>) -> Result<Response, Failing> {
    let Draft { answers, .. } = match draft(&visitor).await? {
        Ok(draft) => draft,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let web = visitor.web.clone();
    let portal = &web.app.programme.portal;
    respond::page(&CheckPage::new(visitor.layout, portal, &answers, &changed.changed, today(web.now())))
}

/// `POST /{lang}/application/check`
pub(crate) async fn send(visitor: Visitor) -> Result<Response, Failing> {
    if visitor.visit.is_none() {
        return come_back::signed_out(&visitor, None);
    }
    let Draft { visit, answers } = match draft(&visitor).await? {
        Ok(draft) => draft,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let web = visitor.web.clone();
    let (portal, now) = (&web.app.programme.portal, web.now());
    let whole = asked(portal, &answers).iter().all(|(_, own)| questions::is_done(own, &answers, today(now)));
    let read =
        answers::read(&answers, today(now)).ok().filter(|_| whole && contact::address(&answers).is_some());
    let Some(Read { dossier, kin }) = read else {
        let page = CheckPage::new(visitor.layout, portal, &answers, "", today(now)).with_faults();
        return respond::page_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    // A country that came up since, or a text that changed, is read before it is sent (capability B3).
    if web.run(move |app| app.notice_due(visit)).await?.is_some() {
        return Ok(see_other(&visitor.href("/application/notice")));
    }
    web.run(move |app| app.send_draft(visit, dossier, kin, now)).await?;
    Ok(see_other(&visitor.href("/receipt")))
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let (layout, day) = (gallery.layout("/application/check"), crate::portal::SAMPLE_DAY);
    let portal = &gallery.programme.portal;
    let page = |changed: &str| CheckPage::new(layout.clone(), portal, &sample_answers(), changed, day);
    let (fresh, changed, faulty) = (page(""), page("born"), page("").with_faults());
    gallery.add("check", "fresh", &fresh);
    gallery.add("check", "changed", &changed);
    gallery.add("check", "faulty", &faulty);
}
