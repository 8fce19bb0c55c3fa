//! A case as programs see it: nothing personal, and nothing of another's ratings.

use super::hits::strength;
use jiff::Timestamp;
use muster_app::desk::{Holder, Officer};
use muster_case::{
    Action as _, Case,
    access::ReadHits,
    screening::{CheckOutcome, Ruling},
};
use muster_store::{journal::Loaded, views::CaseRow};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// A case in a line.
#[derive(Serialize, ToSchema)]
pub(super) struct CaseLine {
    /// The case.
    pub(super) case: String,
    /// Its version, as `ETag` has it.
    version: u64,
    /// The mission.
    mission: String,
    /// How the contact came.
    channel: String,
    /// The stage.
    stage: String,
    /// Since when.
    #[schema(format = DateTime)]
    stage_since: String,
    /// The holds.
    holds: Vec<String>,
    /// When it was opened.
    #[schema(format = DateTime)]
    opened_at: Option<String>,
    /// When it was first submitted.
    #[schema(format = DateTime)]
    submitted_at: Option<String>,
    /// What the policy finds.
    finding: Option<String>,
    /// The codes of the last outcome.
    codes: Vec<String>,
    /// The act that waits for its second signature.
    proposal: Option<String>,
    /// The case it is merged into.
    merged_into: Option<String>,
}

fn written(at: Option<Timestamp>) -> Option<String> {
    at.map(|at| at.to_string())
}

impl From<&CaseRow> for CaseLine {
    fn from(row: &CaseRow) -> Self {
        Self {
            case: row.case.to_string(),
            version: row.version,
            mission: row.mission.clone(),
            channel: row.channel.clone(),
            stage: row.stage.clone(),
            stage_since: row.stage_since.to_string(),
            holds: row.holds.clone(),
            opened_at: written(row.opened_at),
            submitted_at: written(row.submitted_at),
            finding: row.finding.clone(),
            codes: row.codes.clone(),
            proposal: row.proposal_act.clone(),
            merged_into: row.merged_into.map(|case| case.to_string()),
        }
    }
}

/// A case as it stands.
#[derive(Serialize, ToSchema)]
pub(super) struct CaseView {
    #[serde(flatten)]
    line: CaseLine,
    /// The policy edition of the finding.
    edition: Option<String>,
    /// Each check with its outcome; nothing while it is not made.
    checks: BTreeMap<String, Option<&'static str>>,
    /// The hits, for who may know of them.
    hits: Option<Vec<HitView>>,
    /// The interview that is booked.
    booking: Option<BookingView>,
    /// How many have rated: never what.
    raters: usize,
    /// Whether you have rated.
    you_rated: bool,
    /// What waits for its second signature.
    open_proposal: Option<ProposalView>,
    /// What was decided, oldest first.
    decisions: Vec<DecisionView>,
    /// In whose hands it is.
    held_by: Option<HolderView>,
}

/// A hit of a case.
#[derive(Serialize, ToSchema)]
struct HitView {
    /// The hit.
    hit: String,
    /// The list.
    list: String,
    /// `ordinary` or `strong`.
    strength: &'static str,
    /// The ruling, once there is one.
    ruling: Option<&'static str>,
}

/// A booked interview.
#[derive(Serialize, ToSchema)]
struct BookingView {
    /// The slot.
    slot: String,
    /// When it starts.
    #[schema(format = DateTime)]
    starts: String,
    /// Whether two raters are needed.
    critical_role: bool,
}

/// A first signature that waits for the second.
#[derive(Serialize, ToSchema)]
struct ProposalView {
    /// The proposal.
    proposal: String,
    /// What is proposed.
    act: &'static str,
    /// On which codes.
    codes: Vec<&'static str>,
    /// Since when.
    #[schema(format = DateTime)]
    at: String,
    /// Whether you signed first; then another signs second.
    yours: bool,
}

/// A decision.
#[derive(Serialize, ToSchema)]
struct DecisionView {
    /// The stage it led to.
    stage: &'static str,
    /// On which codes.
    codes: Vec<&'static str>,
    /// Under which policy edition.
    edition: String,
    /// When it took effect.
    #[schema(format = DateTime)]
    at: String,
}

/// In whose hands a case is.
#[derive(Serialize, ToSchema)]
struct HolderView {
    /// Whether in yours.
    yours: bool,
    /// The name, unless it was erased.
    name: Option<String>,
    /// Since when.
    #[schema(format = DateTime)]
    since: String,
}

const fn ruling(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::FalseMatch => "false_match",
        Ruling::InconclusiveWithCondition => "inconclusive_with_condition",
        Ruling::TrueMatch => "true_match",
    }
}

fn hits(case: &Case) -> Vec<HitView> {
    let view = |(id, hit): (&muster_vocab::HitId, &muster_case::screening::HitState)| HitView {
        hit: id.to_string(),
        list: hit.list.list.clone(),
        strength: strength(hit.strength),
        ruling: hit.ruling.map(ruling),
    };
    case.hits.iter().map(view).collect()
}

impl CaseView {
    pub(super) fn new(
        row: &CaseRow,
        loaded: &Loaded<Case>,
        held: Option<&Holder>,
        officer: &Officer,
    ) -> Self {
        let case = &loaded.state;
        let codes = |codes: &[muster_vocab::ReasonCode]| codes.iter().map(|code| code.code()).collect();
        Self {
            line: CaseLine { version: loaded.version, ..CaseLine::from(row) },
            edition: row.edition.clone(),
            checks: case
                .checks
                .iter()
                .map(|(check, outcome)| (check.clone(), outcome.map(CheckOutcome::word)))
                .collect(),
            hits: officer.is_one_of(ReadHits::ROLES).then(|| hits(case)),
            booking: case.booking.as_ref().map(|booking| BookingView {
                slot: booking.slot.to_string(),
                starts: booking.starts.to_string(),
                critical_role: booking.critical_role,
            }),
            raters: case.raters.len(),
            you_rated: case.raters.contains(&officer.human),
            open_proposal: case.proposal.as_ref().map(|open| ProposalView {
                proposal: open.id.to_string(),
                act: open.act.word(),
                codes: codes(&open.codes),
                at: open.at.to_string(),
                yours: open.first == officer.human,
            }),
            decisions: case
                .decisions
                .iter()
                .map(|decision| DecisionView {
                    stage: decision.stage.word(),
                    codes: codes(&decision.codes),
                    edition: decision.edition.id.clone(),
                    at: decision.at.to_string(),
                })
                .collect(),
            held_by: held.map(|holder| HolderView {
                yours: holder.human == Some(officer.human),
                name: holder.name.clone(),
                since: holder.since.to_string(),
            }),
        }
    }
}
