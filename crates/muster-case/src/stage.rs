//! Where a case stands: 33 stages, one at a time.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! stages {
    ($($name:ident $word:literal $meaning:literal;)+) => {
        /// Where a case stands. The words are stored and printed; they never change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Stage {
            $(#[doc = $meaning] $name,)+
        }

        impl Stage {
            /// Every stage, in the order of the way.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The stage's word in routes, files and tables.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }
        }
    };
}

stages! {
    Draft "draft" "Begun, not sent.";
    Submitted "submitted" "Sent; waits for a clerk.";
    InfoRequested "info_requested" "Something is missing; the clock stands.";
    RefusedEarly "refused_early" "Refused before an interview.";
    Referred "referred" "Sent to another route.";
    Screening "screening" "Checks are under way.";
    HitReview "hit_review" "A watchlist hit waits for a ruling.";
    InterviewReady "interview_ready" "May book an interview.";
    InterviewBooked "interview_booked" "Has a slot.";
    Interviewed "interviewed" "Assessed; waits for a recommendation.";
    Recommended "recommended" "First signature given.";
    Accepted "accepted" "Accepted by two people.";
    Refused "refused" "Refused by two people.";
    Deferred "deferred" "Try later.";
    UnderReview "under_review" "An officer who has not signed looks again.";
    ClearedToTravel "cleared_to_travel" "Holds a pass.";
    EnRoute "en_route" "Says it is on its way.";
    Overdue "overdue" "Not seen 72 hours after the crossing slot.";
    Unaccounted "unaccounted" "Nobody knows; never closed by age alone.";
    DidNotTravel "did_not_travel" "Stayed at home.";
    Presented "presented" "Stands at the reception desk.";
    Admitted "admitted" "Let in.";
    TurnedBack "turned_back" "Not let in.";
    Revoked "revoked" "Acceptance taken back by two people.";
    ContractOffered "contract_offered" "Reads the contract.";
    Contracted "contracted" "Signed.";
    ContractDeclined "contract_declined" "Declined the contract.";
    Assigned "assigned" "Serves in a unit.";
    Discharged "discharged" "Service ended.";
    Deceased "deceased" "Died; two people recorded it.";
    Lapsed "lapsed" "Fell silent.";
    Withdrawn "withdrawn" "Withdrew.";
    Erased "erased" "Only the tombstone is left.";
}

impl Stage {
    /// Whether nothing more is to be done, so that only review, erasure or the undoing of a withdrawal can follow.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        matches!(
            self,
            Self::RefusedEarly
                | Self::Refused
                | Self::Referred
                | Self::Revoked
                | Self::TurnedBack
                | Self::DidNotTravel
                | Self::ContractDeclined
                | Self::Discharged
                | Self::Deceased
                | Self::Lapsed
                | Self::Withdrawn
                | Self::Erased
        )
    }

    /// Whether the applicant may still withdraw: any open stage before `contracted`.
    #[must_use]
    pub const fn may_withdraw(self) -> bool {
        !self.is_closed() && !matches!(self, Self::Contracted | Self::Assigned)
    }

    /// Whether the outcome is against the applicant and so needs code, rationale and edition.
    #[must_use]
    pub const fn is_adverse(self) -> bool {
        matches!(self, Self::RefusedEarly | Self::Refused | Self::Revoked | Self::TurnedBack)
    }

    /// Whether the acceptance may be revoked here: `accepted` to `en_route`.
    #[must_use]
    pub const fn is_revocable(self) -> bool {
        matches!(self, Self::Accepted | Self::ClearedToTravel | Self::EnRoute)
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl std::str::FromStr for Stage {
    type Err = muster_vocab::Rejected;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.iter().copied().find(|stage| stage.word() == text).ok_or(muster_vocab::Rejected::new(
            "stage",
            "write it as in `muster funnel`, such as interview_ready",
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_33_stages_and_each_is_read_back_from_its_word() {
        assert_eq!(Stage::ALL.len(), 33);
        for stage in Stage::ALL {
            assert_eq!(stage.word().parse(), Ok(*stage));
            assert_eq!(serde_json::to_value(stage).unwrap(), stage.word());
        }
    }
}
