//! What is so about a case, folded from its events.

use crate::{
    Hold, Refusal, Stage,
    decision::{Decision, Proposal},
    eligibility::{Determined, Flip},
    intake::{Channel, Correction, Majority, NoticeAcknowledged, RawAnswers, SealedDossier},
    interview::Booking,
    movement::{Clearance, KinChoice},
    screening::{CheckOutcome, HitState},
    service::ServiceStatus,
};
use jiff::{SignedDuration, Timestamp};
use muster_vocab::{
    CaseId, Digest, HitId, HumanId, MissionCode, Moment, PersonId, PersonalText, ProposalId, Provenance,
    ReasonCode, Role, Sealed, StaffId,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How well an arrival is known (capability L7). Ordered: a later grade is stronger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArrivalEvidence {
    /// Holds a pass.
    Expected,
    /// Says so.
    Claimed,
    /// Was seen at the border.
    Observed,
    /// Signed the contract.
    Confirmed,
}

impl ArrivalEvidence {
    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Claimed => "claimed",
            Self::Observed => "observed",
            Self::Confirmed => "confirmed",
        }
    }
}

/// A case as its events leave it. `Case::default()` is a case of which nothing has happened.
#[derive(Debug, Clone, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own, not a mode")]
pub struct Case {
    /// Where it stands; nothing before its first event.
    pub stage: Option<Stage>,
    /// Since when it stands there.
    pub stage_since: Option<Timestamp>,
    /// The person whose case it is.
    pub person: Option<PersonId>,
    /// The mission that took it in.
    pub mission: Option<MissionCode>,
    /// How the first contact came.
    pub channel: Option<Channel>,
    /// The clerk who typed, if one did.
    pub assisted_by: Option<StaffId>,
    /// When it was opened.
    pub opened_at: Option<Timestamp>,
    /// When the applicant or a clerk last touched it.
    pub touched_at: Option<Timestamp>,

    /// The legal notice as acknowledged.
    pub notice: Option<NoticeAcknowledged>,
    /// Purposes consented to, each with the edition of the terms it was last consented to under.
    pub consent: BTreeMap<String, String>,
    /// The answers as last typed, valid or not, so that they are opened without walking the history.
    pub draft: Option<Sealed<RawAnswers>>,
    /// How many times the form was sent.
    pub submissions: u32,
    /// When it was first submitted.
    pub submitted_at: Option<Timestamp>,
    /// When the intake desk first answered: refused, referred, or passed on to screening.
    pub answered_at: Option<Timestamp>,
    /// The facts as last sent.
    pub dossier: Option<SealedDossier>,
    /// The correction that waits for a clerk.
    pub correction: Option<Box<Correction>>,
    /// Whether the applicant is of age, as far as the birth date says.
    pub majority: Option<Majority>,
    /// Facts that staff recorded, by name, with the strongest provenance.
    pub facts: BTreeMap<String, (Sealed<PersonalText>, Provenance)>,
    /// When a fact last changed.
    pub facts_at: Option<Timestamp>,

    /// The last determination, if the facts did not change since.
    pub determination: Option<Determined>,
    /// Whether a clerk accepted that finding.
    pub finding_accepted: bool,
    /// The proposals of another outcome under another edition, newest last.
    pub flips: Vec<Flip>,

    /// The checks asked for; one without an outcome is its own visible state.
    pub checks: BTreeMap<String, Option<CheckOutcome>>,
    /// The checks without an outcome that a worker could not make and left to a person.
    pub left: BTreeSet<String>,
    /// The watchlist hits.
    pub hits: BTreeMap<HitId, HitState>,
    /// The holds.
    pub holds: BTreeSet<Hold>,
    /// Those of the holds that somebody placed: clearing a hit or a suspicion does not end them, lifting does.
    pub placed: BTreeSet<Hold>,
    /// Cases suspected to be of the same person, open.
    pub duplicates: BTreeSet<CaseId>,
    /// Cases that people found to be of somebody else. Forgotten when something else is told here.
    pub apart: BTreeSet<CaseId>,
    /// Closed cases that people found to be of the same person, who applies again.
    pub same_person: BTreeSet<CaseId>,
    /// The case this one is merged into.
    pub merged_into: Option<CaseId>,

    /// The booked interview.
    pub booking: Option<Booking>,
    /// How often the applicant moved an interview.
    pub reschedules: u32,
    /// How often the applicant did not show up.
    pub no_shows: u32,
    /// Who has rated.
    pub raters: BTreeSet<HumanId>,
    /// When the interview was complete.
    pub interviewed_at: Option<Timestamp>,

    /// The proposal that waits for its second signature.
    pub proposal: Option<Proposal>,
    /// Who wrote their own view of which proposal before reading it.
    pub views: BTreeSet<(ProposalId, HumanId)>,
    /// Until when the case is deferred.
    pub deferred_until: Option<Timestamp>,
    /// What was decided, oldest first, with both signatures.
    pub decisions: Vec<Decision>,
    /// Decisions of which a review was had: one review for each.
    pub reviewed: BTreeSet<usize>,
    /// The codes of the last outcome, the primary first.
    pub outcome_codes: Vec<ReasonCode>,
    /// Who stepped back.
    pub recused: BTreeSet<HumanId>,

