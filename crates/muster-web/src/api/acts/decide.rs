//! What two people decide, and what follows.

use super::{Asking, Performs, codes, screen::Cleared};
use crate::api::{
    problem::{Kind, Problem},
    words::{Code, Id, Word, Words},
};
use jiff::Timestamp;
use muster_app::Act;
use muster_case::{Refusal, decision};
use muster_vocab::{HitId, PersonalText, ProposalId, Role};
use serde::Deserialize;
use utoipa::ToSchema;

/// What is proposed.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Proposed {
    /// Accept after the interview.
    Accept,
    /// Refuse after the interview.
    Refuse,
    /// Try later; `until` says when.
    Defer,
    /// Send to another route; `route` says which.
    Refer,
    /// Refuse for a true match, or because the person cannot be vetted.
    RefuseEarly,
    /// Take an acceptance back.
    Revoke,
    /// Clear a strong hit; `hit` and `ruling` say which and how.
    ClearHit,
}

/// Gives the first of two signatures.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Recommend {
    /// What is proposed.
    act: Proposed,
    /// On which codes, the primary first.
    #[serde(default)]
    codes: Vec<Code>,
    /// Why.
    rationale: Words,
    /// From when, for `defer`.
    #[schema(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
    /// The route, for `refer`.
    route: Option<Word>,
    /// Which hit, for `clear_hit`.
    hit: Option<Id>,
    /// How it is cleared, for `clear_hit`.
    ruling: Option<Cleared>,
}

/// What an act needs and the body does not have.
fn needs(pointer: &str) -> Problem {
    Problem::new(Kind::BodyFaulty).at(pointer, "body.needed_for_act", "this act needs it")
}

impl Recommend {
    fn act(&self) -> Result<decision::Act, Problem> {
        Ok(match self.act {
            Proposed::Accept => decision::Act::Accept,
            Proposed::Refuse => decision::Act::Refuse,
            Proposed::Defer => decision::Act::Defer { until: self.until.ok_or_else(|| needs("/until"))? },
            Proposed::Refer => {
                let route = self.route.as_ref().ok_or_else(|| needs("/route"))?;
                decision::Act::Refer { route: route.0.clone() }
            }
            Proposed::RefuseEarly => decision::Act::RefuseEarly,
            Proposed::Revoke => decision::Act::Revoke,
            Proposed::ClearHit => decision::Act::ClearHit {
                hit: HitId::from_bytes(self.hit.ok_or_else(|| needs("/hit"))?.0),
                ruling: self.ruling.ok_or_else(|| needs("/ruling"))?.into(),
            },
        })
    }
}

impl Performs for Recommend {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        let act = self.act()?;
        let signers = act.first_signers();
        let command = decision::Recommend {
            proposal: ProposalId::from_bytes(of.new_id("proposal")),
            act,
            codes: codes(self.codes),
            rationale: PersonalText(self.rationale.0),
        };
        of.may_among(signers, command)
    }
}

/// Who may sign second under what waits in the case.
fn second_signers(of: &Asking<'_>, proposal: ProposalId) -> Result<&'static [Role], Problem> {
    let open = of.app.load(of.case)?.proposal.filter(|open| open.id == proposal);
    open.map(|open| open.act.second_signers()).ok_or_else(|| Refusal::Unknown { what: "proposal" }.into())
}

/// Gives the second of two signatures. A token never does: it is signed at the desk.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Countersign {
    /// Which proposal.
    proposal: Id,
    /// Your own words.
    rationale: Words,
}

impl Performs for Countersign {
    const SIGNS: bool = true;

    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        let proposal = ProposalId::from_bytes(self.proposal.0);
        let rationale = PersonalText(self.rationale.0);
        let command = decision::Countersign { proposal, rationale, step_up_at: of.at };
        of.may_among(second_signers(of, proposal)?, command)
    }
}

/// Sends a proposal back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct SendBack {
    /// Which proposal.
    proposal: Id,
    /// What is missing.
    rationale: Words,
}

impl Performs for SendBack {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        let proposal = ProposalId::from_bytes(self.proposal.0);
        let rationale = PersonalText(self.rationale.0);
        of.may_among(second_signers(of, proposal)?, decision::SendBack { proposal, rationale })
    }
}

/// Ends a deferral.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct EndDeferral {
    /// Whether the facts are looked at again, rather than only the interview.
    facts_again: bool,
}

impl Performs for EndDeferral {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        of.may(decision::EndDeferral { facts_again: self.facts_again })
    }
}

/// How a review comes out.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ReviewOutcome)]
enum Outcome {
    /// The decision stands.
    Upheld,
    /// The case is looked at from the facts on.
    Resubmitted,
    /// The case may book an interview.
    InterviewReady,
}

/// Settles a review. A token never does: it is signed at the desk.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct SettleReview {
    /// How it comes out.
    outcome: Outcome,
    /// Why.
    rationale: Words,
}

impl Performs for SettleReview {
    const SIGNS: bool = true;

    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        let outcome = match self.outcome {
            Outcome::Upheld => decision::ReviewOutcome::Upheld,
            Outcome::Resubmitted => decision::ReviewOutcome::Resubmitted,
            Outcome::InterviewReady => decision::ReviewOutcome::InterviewReady,
        };
        of.may(decision::SettleReview { outcome, rationale: PersonalText(self.rationale.0) })
    }
}

/// Steps back from the case.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct Recuse {
    /// Why.
    reason: Words,
}

impl Performs for Recuse {
    fn acts(self, of: &Asking<'_>) -> Result<Vec<Act>, Problem> {
        of.may(decision::Recuse { reason: PersonalText(self.reason.0) })
    }
}
