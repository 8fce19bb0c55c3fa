//! Page 15: what is held about somebody: see it, correct it, download it, withdraw, have it erased.

pub(crate) mod correct;
pub(crate) mod download;
pub(crate) mod erase;
mod looked;
pub(crate) mod withdraw;

use self::looked::Look;
use super::{
    application::sample_answers,
    come_back, questions,
    status::{self, sentence},
    today,
};
use crate::{Failing, Layout, respond, samples::Gallery, visitor::Visitor};
use askama::Template;
use axum::{extract::Query, response::Response};
use jiff::{Timestamp, civil::Date};
use muster_app::{
    people::PersonFile,
    portal::{PublicStatus, PublicStep},
    programme::Portal,
};
use muster_case::intake::RawAnswers;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "portal/my-data.html")]
struct MyDataPage {
    layout: Layout,
    says: String,
    status: PublicStatus,
    cards: Vec<Card>,
    looks: Vec<Look>,
    corrected: bool,
}

/// A task read back.
pub(crate) struct Card {
    name: String,
    rows: Vec<(String, String)>,
}

/// Every answer in words, by task.
fn cards(layout: &Layout, portal: &Portal, answers: &RawAnswers) -> Vec<Card> {
    let card = |task| {
        let asked = portal.questions_of(task).filter(|question| question.shown(answers));
        let rows: Vec<_> =
            asked.flat_map(|question| questions::in_words(layout, question, answers)).collect();
        let name = layout.say(&format!("task-{}", task.id)).to_owned();
        (!rows.is_empty()).then_some(Card { name, rows })
    };
    portal.tasks().iter().filter_map(card).collect()
}

/// What is held, as it is shown and downloaded.
struct Holding {
    status: PublicStatus,
    answers: RawAnswers,
    file: PersonFile,
}

async fn holding(visitor: &Visitor) -> Result<Option<Holding>, Failing> {
    let (Some(visit), now) = (visitor.visit, visitor.web.now()) else { return Ok(None) };
    let held = visitor.web.run(move |app| {
        let (status, answers) = (app.status(visit, now)?, app.answers(visit)?);
        Ok(Holding { status, answers, file: app.file_of(visit, now)? })
    });
    held.await.map(Some)
}

impl MyDataPage {
    fn new(layout: Layout, portal: &Portal, held: Holding, corrected: bool) -> Self {
        let layout = layout.titled("my-data-title").back_to("/status");
        let says = sentence(&layout, held.status.step).to_owned();
        let cards = cards(&layout, portal, &held.answers);
        let looks = looked::looks(&layout, &held.file);
        Self { layout, says, status: held.status, cards, looks, corrected }
    }

    fn reference(&self) -> String {
        self.layout.say_with("status-reference", &[("reference", self.status.reference.as_str().into())])
    }
}

/// What the address may carry.
#[derive(Deserialize, Default)]
pub(crate) struct Done {
    #[serde(default)]
    corrected: String,
}

/// `GET /{lang}/my-data/`
pub(crate) async fn show(visitor: Visitor, Query(done): Query<Done>) -> Result<Response, Failing> {
    let Some(held) = holding(&visitor).await? else { return come_back::signed_out(&visitor, None) };
    let portal = &visitor.web.app.programme.portal;
    respond::page(&MyDataPage::new(visitor.layout, portal, held, done.corrected == "yes"))
}

/// A day in words.
fn day(layout: &Layout, at: Timestamp) -> String {
    let day: Date = today(at);
    muster_i18n::long_date(layout.locale(), day)
}

fn sample(step: PublicStep) -> Holding {
    Holding { status: status::sample(step), answers: sample_answers(), file: looked::sample() }
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    let mut layout = gallery.layout("/my-data/");
    layout.signed_in = true;
    let portal = &gallery.programme.portal;
    let page = |step, corrected| MyDataPage::new(layout.clone(), portal, sample(step), corrected);
    let (received, withdrawn) = (page(PublicStep::Received, true), page(PublicStep::Withdrawn, false));
    gallery.add("my-data", "received", &received);
    gallery.add("my-data", "withdrawn", &withdrawn);
    correct::samples(gallery);
    download::samples(gallery);
    withdraw::samples(gallery);
    erase::samples(gallery);
}