    /// The contract preview that was read: its text and when.
    pub preview: Option<(Digest, Timestamp)>,
    /// Next of kin, given or declined.
    pub kin: Option<KinChoice>,
    /// The kit list acknowledged.
    pub kit: Option<String>,
    /// The pass and the crossing slot.
    pub clearance: Option<Clearance>,
    /// How well the arrival is known.
    pub arrival: Option<ArrivalEvidence>,
    /// Registered at the border without a case.
    pub walk_in: bool,

    /// The text of the contract on offer.
    pub contract: Option<Digest>,
    /// Whether the applicant signed it.
    pub applicant_signed: bool,
    /// Service status while assigned.
    pub service: Option<ServiceStatus>,
    /// Whether the kin know of the last casualty state.
    pub kin_notified: bool,
    /// Whether the last casualty state was released.
    pub released: bool,
}

impl Case {
    /// The person, for a case that exists.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// Whether the case counts as the person's one active case.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.stage.is_some_and(|stage| !stage.is_closed()) && self.merged_into.is_none()
    }

    /// Checks without a recorded outcome.
    pub fn unrecorded_checks(&self) -> impl Iterator<Item = &str> {
        self.checks.iter().filter(|(_, outcome)| outcome.is_none()).map(|(check, _)| check.as_str())
    }

    /// Hits without a ruling.
    pub fn open_hits(&self) -> impl Iterator<Item = HitId> {
        self.hits.iter().filter(|(_, hit)| hit.ruling.is_none()).map(|(id, _)| *id)
    }

    /// Every human who signed a decision of this case.
    #[must_use]
    pub fn signers(&self) -> BTreeSet<HumanId> {
        self.decisions.iter().flat_map(|decision| [Some(decision.first), decision.second]).flatten().collect()
    }

    /// Puts the case on a stage. In a closed case nothing waits: no proposal for a signature, no slot for a call, no correction for a
    /// clerk.
    pub(crate) fn stand(&mut self, stage: Stage, at: Timestamp) {
        if matches!(stage, Stage::RefusedEarly | Stage::Referred | Stage::Screening) {
            self.answered_at.get_or_insert(at);
        }
        if stage.is_closed() {
            self.proposal = None;
            self.booking = None;
            self.correction = None;
        }
        self.stage = Some(stage);
        self.stage_since = Some(at);
    }

    /// The case stands on one of `stages`, and is not merged away.
    pub(crate) fn must_stand(&self, action: &'static str, stages: &[Stage]) -> Result<(), Refusal> {
        if let Some(into) = self.merged_into {
            return Err(Refusal::Merged { into });
        }
        match self.stage {
            Some(stage) if stages.contains(&stage) => Ok(()),
            stage => Err(Refusal::WrongStage { action, stage }),
        }
    }

    /// The case is open: it exists, is not closed and not merged away.
    pub(crate) fn must_be_open(&self, action: &'static str) -> Result<(), Refusal> {
        if let Some(into) = self.merged_into {
            return Err(Refusal::Merged { into });
        }
        match self.stage {
            Some(stage) if !stage.is_closed() => Ok(()),
            stage => Err(Refusal::WrongStage { action, stage }),
        }
    }

    /// The case exists and was not erased: after an erasure there is no key left to seal a word under.
    pub(crate) fn must_remain(&self, action: &'static str) -> Result<(), Refusal> {
        match self.stage {
            Some(stage) if stage != Stage::Erased => Ok(()),
            stage => Err(Refusal::WrongStage { action, stage }),
        }
    }

    /// The cause that brought a hold by itself is gone; a hold that somebody placed stays.
    pub(crate) fn release(&mut self, hold: Hold) {
        if !self.placed.contains(&hold) {
            self.holds.remove(&hold);
        }
    }

    /// A suspected duplicate is ruled on.
    pub(crate) fn settle_duplicate(&mut self, other: CaseId) {
        self.duplicates.remove(&other);
        if self.duplicates.is_empty() {
            self.release(Hold::Duplicate);
        }
    }

    /// No hold blocks the way forward.
    pub(crate) fn must_be_free(&self) -> Result<(), Refusal> {
        if self.holds.is_empty() {
            Ok(())
        } else {
            Err(Refusal::Held { holds: self.holds.iter().copied().collect() })
        }
    }

    /// An applicant acts on the own case only; staff who stepped back do not act at all.
    pub(crate) fn must_be_ours(&self, moment: &Moment) -> Result<(), Refusal> {
        if let muster_vocab::Actor::Applicant { person } = moment.by
            && self.person.is_some_and(|owner| owner != person)
        {
            return Err(Refusal::NotYours);
        }
        match moment.by.human() {
            Some(human) if self.recused.contains(&human) => Err(Refusal::Recused),
            _ => Ok(()),
        }
    }
}

/// `at` and a time more; the end of time where it is past it, so that deciding is total whatever a command names.
pub(crate) fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

/// The human who signs, for acts that only staff may do.
pub(crate) fn signer(
    moment: &Moment,
    action: &'static str,
    may: &'static [Role],
) -> Result<HumanId, Refusal> {
    moment.by.human().ok_or(Refusal::RoleMayNot { action, role: moment.by.role(), may })
}
