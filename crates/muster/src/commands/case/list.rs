//! `muster case list`: the cases, the longest waiting first.

use crate::frame::{Exit, Fault, Frame, Table};
use clap::Args;
use muster_app::{
    App,
    case::{Permit, Stage, access::ReadCases},
};
use muster_store::views::CaseRow;
use muster_vocab::MissionCode;

/// The open cases, stage by stage, the longest waiting first; nothing personal
#[derive(Args)]
#[command(after_help = "Examples:
  muster case list --stage recommended
  muster case list --mission us-washington --limit 100 --json")]
pub(super) struct List {
    /// On this stage only, such as interview_ready
    #[arg(long)]
    stage: Option<Stage>,
    /// Closed cases too
    #[arg(long, conflicts_with = "stage")]
    closed: bool,
    /// Of this mission only
    #[arg(long)]
    mission: Option<MissionCode>,
    /// At most so many
    #[arg(long, default_value_t = 40)]
    limit: u32,
}

impl List {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let rows = self.rows(&app, frame.reading::<ReadCases>(&app)?)?;
        frame.show(&rows, |rows, paint| {
            if rows.is_empty() {
                return "No case stands there.".to_owned();
            }
            let mut table = Table::new(["Case", "Mission", "Stage", "Since", "Holds, codes"]);
            for row in rows {
                let notes: Vec<String> = row.holds.iter().map(|hold| paint.warn(hold)).collect();
                let notes = [notes, row.codes.clone()].concat().join(" ");
                let since = row.stage_since.strftime("%Y-%m-%d %H:%M").to_string();
                table.row([row.case.to_string(), row.mission.clone(), row.stage.clone(), since, notes]);
            }
            let mut text = table.text(paint);
            if rows.len() == self.limit as usize {
                text.push_str(&paint.dim("There may be more; ask for them with --limit."));
            }
            text
        })?;
        Ok(if rows.is_empty() { Exit::Nothing } else { Exit::Done })
    }

    fn rows(&self, app: &App, permit: Permit<ReadCases>) -> Result<Vec<CaseRow>, Fault> {
        let all = Stage::ALL.iter().copied().filter(|stage| self.closed || !stage.is_closed());
        let stages: Vec<Stage> = self.stage.map_or_else(|| all.collect(), |stage| vec![stage]);
        let mut rows = Vec::new();
        for stage in stages {
            let left = self.limit.saturating_sub(rows.len() as u32);
            if left == 0 {
                break;
            }
            rows.extend(app.store.views.cases_on(permit, self.mission.as_ref(), Some(stage), left)?);
        }
        Ok(rows)
    }
}
