//! Pairs of cases that may be of one person: which wait, how they compare, a ruling, and a merge undone.

use super::{
    ROOT,
    acts::{case_of, upon},
    answer::Answer,
    caller::{Caller, permit},
    cursor, input,
    named::{Keep, Posted},
    problem::Problem,
    words::{Id, Words},
};
use axum::{
    body::Body,
    extract::{Path, RawQuery},
    http::request::Parts,
    response::Response,
};
use jiff::Timestamp;
use muster_app::{
    App, Failure,
    desk::{Acted, Basis, Officer},
    duplicates::{FieldRow, Pair, PairRow, PairRuling, SameMeans},
    linkage::{Answer as Answered, Field as Compared, Likeness as Alike, MilliBits},
};
use muster_case::identity::Basis as Shared;
use muster_vocab::{CaseId, PersonalText};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use utoipa::{IntoParams, ToSchema};

/// Where to go on.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// Where to go on: the `next` of the answer before.
    after: Option<String>,
    /// How many at most.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
}

/// The pairs that wait for a ruling, those with the most evidence first.
#[derive(Serialize, ToSchema)]
pub(super) struct Pairs {
    pairs: Vec<WaitingPair>,
    /// Where to go on, if there is more; the header `Link` has the whole address.
    next: Option<String>,
}

/// Two cases that may be of one person. Nothing of it is the person's own data.
#[derive(Serialize, ToSchema)]
struct WaitingPair {
    /// The case that is held.
    case: String,
    /// The other case.
    other: String,
    /// The mission of the case.
    mission: String,
    /// The mission of the other case.
    other_mission: String,
    /// The stage of the case.
    stage: String,
    /// The stage of the other case.
    other_stage: String,
    /// What they share.
    basis: Vec<PairBasis>,
    /// The evidence, in thousandths of a bit; nothing if no engine compared them.
    millibits: Option<i32>,
    /// Since when it waits.
    #[schema(format = DateTime)]
    since: String,
    /// Whether the other case was refused.
    refused_there: bool,
}

/// What two cases share.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum PairBasis {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A document.
    Document,
    /// Name and birth.
    Likeness,
}

impl From<PairRow> for WaitingPair {
    fn from(row: PairRow) -> Self {
        let basis = |shared: Shared| match shared {
            Shared::Email => PairBasis::Email,
            Shared::Phone => PairBasis::Phone,
            Shared::Document => PairBasis::Document,
            Shared::Likeness => PairBasis::Likeness,
        };
        Self {
            case: row.case.to_string(),
            other: row.other.to_string(),
            mission: row.mission,
            other_mission: row.other_mission,
            stage: row.stage.word().to_owned(),
            other_stage: row.other_stage.word().to_owned(),
            basis: row.basis.into_iter().map(basis).collect(),
            millibits: row.bits.map(|bits| bits.0),
            since: row.since.to_string(),
            refused_there: row.refused_there,
        }
    }
}

/// Where a pair stands among those that wait.
type Place = (Reverse<Option<MilliBits>>, Timestamp, CaseId, CaseId);

fn place(row: &PairRow) -> Place {
    (Reverse(row.bits), row.since, row.case, row.other)
}

/// `GET /api/v1/pairs`
pub(super) async fn list(caller: Caller, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    let wanted: Wanted = input::query(query.as_deref())?;
    let limit = cursor::limit(wanted.limit)?;
    let after = wanted.after.as_deref().map(read).transpose()?;
    let (officer, at) = (caller.officer.clone(), caller.web.now());
    let mut open = caller.run(move |app| Ok(app.duplicate_pairs(&officer, at)?)).await?;
    open.sort_by_key(place);
    open.retain(|row| after.is_none_or(|after| place(row) > after));
    let more = open.len() > limit;
    open.truncate(limit);
    let next = open.last().filter(|_| more).map(cursor_after);
    let link = next.as_deref().map(|next| cursor::link(&format!("{ROOT}/pairs"), limit, next, None));
    let pairs = open.into_iter().map(WaitingPair::from).collect();
    Ok(cursor::linked(Answer::of(&Pairs { pairs, next }), link))
}

