//! Who acts, and when.

use crate::{HumanId, PersonId, StaffId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The part somebody plays when acting. A human may hold several; a signature counts once for each human.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// AP: the person whose case it is.
    Applicant,
    /// CL: takes in, asks back, confirms objective refusals.
    Clerk,
    /// SC: runs checks and records their outcome.
    Screener,
    /// AD: rules on hits.
    Adjudicator,
    /// IN: interviews and rates.
    Interviewer,
    /// AT: the approver who countersigns.
    Attache,
    /// CO: legal notices, posture.
    Counsel,
    /// BO: the border and reception desk.
    Border,
    /// PO: contract and assignment.
    Personnel,
    /// WO: welfare, casualty, family.
    Welfare,
    /// SY: a worker of this program.
    System,
    /// DP: data protection.
    DataProtection,
    /// Writes and publishes policy.
    PolicyOwner,
    /// Keeps accounts and missions.
    Administrator,
}

impl Role {
    /// Every role, in the order of `mission.md` section 5.
    pub const ALL: [Self; 14] = [
        Self::Applicant,
        Self::Clerk,
        Self::Screener,
        Self::Adjudicator,
        Self::Interviewer,
        Self::Attache,
        Self::Counsel,
        Self::Border,
        Self::Personnel,
        Self::Welfare,
        Self::System,
        Self::DataProtection,
        Self::PolicyOwner,
        Self::Administrator,
    ];

    /// Roles that people with an account hold: all but the applicant's own and the workers'. Whoever holds several acts as
    /// the first of them that may, so the one that may most is the first.
    pub const STAFF: [Self; 12] = [
        Self::Administrator,
        Self::Clerk,
        Self::Screener,
        Self::Adjudicator,
        Self::Interviewer,
        Self::Attache,
        Self::Counsel,
        Self::Border,
        Self::Personnel,
        Self::Welfare,
        Self::DataProtection,
        Self::PolicyOwner,
    ];

    /// The role's word in routes, files and messages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Applicant => "applicant",
            Self::Clerk => "clerk",
            Self::Screener => "screener",
            Self::Adjudicator => "adjudicator",
            Self::Interviewer => "interviewer",
            Self::Attache => "attache",
            Self::Counsel => "counsel",
            Self::Border => "border",
            Self::Personnel => "personnel",
            Self::Welfare => "welfare",
            Self::System => "system",
            Self::DataProtection => "data_protection",
            Self::PolicyOwner => "policy_owner",
            Self::Administrator => "administrator",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl std::str::FromStr for Role {
    type Err = crate::Rejected;
    fn from_str(text: &str) -> Result<Self, crate::Rejected> {
        Self::ALL
            .into_iter()
            .find(|role| role.word() == text)
            .ok_or(crate::Rejected::new("role", "see `muster staff add --help` for the roles"))
    }
}

/// A part of this program that acts by itself: it proposes and keeps clocks, and never decides about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Worker {
    /// Applies the policy to what was submitted.
    Eligibility,
    /// Opens and completes screening.
    Screening,
    /// Finds the same person twice.
    Linkage,
    /// Keeps clocks: lapses, deferrals, overdue.
    Clock,
    /// Proposes reviews when a policy changes.
    PolicyReview,
    /// Ends retention.
    Retention,
}

/// Who acts. There is no default: every act names its actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The person whose case it is.
    Applicant {
        /// That person.
        person: PersonId,
    },
    /// Somebody of the mission, under one role.
    Staff {
        /// The account.
        staff: StaffId,
        /// The human behind the account.
        human: HumanId,
        /// The role the human acts in now.
        role: Role,
    },
    /// A worker of this program.
    System {
        /// Which worker.
        worker: Worker,
    },
}

impl Actor {
    /// The role the actor acts in.
    #[must_use]
    pub const fn role(&self) -> Role {
        match self {
            Self::Applicant { .. } => Role::Applicant,
            Self::Staff { role, .. } => *role,
            Self::System { .. } => Role::System,
        }
    }

    /// The human of the staff who acts; nobody for applicants and workers.
    #[must_use]
    pub const fn human(&self) -> Option<HumanId> {
        match self {
            Self::Staff { human, .. } => Some(*human),
            Self::Applicant { .. } | Self::System { .. } => None,
        }
    }
}

/// When something is done, and by whom: every act takes one as an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The time of the act.
    pub at: Timestamp,
    /// Who acts.
    pub by: Actor,
}
