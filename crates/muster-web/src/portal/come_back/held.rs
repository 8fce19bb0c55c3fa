//! What was being sent when it turned out that the session is over: the page carries it, sealed, through the way back
//! in, and no word is lost (capability C3).

use crate::{Failing, Web, form::Posted, portal::application::question, sealing::Sealing};
use muster_app::portal::Visit;
use serde::{Deserialize, Serialize};

const PURPOSE: &str = "held";
const HOURS: i64 = 24;

/// A form that could not be saved yet.
#[derive(Serialize, Deserialize)]
pub(crate) struct Held {
    /// Where it was sent, without the language.
    pub(super) path: String,
    /// What was typed.
    pub(super) posted: Posted,
}

impl Held {
    /// Sealed for the page that asks who is there.
    pub(super) fn seal(web: &Web, path: &str, posted: &Posted) -> Option<String> {
        let held = Self { path: path.to_owned(), posted: posted.clone() };
        web.sealing.seal(PURPOSE, held, Sealing::after(web.now(), HOURS))
    }

    /// As that page sent it back; nothing if it was changed, or is too old.
    pub(super) fn open(web: &Web, sealed: &str) -> Option<Self> {
        web.sealing.open(PURPOSE, sealed, web.now())
    }

    /// The question it answers.
    fn question(&self) -> Option<&str> {
        if self.path == "/application/contact" {
            return Some("contact");
        }
        self.path.strip_prefix("/application/questions/")
    }
}

/// The page that a form stands on, by the path the form is sent to.
pub(super) fn page_of(path: &str) -> &str {
    match path {
        "/application/contact/again" => "/application/contact/confirm",
        "/my-data/withdraw/undo" => "/status",
        path => path,
    }
}

/// Saves held answers into the draft and gives the path of the page they came from. What is no answer is not done
/// behind anybody's back: the page asks again.
pub(super) async fn replay(web: &Web, visit: Visit, held: &Held) -> Result<String, Failing> {
    let Some(id) = held.question() else { return Ok(page_of(&held.path).to_owned()) };
    match question::keep(web, visit, id, &held.posted).await {
        // It was sent meanwhile, from elsewhere.
        Err(Failing::NotNow) => Ok("/status".to_owned()),
        kept => kept.map(|_| held.path.clone()),
    }
}