fn cursor_after(row: &PairRow) -> String {
    let mut bytes = vec![u8::from(row.bits.is_some())];
    bytes.extend(row.bits.unwrap_or_default().0.to_be_bytes());
    bytes.extend(row.since.as_microsecond().to_be_bytes());
    bytes.extend(row.case.bytes());
    bytes.extend(row.other.bytes());
    cursor::write(&bytes)
}

/// The place that a cursor names.
fn read(text: &str) -> Result<Place, Problem> {
    let bytes = cursor::bytes(text)?;
    let [scored, rest @ ..] = bytes.as_slice() else { return Err(cursor::wrong()) };
    let (bits, rest) = rest.split_first_chunk::<4>().ok_or_else(cursor::wrong)?;
    let (at, rest) = rest.split_first_chunk::<8>().ok_or_else(cursor::wrong)?;
    let (case, other) = rest.split_first_chunk::<16>().ok_or_else(cursor::wrong)?;
    let other: [u8; 16] = other.try_into().map_err(|_| cursor::wrong())?;
    let at = Timestamp::from_microsecond(i64::from_be_bytes(*at)).map_err(|_| cursor::wrong())?;
    let bits = (*scored != 0).then(|| MilliBits(i32::from_be_bytes(*bits)));
    Ok((Reverse(bits), at, CaseId::from_bytes(*case), CaseId::from_bytes(other)))
}

/// Which other case to compare with.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Compare {
    /// The other case.
    other: Id,
}

/// How two cases compare. What was told is not in it; that it was read for this is recorded on both.
#[derive(Serialize, ToSchema)]
pub(super) struct Comparison {
    /// The engine's version.
    engine: String,
    /// Which weights it was added up by.
    weights: String,
    /// All evidence together, in thousandths of a bit.
    millibits: i32,
    /// How likely they are one person, from 0 to 1.
    probability: f64,
    /// What the engine proposes: `same`, `to_person`, `different`.
    answer: &'static str,
    /// Field by field.
    fields: Vec<ComparedField>,
    /// What the ruling `same_person` does now: `merges`, `goes_on_beside`, or `not_possible`.
    same_means: &'static str,
    /// Whether a ruling is asked for.
    waits: bool,
}

/// One field of both.
#[derive(Serialize, ToSchema)]
struct ComparedField {
    /// Which, such as `born`.
    field: Field,
    /// How the two compare; nothing if one side has none.
    likeness: Option<Likeness>,
    /// The rule that gave the bits, such as `born.day_month_swapped`.
    rule: Option<&'static str>,
    /// What it adds or takes, in thousandths of a bit.
    millibits: Option<i32>,
}

