//! A refusal is an answer: what is wrong, and what to do next.

mod each;

use crate::{Hold, Missing, Stage};
use jiff::Timestamp;
use muster_vocab::{CaseId, Role};
use std::fmt;

/// Why an act is not done. Nothing has changed, and the reader is told what to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The role may never do this.
    RoleMayNot {
        /// What was asked.
        action: &'static str,
        /// The role of who asked.
        role: Role,
        /// Who may.
        may: &'static [Role],
    },
    /// The case belongs to somebody else.
    NotYours,
    /// The case does not stand where this is done.
    WrongStage {
        /// What was asked.
        action: &'static str,
        /// Where the case stands; nothing if it does not exist.
        stage: Option<Stage>,
    },
    /// The case exists already.
    AlreadyOpen,
    /// A hold blocks the way forward.
    Held {
        /// The holds, in order.
        holds: Vec<Hold>,
    },
    /// The case is merged into another.
    Merged {
        /// The case that goes on.
        into: CaseId,
    },
    /// Something is missing.
    Needs(Missing),
    /// Both signatures would be of one human.
    SameHuman,
    /// The human was the only interviewer.
    SoleInterviewer,
    /// The human signed in this case before.
    SignedBefore,
    /// The human stepped back from this case, or the one who signed first did.
    Recused,
    /// Only objective findings may be confirmed in bulk.
    NotObjective,
    /// The person has an active case already.
    ActiveElsewhere {
        /// That case.
        case: CaseId,
    },
    /// A minor, or somebody who may be one.
    Minor,
    /// What the act speaks of is not in this case.
    Unknown {
        /// Such as `hit` or `proposal`.
        what: &'static str,
    },
    /// Another proposal waits for its second signature.
    ProposalOpen,
    /// A strong hit is cleared by two people.
    StrongHit,
    /// A casualty state is ended by two people, as it is reported by two.
    CasualtyStands,
    /// Done too often.
    Limit {
        /// What was done too often.
        what: &'static str,
        /// How often it may be done.
        most: u32,
    },
    /// Not yet.
    TooEarly {
        /// When it may be done.
        from: Timestamp,
    },
    /// Not any more.
    TooLate {
        /// Until when it could be done.
        until: Timestamp,
    },
    /// The contract's text is not the one that was previewed.
    TextDiffers,
    /// The pass was used or revoked.
    PassSpent,
    /// The host state's posture or a pause does not allow it.
    PostureForbids,
    /// A signature: what carries one is not merged away, and a merge that carries one is not undone.
    SignatureDepends,
    /// A legal hold, or the time that data must be kept, stops erasure.
    MustBeKept,
}

