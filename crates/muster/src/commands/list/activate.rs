//! `muster list activate`: the first person proposes, a second puts in force.

use crate::frame::{Exit, Fault, Frame, Paint, grouped};
use clap::Args;
use muster_app::{
    case::office::ListEdition,
    lists::{self, Signed},
    screening::ScreeningWorker,
};
use serde::Serialize;

/// Signs an edition: the first person proposes it, a second, another human, puts it in force
///
/// Run it twice, by two people. From then on everybody is screened against it; those who were screened before are put
/// against what it adds and changes.
#[derive(Args)]
#[command(after_help = "An edition is named by its date, or by the beginning of its content's hash.

Example:
  muster list activate un_sc 2026-02-27 --as SCREENER_ID
  muster list activate un_sc 2026-02-27 --as ADJUDICATOR_ID")]
pub(super) struct Activate {
    /// The list
    list: String,
    /// The edition; the one proposed, or else the one imported last, if left out
    edition: Option<String>,
}

impl Activate {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let by = frame.actor(&app, lists::may_sign(&app, &self.list)?)?;
        let signed = lists::sign(&app, by, &self.list, self.edition.as_deref(), frame.now())?;
        // Everybody who was screened before is put against what the edition adds and changes; whoever waited for it, too.
        let changed = match signed {
            Signed::Activated { .. } => ScreeningWorker.follow(&app, frame.now())?,
            _ => 0,
        };
        frame.show(&Told { signed, cases_changed: changed as u64 }, text)?;
        Ok(Exit::Done)
    }
}

#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    signed: Signed,
    cases_changed: u64,
}

fn text(told: &Told, paint: Paint) -> String {
    match &told.signed {
        Signed::Proposed { edition } => format!(
            "{}\n{}  signed   by you, first\n  next     another person runs `muster list activate {} {}`, after looking \
             at `muster list diff {}`",
            paint.head(&format!("{} is proposed.", called(edition))),
            what(edition),
            edition.list,
            edition.edition,
            edition.list,
        ),
        Signed::Activated { edition, proposed_by } => format!(
            "{}\n{}  signed   first by {proposed_by}, second by you\n  cases    {} changed; `muster hits list` shows \
             what waits",
            paint.good(&format!("{} is in force.", called(edition))),
            what(edition),
            grouped(told.cases_changed),
        ),
        Signed::InForce { edition } => {
            format!("{} is in force already; nothing changed.\n{}", called(edition), what(edition))
        }
    }
}

fn called(edition: &ListEdition) -> String {
    format!("{}, edition of {},", edition.list, edition.edition)
}

fn what(edition: &ListEdition) -> String {
    format!("  entries  {}\n  content  {}\n", grouped(u64::from(edition.entries)), edition.content)
}