macro_rules! mirrored {
    ($(#[$about:meta])* $name:ident of $of:ident named $as:ident: $($variant:ident)+) => {
        $(#[$about])*
        #[derive(Serialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        #[schema(as = $as)]
        enum $name { $($variant,)+ }

        impl From<$of> for $name {
            fn from(of: $of) -> Self {
                match of { $($of::$variant => Self::$variant,)+ }
            }
        }
    };
}

mirrored! {
    /// A field that is compared.
    Field of Compared named PairField: Given Family Middle Born Document Phone Email Origin Address Residence Sex
}
mirrored! {
    /// How two values compare.
    Likeness of Alike named PairLikeness: Same Similar Different
}

impl From<Pair> for Comparison {
    fn from(pair: Pair) -> Self {
        let score = &pair.comparison.score;
        let field = |row: FieldRow| ComparedField {
            field: row.field.into(),
            likeness: row.likeness().map(Likeness::from),
            rule: row.part.map(|part| part.rule),
            millibits: row.part.map(|part| part.bits.0),
        };
        Self {
            engine: pair.comparison.engine.to_owned(),
            weights: pair.comparison.weights.clone(),
            millibits: score.bits.0,
            probability: score.probability.value(),
            answer: match score.answer {
                Answered::Same => "same",
                Answered::ToPerson => "to_person",
                Answered::Different => "different",
            },
            fields: pair.rows.into_iter().map(field).collect(),
            same_means: match pair.same_means {
                SameMeans::MergesInto(_) => "merges",
                SameMeans::GoesOnBeside(_) => "goes_on_beside",
                SameMeans::Not(_) => "not_possible",
            },
            waits: pair.suspected,
        }
    }
}

/// `POST /api/v1/cases/{case}/compare`
pub(super) async fn compare(
    caller: Caller,
    Path(case): Path<String>,
    parts: Parts,
    body: Body,
) -> Result<Answer, Problem> {
    let (case, posted, officer) = (case_of(&case)?, Posted::read(parts, body).await?, caller.officer.clone());
    let Compare { other } = input::body(&posted.bytes)?;
    let (other, may) = (CaseId::from_bytes(other.0), permit(&officer)?);
    let work = move |app: &App, at, _| {
        let pair = app.open_pair(&officer, may, case, other, at)?;
        Ok(Answer::of(&Comparison::from(pair)))
    };
    // That it was read is recorded each time it is asked for.
    posted.once(&caller, Keep::Nothing, work).await
}

/// What two cases are found to be.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = PairRuling)]
enum Ruling {
    /// One person: the case is merged into the other, or goes on beside it if that is closed.
    SamePerson,
    /// Two people. Remembered until one of them changes what they told.
    Different,
    /// Not known yet: a note, and the hold stays.
    Unsure,
}

/// Rules whether two cases are of one person.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct RulePair {
    /// The other case.
    other: Id,
    /// What they are.
    ruling: Ruling,
    /// Why.
    rationale: Words,
}

/// `POST /api/v1/cases/{case}/acts/rule-pair`
pub(super) async fn rule(
    caller: Caller,
    Path(case): Path<String>,
    parts: Parts,
    body: Body,
) -> Result<Answer, Problem> {
    let (case, posted) = (case_of(&case)?, Posted::read(parts, body).await?);
    let RulePair { other, ruling, rationale } = input::body(&posted.bytes)?;
    let (other, why) = (CaseId::from_bytes(other.0), PersonalText(rationale.0));
    let ruling = match ruling {
        Ruling::SamePerson => PairRuling::SamePerson(why),
        Ruling::Different => PairRuling::Different(why),
        Ruling::Unsure => PairRuling::Unsure(why),
    };
    act(caller, case, posted, move |app, officer, basis, at| {
        app.rule_pair(officer, case, other, basis, ruling, at)
    })
    .await
}

/// Undoes the merge of this case into another.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Unmerge {
    /// Why they are two people after all.
    rationale: Words,
}

/// `POST /api/v1/cases/{case}/acts/unmerge`
pub(super) async fn unmerge(
    caller: Caller,
    Path(case): Path<String>,
    parts: Parts,
    body: Body,
) -> Result<Answer, Problem> {
    let (case, posted) = (case_of(&case)?, Posted::read(parts, body).await?);
    let Unmerge { rationale } = input::body(&posted.bytes)?;
    act(caller, case, posted, move |app, officer, basis, at| {
        app.undo_merge(officer, case, basis, PersonalText(rationale.0), at)
    })
    .await
}

/// Does an act about two cases upon the first as it was seen.
async fn act(
    caller: Caller,
    case: CaseId,
    posted: Posted,
    work: impl FnOnce(&App, &Officer, Basis, Timestamp) -> Result<Acted, Failure> + Send + 'static,
) -> Result<Answer, Problem> {
    let version = input::seen(&posted.headers)?;
    let officer = caller.officer.clone();
    let work =
        move |app: &App, at, once| upon(app, case, version, once, |basis| work(app, &officer, basis, at));
    posted.once(&caller, Keep::Answer, work).await
}