impl Refusal {
    /// The message key of the refusal, such as `refusal.same_human`.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Needs(missing) => format!("refusal.needs.{}", missing.word()),
            other => format!("refusal.{}", other.word()),
        }
    }

    const fn word(&self) -> &'static str {
        match self {
            Self::RoleMayNot { .. } => "role_may_not",
            Self::NotYours => "not_yours",
            Self::WrongStage { .. } => "wrong_stage",
            Self::AlreadyOpen => "already_open",
            Self::Held { .. } => "held",
            Self::Merged { .. } => "merged",
            Self::Needs(_) => "needs",
            Self::SameHuman => "same_human",
            Self::SoleInterviewer => "sole_interviewer",
            Self::SignedBefore => "signed_before",
            Self::Recused => "recused",
            Self::NotObjective => "not_objective",
            Self::ActiveElsewhere { .. } => "active_elsewhere",
            Self::Minor => "minor",
            Self::Unknown { .. } => "unknown",
            Self::ProposalOpen => "proposal_open",
            Self::StrongHit => "strong_hit",
            Self::CasualtyStands => "casualty_stands",
            Self::Limit { .. } => "limit",
            Self::TooEarly { .. } => "too_early",
            Self::TooLate { .. } => "too_late",
            Self::TextDiffers => "text_differs",
            Self::PassSpent => "pass_spent",
            Self::PostureForbids => "posture_forbids",
            Self::SignatureDepends => "signature_depends",
            Self::MustBeKept => "must_be_kept",
        }
    }

    /// What the reader can do next, one sentence.
    #[must_use]
    pub fn next_step(&self) -> String {
        match self {
            Self::RoleMayNot { may, .. } => {
                let names: Vec<_> = may.iter().map(|role| role.word()).collect();
                format!("ask somebody who acts as {}", names.join(" or "))
            }
            Self::NotYours => "open your own case with its receipt".into(),
            Self::WrongStage { stage: None, .. } => {
                "check the case number; nothing is recorded under it".into()
            }
            Self::WrongStage { .. } => "open the case and see which step is next".into(),
            Self::AlreadyOpen => "go on with the case that is open".into(),
            Self::Held { .. } => "settle the cause of each hold, then lift it".into(),
            Self::Merged { into } => format!("go on in case {into}, or undo the merge"),
            Self::Needs(missing) => missing.sentences().1.into(),
            Self::SameHuman | Self::SoleInterviewer | Self::SignedBefore => "let another person do it".into(),
            Self::Recused => "let another person do it, and send back what this officer proposed".into(),
            Self::NotObjective => "take the cases with other findings out and decide them singly".into(),
            Self::ActiveElsewhere { case } => format!("go on in case {case}"),
            Self::Minor => {
                "take the safeguarding path: confirm the refusal with code R01 and tell kindly".into()
            }
            Self::Unknown { .. } => "reload the case; it may have changed meanwhile".into(),
            Self::ProposalOpen => "countersign or send back the open proposal first".into(),
            Self::StrongHit => "recommend clearing it; a second adjudicator countersigns".into(),
            Self::CasualtyStands => {
                "report that the person returned, with the source; a second person countersigns".into()
            }
            Self::Limit { .. } => "see the case page for what is left to do".into(),
            Self::TooEarly { from } => format!("repeat it after {from}"),
            Self::TooLate { .. } => "a new application may be the way".into(),
            Self::TextDiffers => "preview the new text and give 24 hours to think".into(),
            Self::PassSpent => "check for another person with a copy of the pass".into(),
            Self::PostureForbids => "see the mission's posture; the waiting list is open".into(),
            Self::SignatureDepends => {
                "send an open proposal back; or let the signed case go on, and ask for a review of its decision"
                    .into()
            },
            Self::MustBeKept => "see the retention date and the legal hold on the case".into(),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RoleMayNot { action, role, .. } => write!(f, "the role {role} may not {action}"),
            Self::NotYours => f.write_str("this case belongs to another person"),
            Self::WrongStage { action, stage: Some(stage) } => {
                write!(f, "{action} is not done while a case is {stage}")
            }
            Self::WrongStage { action, stage: None } => write!(f, "{action} needs a case, and there is none"),
            Self::AlreadyOpen => f.write_str("the case is open already"),
            Self::Held { holds } => {
                let names: Vec<_> = holds.iter().map(|hold| hold.word()).collect();
                write!(f, "the case is held: {}", names.join(", "))
            }
            Self::Merged { .. } => f.write_str("the case is merged into another"),
            Self::Needs(missing) => f.write_str(missing.sentences().0),
            Self::SameHuman => f.write_str("both signatures would be of the same human"),
            Self::SoleInterviewer => f.write_str("the only interviewer may not countersign"),
            Self::SignedBefore => f.write_str("somebody who signed in this case may not settle its review"),
            Self::Recused => f.write_str("an officer of this act stepped back from the case"),
            Self::NotObjective => f.write_str("only objective findings may be confirmed in bulk"),
            Self::ActiveElsewhere { .. } => f.write_str("the person has an active case already"),
            Self::Minor => f.write_str("the applicant is or may be under 18"),
            Self::Unknown { what } => write!(f, "there is no such {what} in this case"),
            Self::ProposalOpen => f.write_str("a proposal waits for its second signature"),
            Self::StrongHit => f.write_str("a strong hit is cleared by two people"),
            Self::CasualtyStands => f.write_str("a casualty state is ended by two people"),
            Self::Limit { what, most } => write!(f, "{what} is possible {most} times at most"),
            Self::TooEarly { from } => write!(f, "not before {from}"),
            Self::TooLate { until } => write!(f, "it was possible until {until}"),
            Self::TextDiffers => f.write_str("the text is not the one that was previewed"),
            Self::PassSpent => f.write_str("the pass was used or revoked"),
            Self::PostureForbids => f.write_str("the mission may not do this now"),
            Self::SignatureDepends => f.write_str("a signature rests on the cases as they are"),
            Self::MustBeKept => f.write_str("the data must be kept still"),
        }
    }
}

impl std::error::Error for Refusal {}
