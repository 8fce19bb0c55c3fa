//! The missions an officer sees.

use super::{answer::Answer, caller::Caller, problem::Problem};
use serde::Serialize;
use utoipa::ToSchema;

/// The missions an officer sees.
#[derive(Serialize, ToSchema)]
pub(super) struct Missions {
    missions: Vec<MissionView>,
}

/// A mission.
#[derive(Serialize, ToSchema)]
struct MissionView {
    /// Its code.
    mission: String,
    /// What the host state lets it do: `open`, `information_only` or `suspended`.
    posture: &'static str,
    /// Whether intake is paused.
    paused: bool,
}

/// `GET /api/v1/missions`
pub(super) async fn list(caller: Caller) -> Result<Answer, Problem> {
    let officer = caller.officer.clone();
    let missions =
        caller.run(|app| Ok(app.store.views.missions().map_err(muster_app::Failure::from)?)).await?;
    let missions = missions
        .into_iter()
        .filter(|row| officer.sees(row.mission.as_str()))
        .map(|row| MissionView {
            mission: row.mission.to_string(),
            posture: row.posture.word(),
            paused: row.paused,
        })
        .collect();
    Ok(Answer::of(&Missions { missions }))
}
