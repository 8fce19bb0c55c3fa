//! Steps as applicants see them: fewer than the stages, and silent about checks, hits and holds (capability C6).

use muster_case::Stage;

macro_rules! steps {
    ($($name:ident $word:literal $meaning:literal;)+) => {
        /// Where an application stands, as its applicant is told.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PublicStep {
            $(#[doc = $meaning] $name,)+
        }

        impl PublicStep {
            /// Every step, in the order of the way.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The step's word: in message keys and in `know_by_days` of a mission.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }
        }
    };
}

steps! {
    Draft "draft" "Begun, not sent.";
    Received "received" "Sent; somebody reads it.";
    Question "question" "Something is asked.";
    Checks "checks" "Is being checked, as everybody is.";
    Interview "interview" "May choose a time for the interview.";
    InterviewBooked "interview-booked" "Has a time for the interview.";
    Decision "decision" "Was interviewed; two people decide.";
    Accepted "accepted" "Accepted.";
    Refused "refused" "Refused.";
    Referred "referred" "Another way fits better.";
    Later "later" "Not now; perhaps later.";
    Review "review" "Somebody else looks again.";
    Travel "travel" "Holds a pass.";
    OnTheWay "on-the-way" "Is on the way.";
    StayedHome "stayed-home" "Did not travel.";
    Arrived "arrived" "Stands at the reception desk, or was let in.";
    NotAdmitted "not-admitted" "Was not let in.";
    TakenBack "taken-back" "The acceptance was taken back.";
    Contract "contract" "Reads the contract.";
    ContractDeclined "contract-declined" "Declined the contract.";
    Serving "serving" "Signed, and serves.";
    Ended "ended" "The service ended.";
    Lapsed "lapsed" "Fell silent.";
    Withdrawn "withdrawn" "Withdrew.";
    Erased "erased" "Nothing is held any more.";
}

/// Who has to do something next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WhoActs {
    /// The applicant.
    You,
    /// The mission.
    Office,
    /// Nobody: it is over.
    Nobody,
}

impl From<Stage> for PublicStep {
    /// Exhaustive, so that a new stage is thought about.
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Draft => Self::Draft,
            Stage::Submitted => Self::Received,
            Stage::InfoRequested => Self::Question,
            Stage::Screening | Stage::HitReview => Self::Checks,
            Stage::InterviewReady => Self::Interview,
            Stage::InterviewBooked => Self::InterviewBooked,
            Stage::Interviewed | Stage::Recommended => Self::Decision,
            Stage::Accepted => Self::Accepted,
            Stage::RefusedEarly | Stage::Refused => Self::Refused,
            Stage::Referred => Self::Referred,
            Stage::Deferred => Self::Later,
            Stage::UnderReview => Self::Review,
            Stage::ClearedToTravel => Self::Travel,
            Stage::EnRoute | Stage::Overdue | Stage::Unaccounted => Self::OnTheWay,
            Stage::DidNotTravel => Self::StayedHome,
            Stage::Presented | Stage::Admitted => Self::Arrived,
            Stage::TurnedBack => Self::NotAdmitted,
            Stage::Revoked => Self::TakenBack,
            Stage::ContractOffered => Self::Contract,
            Stage::ContractDeclined => Self::ContractDeclined,
            Stage::Contracted | Stage::Assigned => Self::Serving,
            Stage::Discharged | Stage::Deceased => Self::Ended,
            Stage::Lapsed => Self::Lapsed,
            Stage::Withdrawn => Self::Withdrawn,
            Stage::Erased => Self::Erased,
        }
    }
}

impl PublicStep {
    /// Who has to do something next.
    #[must_use]
    pub const fn acts(self) -> WhoActs {
        match self {
            Self::Draft
            | Self::Question
            | Self::Interview
            | Self::InterviewBooked
            | Self::Travel
            | Self::OnTheWay
            | Self::Contract => WhoActs::You,
            Self::Received
            | Self::Checks
            | Self::Decision
            | Self::Accepted
            | Self::Later
            | Self::Review
            | Self::Arrived
            | Self::Serving => WhoActs::Office,
            Self::Refused
            | Self::Referred
            | Self::StayedHome
            | Self::NotAdmitted
            | Self::TakenBack
            | Self::ContractDeclined
            | Self::Ended
            | Self::Lapsed
            | Self::Withdrawn
            | Self::Erased => WhoActs::Nobody,
        }
    }

    /// Whether the applicant is told not to resign and not to travel yet: all the way to the pass.
    #[must_use]
    pub const fn stay_put(self) -> bool {
        matches!(
            self,
            Self::Draft
                | Self::Received
                | Self::Question
                | Self::Checks
                | Self::Interview
                | Self::InterviewBooked
                | Self::Decision
                | Self::Accepted
                | Self::Later
                | Self::Review
        )
    }
}
