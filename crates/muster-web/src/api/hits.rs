//! The hits that wait for a ruling.

use super::{
    answer::Answer,
    caller::{Caller, permit},
    input,
    problem::Problem,
};
use axum::extract::RawQuery;
use muster_app::screening::{self, OpenHit};
use muster_case::screening::Strength;
use muster_vocab::MissionCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which hits.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// Of this mission alone.
    #[param(value_type = Option<String>)]
    mission: Option<MissionCode>,
}

/// The hits that wait, those first that two people must clear, then the strongest.
#[derive(Serialize, ToSchema)]
pub(super) struct Hits {
    hits: Vec<WaitingHit>,
}

/// A hit without a ruling. Nothing of it is the person's own data.
#[derive(Serialize, ToSchema)]
struct WaitingHit {
    /// The case.
    case: String,
    /// The hit.
    hit: String,
    /// The mission.
    mission: String,
    /// The list.
    list: String,
    /// The list's edition.
    edition: String,
    /// The publisher's identifier of the entry, if an engine found it.
    entry: Option<String>,
    /// `ordinary`: one adjudicator rules. `strong`: two people clear it.
    strength: &'static str,
    /// The evidence, in thousandths of a bit; nothing of a hit that was raised by hand.
    millibits: Option<i32>,
    /// When it was raised.
    #[schema(format = DateTime)]
    raised_at: String,
    /// Whether the first of two people signed that it be cleared.
    first_signed: bool,
}

pub(super) const fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Ordinary => "ordinary",
        Strength::Strong => "strong",
    }
}

impl From<OpenHit> for WaitingHit {
    fn from(open: OpenHit) -> Self {
        Self {
            case: open.case.to_string(),
            hit: open.hit.to_string(),
            mission: open.mission,
            list: open.list.list,
            edition: open.list.edition,
            entry: open.entry,
            strength: strength(open.strength),
            millibits: open.millibits,
            raised_at: open.raised_at.to_string(),
            first_signed: open.first_signed,
        }
    }
}

/// `GET /api/v1/hits`
pub(super) async fn list(caller: Caller, RawQuery(query): RawQuery) -> Result<Answer, Problem> {
    let wanted: Wanted = input::query(query.as_deref())?;
    let officer = caller.officer.clone();
    let may = permit(&officer)?;
    let open = caller.run(move |app| Ok(screening::queue(app, may, wanted.mission.as_ref())?)).await?;
    let hits = open.into_iter().filter(|hit| officer.sees(&hit.mission)).map(WaitingHit::from).collect();
    Ok(Answer::of(&Hits { hits }))
}
