//! Decisions by two people: a recommendation, and a countersignature by somebody else.

mod act;
mod countersign;
mod end_deferral;
mod recommend;
mod recuse;
mod request_review;
mod send_back;
mod settle_review;

pub use act::{Act, CasualtyStatus, DischargeCause};
pub use countersign::{Countersign, Countersigned, STEP_UP_MAX};
pub use end_deferral::{DeferralEnded, EndDeferral};
pub use recommend::{Recommend, Recommended};
pub use recuse::{Recuse, Recused};
pub use request_review::{REVIEW_WITHIN, RequestReview, ReviewRequested};
pub use send_back::{SendBack, SentBack};
pub use settle_review::{ReviewOutcome, ReviewSettled, SettleReview};

use crate::{Case, Stage, eligibility::EditionRef, event::Apply};
use jiff::Timestamp;
use muster_vocab::{HumanId, Moment, ProposalId, ReasonCode};
use serde::{Deserialize, Serialize};

/// A first signature that waits for the second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Its identifier.
    pub id: ProposalId,
    /// What is proposed.
    pub act: Act,
    /// On which codes.
    pub codes: Vec<ReasonCode>,
    /// Under which policy edition.
    pub edition: Option<EditionRef>,
    /// Who signed first.
    pub first: HumanId,
    /// When.
    pub at: Timestamp,
}

/// What kind of decision was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecisionKind {
    /// A clerk confirmed a finding: one signature upon the system's proposal.
    EarlyRefusal,
    /// Two people.
    TwoSignatures,
    /// The border desk turned somebody back.
    TurnBack,
    /// A review was settled.
    Review,
}

/// A decision as the case keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What kind.
    pub kind: DecisionKind,
    /// The stage it led to.
    pub stage: Stage,
    /// On which codes.
    pub codes: Vec<ReasonCode>,
    /// Under which policy edition.
    pub edition: EditionRef,
    /// The first signer.
    pub first: HumanId,
    /// The second signer.
    pub second: Option<HumanId>,
    /// When it took effect.
    pub at: Timestamp,
}

/// What an outgoing message is about. Its text is made when it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Something is asked.
    InfoRequest,
    /// An interview is booked.
    Interview,
    /// A decision, after its last signature.
    Decision,
    /// The pass is ready.
    Pass,
    /// A correction was refused.
    Correction,
}

/// A message may leave. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MessageQueued {
    /// What it is about.
    pub about: About,
}

impl Apply for MessageQueued {
    fn apply(&self, _: &mut Case, _: &Moment) {}
}
