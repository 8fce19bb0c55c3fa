//! `muster hits list`: what waits for a ruling, the strongest first.

use crate::frame::{Exit, Fault, Frame, Paint, Table};
use clap::Args;
use muster_app::{
    case::{access::ReadHits, screening::Strength},
    screening::{LeftCheck, OpenHit, left, queue},
};
use muster_vocab::MissionCode;
use serde::Serialize;

/// Lists the hits that wait, the strongest first, and the checks that no machine could make; nothing personal
#[derive(Args)]
#[command(after_help = "Example:
  muster hits list --as ADJUDICATOR_ID
  muster hits list --mission us-washington --as ADJUDICATOR_ID --json")]
pub(super) struct List {
    /// Of this mission only
    #[arg(long)]
    mission: Option<MissionCode>,
}

#[derive(Serialize)]
struct Waiting {
    hits: Vec<OpenHit>,
    checks: Vec<LeftCheck>,
}

impl List {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let permit = frame.permit::<ReadHits>(&app)?;
        let mission = self.mission.as_ref();
        let waiting = Waiting { hits: queue(&app, permit, mission)?, checks: left(&app, permit, mission)? };
        frame.show(&waiting, Waiting::text)?;
        Ok(if waiting.hits.is_empty() && waiting.checks.is_empty() { Exit::Nothing } else { Exit::Done })
    }
}

impl Waiting {
    fn text(&self, paint: Paint) -> String {
        if self.hits.is_empty() && self.checks.is_empty() {
            return "No hit waits for a ruling.".to_owned();
        }
        let mut text = String::new();
        if !self.hits.is_empty() {
            let mut table = Table::new(["Case", "Hit", "", ">Bits", "List", "Entry", "Since", ""]);
            for hit in &self.hits {
                table.row(row(hit, paint));
            }
            text.push_str(&table.text(paint));
        }
        if !self.checks.is_empty() {
            let mut table = Table::new(["Case", "Left to a person", "Since"]);
            for LeftCheck { case, check, since, .. } in &self.checks {
                table.row([case.to_string(), check.clone(), since.strftime("%Y-%m-%d %H:%M").to_string()]);
            }
            text.push_str(if text.is_empty() { "" } else { "\n" });
            text.push_str(&table.text(paint));
        }
        text
    }
}

fn row(hit: &OpenHit, paint: Paint) -> [String; 8] {
    let strength = match hit.strength {
        Strength::Strong => paint.bad("strong"),
        Strength::Ordinary => paint.warn("ordinary"),
    };
    let note = if hit.first_signed { "one of two has signed" } else { "" };
    let noted = hit.noted.as_ref().map_or(note, |_| "a later edition says otherwise of the entry");
    [
        hit.case.to_string(),
        hit.hit.to_string(),
        strength,
        hit.millibits.map_or_else(|| "–".to_owned(), |bits| format!("{:.1}", f64::from(bits) / 1000.0)),
        format!("{} {}", hit.list.list, hit.list.edition),
        hit.entry.clone().unwrap_or_default(),
        hit.raised_at.strftime("%Y-%m-%d %H:%M").to_string(),
        noted.to_owned(),
    ]
}
