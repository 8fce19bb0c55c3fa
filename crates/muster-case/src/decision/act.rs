//! What two people may do together, who signs first and who second.

use crate::{Stage, screening::Ruling};
use jiff::Timestamp;
use muster_vocab::{HitId, Role};
use serde::{Deserialize, Serialize};

/// Why service ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DischargeCause {
    /// The term is over.
    Completed,
    /// At the person's own request.
    OwnRequest,
    /// For health.
    Medical,
    /// For conduct.
    Conduct,
    /// The programme pauses.
    Pause,
}

/// A casualty state short of death, or its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CasualtyStatus {
    /// Wounded.
    Wounded,
    /// Duty status and whereabouts unknown.
    DutyStatusWhereaboutsUnknown,
    /// Missing.
    Missing,
    /// Captured.
    Captured,
    /// No casualty any more: back, and present.
    Returned,
}

/// What is proposed by one human and takes effect by another's signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum Act {
    /// Accept after the interview.
    Accept,
    /// Refuse after the interview.
    Refuse,
    /// Try later.
    Defer {
        /// From when.
        until: Timestamp,
    },
    /// Send to another route.
    Refer {
        /// The route, as a word of the programme.
        route: String,
    },
    /// Refuse for a true match, or because the person cannot be vetted.
    RefuseEarly,
    /// Take an acceptance back.
    Revoke,
    /// Clear a strong hit.
    ClearHit {
        /// Which hit.
        hit: HitId,
        /// False match, or inconclusive with a condition.
        ruling: Ruling,
    },
    /// Let somebody in who is held.
    AdmitHeld,
    /// Report a casualty, or the return of one.
    ReportCasualty {
        /// What happened.
        status: CasualtyStatus,
    },
    /// End the service.
    Discharge {
        /// Why.
        cause: DischargeCause,
    },
    /// Record a death, on a basis of identification.
    RecordDeath,
}

impl Act {
    /// Who may sign first.
    #[must_use]
    pub const fn first_signers(&self) -> &'static [Role] {
        match self {
            Self::Accept | Self::Refuse | Self::Defer { .. } | Self::Refer { .. } => {
                &[Role::Interviewer, Role::Clerk]
            }
            Self::RefuseEarly | Self::ClearHit { .. } => &[Role::Adjudicator],
            Self::Revoke => &[Role::Attache],
            Self::AdmitHeld => &[Role::Border],
            Self::ReportCasualty { .. } => &[Role::Welfare, Role::Personnel],
            Self::Discharge { .. } => &[Role::Personnel],
            Self::RecordDeath => &[Role::Welfare],
        }
    }

    /// Who may sign second.
    #[must_use]
    pub const fn second_signers(&self) -> &'static [Role] {
        match self {
            Self::Accept | Self::Refuse | Self::Defer { .. } | Self::Refer { .. } | Self::RefuseEarly => {
                &[Role::Attache]
            }
            Self::Revoke => &[Role::Attache, Role::Adjudicator, Role::Counsel],
            Self::ClearHit { .. } | Self::AdmitHeld => &[Role::Adjudicator],
            Self::ReportCasualty { .. } | Self::Discharge { .. } | Self::RecordDeath => {
                &[Role::Personnel, Role::Welfare, Role::Attache]
            }
        }
    }

    /// Where it may be proposed.
    pub(crate) fn may_be_proposed(&self, stage: Stage) -> bool {
        match self {
            Self::Accept | Self::Refuse | Self::Defer { .. } | Self::Refer { .. } => {
                stage == Stage::Interviewed
            }
            Self::RefuseEarly => matches!(stage, Stage::Screening | Stage::HitReview),
            Self::Revoke => stage.is_revocable(),
            Self::ClearHit { .. } => !stage.is_closed(),
            Self::AdmitHeld => stage == Stage::Presented,
            Self::ReportCasualty { .. } => stage == Stage::Assigned,
            Self::Discharge { .. } => matches!(stage, Stage::Assigned | Stage::Contracted),
            Self::RecordDeath => matches!(stage, Stage::Assigned | Stage::Unaccounted),
        }
    }

    /// The outcome of an interview: it stands on `recommended` meanwhile.
    pub(crate) const fn is_recommendation(&self) -> bool {
        matches!(self, Self::Accept | Self::Refuse | Self::Defer { .. } | Self::Refer { .. })
    }

    /// Whether at least one reason code is needed.
    pub(crate) const fn needs_code(&self) -> bool {
        matches!(
            self,
            Self::Refuse | Self::Defer { .. } | Self::Refer { .. } | Self::RefuseEarly | Self::Revoke
        )
    }

    /// The stage it leads to; nothing where the stage stays.
    #[must_use]
    pub const fn leads_to(&self) -> Option<Stage> {
        match self {
            Self::Accept => Some(Stage::Accepted),
            Self::Refuse => Some(Stage::Refused),
            Self::Defer { .. } => Some(Stage::Deferred),
            Self::Refer { .. } => Some(Stage::Referred),
            Self::RefuseEarly => Some(Stage::RefusedEarly),
            Self::Revoke => Some(Stage::Revoked),
            Self::AdmitHeld => Some(Stage::Admitted),
            Self::Discharge { .. } => Some(Stage::Discharged),
            Self::RecordDeath => Some(Stage::Deceased),
            Self::ClearHit { .. } | Self::ReportCasualty { .. } => None,
        }
    }

    /// Its word.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Refuse => "refuse",
            Self::Defer { .. } => "defer",
            Self::Refer { .. } => "refer",
            Self::RefuseEarly => "refuse_early",
            Self::Revoke => "revoke",
            Self::ClearHit { .. } => "clear_hit",
            Self::AdmitHeld => "admit_held",
            Self::ReportCasualty { .. } => "report_casualty",
            Self::Discharge { .. } => "discharge",
            Self::RecordDeath => "record_death",
        }
    }
}
