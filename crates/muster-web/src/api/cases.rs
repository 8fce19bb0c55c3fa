//! Cases: a walk over them, one of them, what happened to it. Nothing of it is personal.

use super::{
    ROOT,
    acts::case_of,
    answer::Answer,
    caller::{Caller, permit},
    cursor, input,
    problem::{Kind, Problem},
    view,
};
use axum::{
    extract::{Path, RawQuery},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{ETAG, IF_NONE_MATCH},
    },
    response::{IntoResponse as _, Response},
};
use muster_app::{Failure, desk::Happened};
use muster_case::{Event, Stage};
use muster_store::views::{CaseRow, Walk};
use muster_vocab::MissionCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which cases, and where to go on.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// Of this mission alone.
    #[param(value_type = Option<String>)]
    mission: Option<MissionCode>,
    /// On this stage alone, such as `submitted`.
    #[param(value_type = Option<String>)]
    stage: Option<String>,
    /// Where to go on: the `next` of the answer before.
    after: Option<String>,
    /// How many at most.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
}

/// Cases, the first opened first. Those that are added meanwhile come at the end.
#[derive(Serialize, ToSchema)]
pub(super) struct Cases {
    cases: Vec<view::CaseLine>,
    /// Where to go on, if there is more; the header `Link` has the whole address.
    next: Option<String>,
}

/// `GET /api/v1/cases`
pub(super) async fn list(caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let wanted: Wanted = input::query(query.as_deref())?;
    let wrong = |name, words: &str| Problem::new(Kind::NotUnderstood).at(name, "query.value", words);
    let limit = cursor::limit(wanted.limit)?;
    let stage = wanted.stage.as_deref().map(str::parse::<Stage>).transpose();
    let stage = stage.map_err(|_| wrong("stage", "no such stage"))?;
    let after = wanted.after.as_deref().map(cursor::read).transpose()?;
    let missions = caller.officer.missions.clone();
    let walk = Walk { missions, mission: wanted.mission.clone(), stage, after, limit: limit as u32 + 1 };
    let may = permit(&caller.officer)?;
    let mut rows =
        caller.run(move |app| Ok(app.store.views.walk(may, &walk).map_err(Failure::from)?)).await?;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let place = |row: &CaseRow| Some(cursor::after(row.opened_at?, row.case));
    let next = rows.last().filter(|_| more).and_then(place);
    let mission = wanted.mission.as_ref().map(|mission| ("mission", mission.as_str()));
    let asked: Vec<_> = mission.into_iter().chain(stage.map(|stage| ("stage", stage.word()))).collect();
    let link = next.as_deref().map(|next| cursor::link(&format!("{ROOT}/cases"), limit, next, asked));
    let cases = rows.iter().map(view::CaseLine::from).collect();
    Ok(cursor::linked(Answer::of(&Cases { cases, next }), link))
}

/// `GET /api/v1/cases/{case}`
pub(super) async fn show(
    caller: Caller,
    Path(case): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let (case, officer, at) = (case_of(&case)?, caller.officer.clone(), caller.web.now());
    let may = permit(&caller.officer)?;
    let (version, shown) = caller
        .run(move |app| {
            let row = app.store.views.case(may, case).map_err(Failure::from)?;
            let row = row.ok_or_else(|| Problem::new(Kind::NotFound))?;
            let loaded = app.store.journal.load::<Event>(case.into()).map_err(Failure::from)?;
            let held = app.held_by(case, at)?;
            Ok((loaded.version, view::CaseView::new(&row, &loaded, held.as_ref(), &officer)))
        })
        .await?;
    let etag = input::etag(version);
    if headers.get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes()) {
        let etag = HeaderValue::from_str(&etag).map_err(|_| Problem::new(Kind::Broken))?;
        return Ok((StatusCode::NOT_MODIFIED, [(ETAG, etag)]).into_response());
    }
    Ok(Answer::of(&shown).version(version).into_response())
}

/// What happened to a case, oldest first.
#[derive(Serialize, ToSchema)]
pub(super) struct Timeline {
    entries: Vec<Entry>,
}

/// Something that happened: when, in which role somebody did it, and what; nothing that was said.
#[derive(Serialize, ToSchema)]
pub(super) struct Entry {
    /// Its place in the case.
    version: u64,
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// In which role.
    by: &'static str,
    /// What, such as `screening.hit_dismissed`.
    what: &'static str,
}

impl Entry {
    pub(super) fn of(happened: &Happened) -> Self {
        let Happened { version, at, by, what } = happened;
        Self { version: *version, at: at.to_string(), by: by.word(), what }
    }
}

/// `GET /api/v1/cases/{case}/timeline`
pub(super) async fn timeline(caller: Caller, Path(case): Path<String>) -> Result<Answer, Problem> {
    let case = case_of(&case)?;
    let happened = caller.run(move |app| Ok(app.happened(case)?)).await?;
    let version = happened.last().map_or(0, |last| last.version);
    let entries = happened.iter().map(Entry::of).collect();
    Ok(Answer::of(&Timeline { entries }).version(version))
}
