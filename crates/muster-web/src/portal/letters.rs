//! The letters of a play: nothing is sent there, so that they can be read here.

mod eml;

use self::eml::Letter;
use crate::{Failing, Layout, respond, samples::Gallery, visitor::Visitor};
use askama::Template;
use axum::{http::header::HOST, response::Response};
use std::{
    path::{Path, PathBuf},
    time::SystemTime,
};

/// More than this nobody reads on one page.
const SHOWN_MAX: usize = 50;

#[derive(Template)]
#[template(path = "portal/letters.html")]
struct LettersPage {
    layout: Layout,
    letters: Vec<LetterView>,
}

/// A letter on the page.
struct LetterView {
    letter: Letter,
    pieces: Vec<Piece>,
}

/// A piece of a letter's text.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    /// As it is written.
    Text(String),
    /// A link to this very site: how it is written, and where it leads.
    Link(String, String),
}

impl LettersPage {
    fn new(layout: Layout, letters: Vec<Letter>, ours: &[String]) -> Self {
        let view = |letter: Letter| LetterView { pieces: pieces(&letter.body, ours), letter };
        Self { layout: layout.titled("letters-title"), letters: letters.into_iter().map(view).collect() }
    }
}

/// `GET /{lang}/letters/`
pub(crate) async fn show(visitor: Visitor) -> Result<Response, Failing> {
    let settings = &visitor.web.settings;
    let folder = settings.letters.clone().ok_or(Failing::NotFound)?;
    let mut ours: Vec<String> = settings.public_url.iter().cloned().collect();
    let host = visitor.headers.get(HOST).and_then(|host| host.to_str().ok());
    ours.extend(host.iter().flat_map(|host| [format!("http://{host}"), format!("https://{host}")]));
    let letters = visitor.web.run(move |_| Ok(read(&folder))).await?;
    respond::page(&LettersPage::new(visitor.layout, letters, &ours))
}

/// The letters of a folder, the newest first. A folder that is not there yet has none.
fn read(folder: &Path) -> Vec<Letter> {
    let mut files: Vec<(SystemTime, PathBuf)> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let path = entry.path();
            let is_mail = path.extension().is_some_and(|end| end == "eml");
            is_mail.then_some((entry.metadata().ok()?.modified().ok()?, path))
        })
        .collect();
    files.sort();
    let newest = files.iter().rev().take(SHOWN_MAX);
    newest.filter_map(|(_, path)| Some(Letter::read(&std::fs::read(path).ok()?))).collect()
}

/// A text with the links to this site found in it. No other address becomes a link.
fn pieces(text: &str, ours: &[String]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        let path = ours
            .iter()
            .find_map(|site| bare.strip_prefix(site.as_str()).filter(|path| path.starts_with('/')));
        match (path, pieces.last_mut()) {
            (Some(path), _) => {
                pieces.push(Piece::Link(bare.to_owned(), path.to_owned()));
                pieces.push(Piece::Text(word[bare.len()..].to_owned()));
            }
            (None, Some(Piece::Text(before))) => before.push_str(word),
            (None, _) => pieces.push(Piece::Text(word.to_owned())),
        }
    }
    pieces
}

pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    let layout = gallery.layout("/letters/");
    let letter = Letter {
        to: "aroha@example.org".to_owned(),
        subject: "Your request MU-7Q4K-22XY".to_owned(),
        body: "123456\n\nhttp://127.0.0.1:8080/en/return/link/sample\n".to_owned(),
    };
    let ours = ["http://127.0.0.1:8080".to_owned()];
    gallery.add("letters", "some", &LettersPage::new(layout.clone(), vec![letter], &ours));
    gallery.add("letters", "none", &LettersPage::new(layout, Vec::new(), &ours));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_leads_to_this_site_becomes_a_link() {
        let ours = ["https://join.example.org".to_owned()];
        let text =
            "Open https://join.example.org/uk/return here,\nnot https://join.example.org.evil.example/uk\n";
        let found = pieces(text, &ours);
        let link = Piece::Link("https://join.example.org/uk/return".into(), "/uk/return".into());
        let text = |text: &str| Piece::Text(text.into());
        assert_eq!(
            found,
            [text("Open "), link, text(" here,\nnot https://join.example.org.evil.example/uk\n")]
        );
    }

    #[test]
    fn a_folder_that_is_not_there_has_no_letters() {
        assert!(read(Path::new("/nowhere/at/all")).is_empty());
    }
}
