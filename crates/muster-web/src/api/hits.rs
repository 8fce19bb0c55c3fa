//! The hits that wait for a ruling.

use super::{
    ROOT,
    answer::Answer,
    caller::{Caller, permit},
    cursor, input,
    problem::Problem,
};
use axum::{extract::RawQuery, response::Response};
use jiff::Timestamp;
use muster_app::screening::{self, OpenHit};
use muster_case::screening::Strength;
use muster_vocab::{HitId, MissionCode};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use utoipa::{IntoParams, ToSchema};

/// Which hits.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// Of this mission alone.
    #[param(value_type = Option<String>)]
    mission: Option<MissionCode>,
    /// Where to go on: the `next` of the answer before.
    after: Option<String>,
    /// How many at most.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
}

/// The hits that wait, those first that two people must clear, then the strongest.
#[derive(Serialize, ToSchema)]
pub(super) struct Hits {
    hits: Vec<WaitingHit>,
    /// Where to go on, if there is more; the header `Link` has the whole address.
    next: Option<String>,
}

/// Where a hit stands among those that wait.
type Place = (Reverse<(Strength, Option<i32>)>, Timestamp, HitId);

fn place(hit: &OpenHit) -> Place {
    (Reverse((hit.strength, hit.millibits)), hit.raised_at, hit.hit)
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
pub(super) async fn list(caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let wanted: Wanted = input::query(query.as_deref())?;
    let limit = cursor::limit(wanted.limit)?;
    let after = wanted.after.as_deref().map(read).transpose()?;
    let mission = wanted.mission.clone();
    let officer = caller.officer.clone();
    let may = permit(&officer)?;
    let mut open = caller.run(move |app| Ok(screening::queue(app, may, mission.as_ref())?)).await?;
    open.retain(|hit| officer.sees(&hit.mission) && after.is_none_or(|after| place(hit) > after));
    let more = open.len() > limit;
    open.truncate(limit);
    let next = open.last().filter(|_| more).map(cursor_after);
    let mission = wanted.mission.as_ref().map(|mission| ("mission", mission.as_str()));
    let link = next.as_deref().map(|next| cursor::link(&format!("{ROOT}/hits"), limit, next, mission));
    let hits = open.into_iter().map(WaitingHit::from).collect();
    Ok(cursor::linked(Answer::of(&Hits { hits, next }), link))
}

fn cursor_after(hit: &OpenHit) -> String {
    let strong = hit.strength == Strength::Strong;
    let mut bytes = vec![u8::from(strong), u8::from(hit.millibits.is_some())];
    bytes.extend(hit.millibits.unwrap_or(0).to_be_bytes());
    bytes.extend(hit.raised_at.as_microsecond().to_be_bytes());
    bytes.extend(hit.hit.bytes());
    cursor::write(&bytes)
}

/// The place that a cursor names.
fn read(text: &str) -> Result<Place, Problem> {
    let bytes = cursor::bytes(text)?;
    let [strong, scored, rest @ ..] = bytes.as_slice() else { return Err(cursor::wrong()) };
    let (bits, rest) = rest.split_first_chunk::<4>().ok_or_else(cursor::wrong)?;
    let (at, hit) = rest.split_first_chunk::<8>().ok_or_else(cursor::wrong)?;
    let hit: [u8; 16] = hit.try_into().map_err(|_| cursor::wrong())?;
    let at = Timestamp::from_microsecond(i64::from_be_bytes(*at)).map_err(|_| cursor::wrong())?;
    let strength = if *strong == 0 { Strength::Ordinary } else { Strength::Strong };
    let bits = (*scored != 0).then(|| i32::from_be_bytes(*bits));
    Ok((Reverse((strength, bits)), at, HitId::from_bytes(hit)))
}
