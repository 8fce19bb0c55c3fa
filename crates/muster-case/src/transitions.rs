//! The table of moves of `mission.md` section 5, as data: from, to, and by whose act.
//!
//! Deciding does not read it. A property test holds every move that deciding allows against it, and every row of it
//! against what deciding allows.

use crate::Stage;
use muster_vocab::Role;

/// A move: from a stage (nothing for a new case) to a stage, by the act of one of some roles.
#[derive(Debug, Clone, Copy)]
pub struct Transition {
    /// Where from: any of these; nothing stands for a new case.
    pub from: &'static [Option<Stage>],
    /// Where to.
    pub to: Stage,
    /// Whose act makes the move; where two sign, the second.
    pub by: &'static [Role],
}

macro_rules! transitions {
    ($($($from:ident)|+ => $to:ident by $($role:ident)+;)+) => {
        /// Every move between two stages but withdrawal and erasure, which [`TO_WITHDRAWN`] and [`TO_ERASED`] give.
        pub const TRANSITIONS: &[Transition] = &[$(
            Transition { from: &[$(from!($from)),+], to: Stage::$to, by: &[$(Role::$role),+] },
        )+];
    };
}

macro_rules! from {
    (Nothing) => {
        None
    };
    ($stage:ident) => {
        Some(Stage::$stage)
    };
}

transitions! {
    Nothing => Draft by Applicant Clerk;
    Draft => Submitted by Applicant Clerk;
    Draft => Lapsed by System;
    Submitted => InfoRequested by Clerk;
    InfoRequested => Submitted by Applicant;
    InfoRequested => Lapsed by System;
    Submitted => RefusedEarly by Clerk;
    Submitted => Referred by Clerk;
    Submitted => Screening by System;
    Screening => HitReview by System Screener Adjudicator Border;
    HitReview => Screening by Adjudicator;
    HitReview | Screening => RefusedEarly by Attache;
    Screening => InterviewReady by System;
    InterviewReady => InterviewBooked by Applicant Clerk;
    InterviewBooked => InterviewReady by Applicant Clerk System;
    InterviewBooked => Lapsed by Clerk System;
    InterviewBooked => Interviewed by Interviewer;
    Interviewed => Recommended by Interviewer Clerk;
    Recommended => Accepted by Attache;
    Recommended => Refused by Attache;
    Recommended => Deferred by Attache;
    Recommended => Referred by Attache;
    Recommended => Interviewed by Attache;
    Deferred => InterviewReady by System Clerk;
    Deferred => Submitted by System Clerk;
    RefusedEarly | Refused | Revoked | TurnedBack => UnderReview by Applicant System;
    UnderReview => RefusedEarly by Attache Counsel;
    UnderReview => Refused by Attache Counsel;
    UnderReview => Revoked by Attache Counsel;
    UnderReview => TurnedBack by Attache Counsel;
    UnderReview => Submitted by Attache Counsel;
    UnderReview => InterviewReady by Attache Counsel;
    Accepted => ClearedToTravel by Clerk;
    ClearedToTravel => EnRoute by Applicant;
    Accepted | ClearedToTravel | EnRoute => Revoked by Attache Adjudicator Counsel;
    Nothing | ClearedToTravel | EnRoute | Overdue | Unaccounted => Presented by Border;
    Presented => Admitted by Border Adjudicator;
    Presented => TurnedBack by Border;
    EnRoute => Overdue by System;
    Overdue => DidNotTravel by Border Welfare;
    Overdue => Unaccounted by Border Welfare;
    Unaccounted => DidNotTravel by Border Welfare;
    Unaccounted | Assigned => Deceased by Personnel Welfare Attache;
    Admitted => ContractOffered by Personnel;
    ContractOffered => Contracted by Personnel;
    ContractOffered => ContractDeclined by Applicant Personnel;
    Contracted => Assigned by Personnel;
    Withdrawn => Draft by Applicant;
    Withdrawn => Submitted by Applicant;
    Assigned | Contracted => Discharged by Personnel Welfare Attache;
}

/// Who may withdraw a case, from any stage where [`Stage::may_withdraw`].
pub const TO_WITHDRAWN: &[Role] = &[Role::Applicant];

/// Who may erase a case, from any closed stage.
pub const TO_ERASED: &[Role] = &[Role::System, Role::DataProtection];

/// Who may move a case from one stage to another; nobody where the table has no such move.
#[must_use]
pub fn may_move(from: Option<Stage>, to: Stage) -> &'static [Role] {
    match to {
        Stage::Withdrawn if from.is_some_and(Stage::may_withdraw) => TO_WITHDRAWN,
        Stage::Erased if from.is_some_and(|from| from.is_closed() && from != Stage::Erased) => TO_ERASED,
        _ => {
            TRANSITIONS.iter().find(|row| row.to == to && row.from.contains(&from)).map_or(&[], |row| row.by)
        }
    }
}
