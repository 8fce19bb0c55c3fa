//! Checks and hits.

use super::{Asking, Performs};
use crate::api::{
    problem::{Kind, Problem},
    words::{Id, Word, Words},
};
use muster_app::Act;
use muster_case::screening::{self, CheckOutcome, ListRef, Ruling, Strength, UnvettableCause};
use muster_vocab::{Digest, HitId, PersonalText};
use serde::Deserialize;
use utoipa::ToSchema;

/// What a check came to.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    /// Nothing found.
    Clear,
    /// Something found that a person must weigh.
    Adverse,
    /// One or more hits, ruled on apart.
    Hits,
    /// Not decided.
    Inconclusive,
    /// Cannot be checked; `cause` says why.
    Unvettable,
}

/// Why somebody cannot be checked.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = UnvettableCause)]
enum Cause {
    /// There are no records.
    NoRecords,
    /// The authority did not answer.
    NoResponse,
    /// The documents do not suffice.
    Documents,
    /// The mission cannot do it now.
    MissionCapacity,
    /// Lived where nobody can ask.
    HostileAreaResidence,
}

/// A list that was looked at.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct List {
    /// The list.
    list: Word,
    /// Its edition, as dated by its publisher.
    edition: Word,
}

impl From<List> for ListRef {
    fn from(list: List) -> Self {
        Self { list: list.list.0, edition: list.edition.0 }
    }
}

/// Records what a check came to.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct RecordCheck {
    /// The check, as a word of the programme.
    check: Word,
    /// What it came to.
    outcome: Outcome,
    /// Why it cannot be made, if it cannot.
    cause: Option<Cause>,
    /// The lists looked at, where the check is against lists.
    #[serde(default)]
    lists: Vec<List>,
    /// On what grounds.
    reason: Words,
}

impl Performs for RecordCheck {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        let outcome = match (self.outcome, self.cause) {
            (Outcome::Clear, None) => CheckOutcome::Clear,
            (Outcome::Adverse, None) => CheckOutcome::Adverse,
            (Outcome::Hits, None) => CheckOutcome::Hits,
            (Outcome::Inconclusive, None) => CheckOutcome::Inconclusive,
            (Outcome::Unvettable, Some(cause)) => CheckOutcome::Unvettable(match cause {
                Cause::NoRecords => UnvettableCause::NoRecords,
                Cause::NoResponse => UnvettableCause::NoResponse,
                Cause::Documents => UnvettableCause::Documents,
                Cause::MissionCapacity => UnvettableCause::MissionCapacity,
                Cause::HostileAreaResidence => UnvettableCause::HostileAreaResidence,
            }),
            _ => {
                let words = "`unvettable` needs a cause, and nothing else has one";
                return Err(Problem::new(Kind::BodyFaulty).at("/cause", "body.cause", words));
            }
        };
        let lists = self.lists.into_iter().map(ListRef::from).collect();
        let reason = PersonalText(self.reason.0);
        of.may(screening::RecordCheck { check: self.check.0, outcome, lists, reason })
    }
}

/// How much evidence a hit has.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Strength)]
enum Evidence {
    /// One adjudicator may clear it.
    Ordinary,
    /// Two people must.
    Strong,
}

/// Raises a hit that an officer found.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct RaiseHit {
    /// The list and its edition.
    list: List,
    /// The publisher's identifier of the entry: a ruling is bound to it and the edition.
    entry: Word,
    /// How much evidence there is.
    strength: Evidence,
    /// The evidence, in words.
    evidence: Words,
}

impl Performs for RaiseHit {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        let list = ListRef::from(self.list);
        let entry = Digest::of(format!("{} {} {}", list.list, list.edition, self.entry.0).as_bytes());
        of.may(screening::RaiseHit {
            hit: HitId::from_bytes(of.new_id("hit")),
            list,
            entry,
            strength: match self.strength {
                Evidence::Ordinary => Strength::Ordinary,
                Evidence::Strong => Strength::Strong,
            },
            scored: None,
            evidence: PersonalText(self.evidence.0),
        })
    }
}

/// How a hit is cleared.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Ruling)]
pub(in crate::api) enum Cleared {
    /// Not the same person.
    FalseMatch,
    /// Not decided, and may go on under a condition.
    InconclusiveWithCondition,
}

impl From<Cleared> for Ruling {
    fn from(cleared: Cleared) -> Self {
        match cleared {
            Cleared::FalseMatch => Self::FalseMatch,
            Cleared::InconclusiveWithCondition => Self::InconclusiveWithCondition,
        }
    }
}

/// Dismisses an ordinary hit.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct DismissHit {
    /// Which.
    hit: Id,
    /// How it is cleared.
    ruling: Cleared,
    /// Why; for an inconclusive one, under which condition.
    rationale: Words,
}

impl Performs for DismissHit {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        let (hit, rationale) = (HitId::from_bytes(self.hit.0), PersonalText(self.rationale.0));
        of.may(screening::DismissHit { hit, ruling: self.ruling.into(), rationale })
    }
}

/// Rules that a hit is the same person.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct ConfirmHit {
    /// Which.
    hit: Id,
    /// Why.
    rationale: Words,
}

impl Performs for ConfirmHit {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        let (hit, rationale) = (HitId::from_bytes(self.hit.0), PersonalText(self.rationale.0));
        of.may(screening::ConfirmHit { hit, rationale })
    }
}
