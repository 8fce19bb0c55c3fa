//! Everything held, to take along: for machines and for people, made in memory and kept nowhere (GDPR articles 15, 20).

use super::{Card, Holding, Look, cards, day, holding, looked, sample, sentence};
use crate::{Failing, Layout, portal::come_back, respond, samples::Gallery, visitor::Visitor};
use askama::Template;
use axum::{
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use muster_app::{
    people::{PersonFile, Subject},
    portal::PublicStep,
    programme::Portal,
};
use std::io::{Cursor, Write as _};
use zip::{ZipWriter, write::SimpleFileOptions};

#[derive(Template)]
#[template(path = "portal/my-data-download.html")]
struct DownloadPage {
    layout: Layout,
    action: String,
}

impl DownloadPage {
    fn new(layout: Layout) -> Self {
        let action = layout.href("/my-data/download");
        Self { layout: layout.titled("my-data-download-title").back_to("/my-data/"), action }
    }
}

/// `index.html` of the download: stands alone, without this site.
#[derive(Template)]
#[template(path = "portal/my-data-file.html")]
struct FilePage {
    layout: Layout,
    made: String,
    says: String,
    cards: Vec<Card>,
    steps: Vec<(String, String)>,
    looks: Vec<Look>,
    parts: Vec<Part>,
}

/// What happened, by what it is about.
struct Part {
    name: String,
    entries: Vec<Entry>,
}

/// Something that happened.
struct Entry {
    day: String,
    what: &'static str,
    details: String,
}

impl FilePage {
    fn new(layout: Layout, portal: &Portal, held: &Holding) -> Self {
        let layout = layout.titled("my-data-title");
        let steps = held.status.timeline.iter();
        let steps = steps.map(|entry| {
            (day(&layout, entry.at), crate::portal::status::name(&layout, entry.step).to_owned())
        });
        Self {
            made: made(&layout, held),
            says: sentence(&layout, held.status.step).to_owned(),
            cards: cards(&layout, portal, &held.answers),
            steps: steps.collect(),
            looks: looked::looks(&layout, &held.file),
            parts: parts(&layout, &held.file),
            layout,
        }
    }
}

fn made(layout: &Layout, held: &Holding) -> String {
    let day = day(layout, held.file.made_at);
    let reference = held.status.reference.as_str();
    layout.say_with("my-data-file-made", &[("day", day.as_str().into()), ("reference", reference.into())])
}

fn parts(layout: &Layout, file: &PersonFile) -> Vec<Part> {
    let mut parts = Vec::new();
    // Who looked is told before, by day and role.
    for subject in Subject::ALL.into_iter().filter(|subject| *subject != Subject::Accesses) {
        let entries = file.cases.iter().filter_map(|case| case.entries.get(&subject)).flatten();
        let entry = |entry: &muster_app::people::FileEntry| Entry {
            day: day(layout, entry.at),
            what: entry.what,
            details: serde_json::to_string_pretty(&entry.details).unwrap_or_default(),
        };
        let entries: Vec<Entry> = entries.map(entry).collect();
        if !entries.is_empty() {
            parts.push(Part { name: heading(layout, subject).to_owned(), entries });
        }
    }
    parts
}

fn heading(layout: &Layout, subject: Subject) -> &str {
    match subject {
        Subject::Application => layout.say("my-data-about-application"),
        Subject::Facts => layout.say("my-data-about-facts"),
        Subject::Findings => layout.say("my-data-about-findings"),
        Subject::Checks => layout.say("my-data-about-checks"),
        Subject::Interviews => layout.say("my-data-about-interviews"),
        Subject::Decisions => layout.say("my-data-about-decisions"),
        Subject::Messages => layout.say("my-data-about-messages"),
        Subject::Travel => layout.say("my-data-about-travel"),
        Subject::Service => layout.say("my-data-about-service"),
        Subject::Closing => layout.say("my-data-about-closing"),
        Subject::Accesses => layout.say("my-data-looked"),
    }
}

/// `GET /{lang}/my-data/download`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    if visitor.visit.is_none() {
        return come_back::signed_out(&visitor, None);
    }
    respond::page(&DownloadPage::new(visitor.layout))
}

/// `POST /{lang}/my-data/download`
pub(crate) async fn send(visitor: Visitor) -> Result<Response, Failing> {
    let Some(held) = holding(&visitor).await? else { return come_back::signed_out(&visitor, None) };
    let page = FilePage::new(visitor.layout, &visitor.web.app.programme.portal, &held);
    let (html, json) = (page.render().ok(), serde_json::to_vec_pretty(&held.file).ok());
    let packed = html.zip(json).and_then(|(html, json)| pack(&html, &json));
    let packed = packed.ok_or(Failing::Broken)?;
    // The name says nothing to whoever sees the telephone's list of downloads.
    let headers =
        [(CONTENT_TYPE, "application/zip"), (CONTENT_DISPOSITION, "attachment; filename=\"my-data.zip\"")];
    Ok((headers, packed).into_response())
}

fn pack(html: &str, json: &[u8]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [("index.html", html.as_bytes()), ("data.json", json)] {
        zip.start_file(name, SimpleFileOptions::default()).ok()?;
        zip.write_all(content).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

pub(super) fn samples(gallery: &mut Gallery<'_>) {
    let mut layout = gallery.layout("/my-data/download");
    layout.signed_in = true;
    let file = FilePage::new(layout.clone(), &gallery.programme.portal, &sample(PublicStep::Received));
    gallery.add("my-data-download", "page", &DownloadPage::new(layout));
    gallery.add("my-data-download", "file", &file);
}
