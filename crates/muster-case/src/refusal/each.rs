//! One of every refusal, for whoever must have words for all of them.

use crate::{Hold, Missing, Refusal, Stage};
use jiff::Timestamp;
use muster_vocab::{CaseId, Role};

impl Refusal {
    /// One of every refusal, with made-up details.
    #[must_use]
    pub fn one_of_each() -> Vec<Self> {
        let may = &[Role::Attache, Role::Adjudicator];
        let first = Self::RoleMayNot { action: "countersign", role: Role::Clerk, may };
        std::iter::successors(Some(first), after).collect()
    }
}

/// What comes after a refusal in the list below: a new variant does not compile until it stands there.
fn after(refusal: &Refusal) -> Option<Refusal> {
    let case = CaseId::from(7);
    let at = Timestamp::UNIX_EPOCH;
    Some(match refusal {
        Refusal::RoleMayNot { .. } => Refusal::NotYours,
        Refusal::NotYours => Refusal::WrongStage { action: "countersign", stage: Some(Stage::Draft) },
        Refusal::WrongStage { .. } => Refusal::AlreadyOpen,
        Refusal::AlreadyOpen => Refusal::Held { holds: vec![Hold::Security, Hold::Legal] },
        Refusal::Held { .. } => Refusal::Merged { into: case },
        Refusal::Merged { .. } => Refusal::SameHuman,
        Refusal::SameHuman => Refusal::SoleInterviewer,
        Refusal::SoleInterviewer => Refusal::SignedBefore,
        Refusal::SignedBefore => Refusal::Recused,
        Refusal::Recused => Refusal::NotObjective,
        Refusal::NotObjective => Refusal::ActiveElsewhere { case },
        Refusal::ActiveElsewhere { .. } => Refusal::Minor,
        Refusal::Minor => Refusal::Unknown { what: "hit" },
        Refusal::Unknown { .. } => Refusal::ProposalOpen,
        Refusal::ProposalOpen => Refusal::StrongHit,
        Refusal::StrongHit => Refusal::CasualtyStands,
        Refusal::CasualtyStands => Refusal::Limit { what: "moving the interview", most: 2 },
        Refusal::Limit { .. } => Refusal::TooEarly { from: at },
        Refusal::TooEarly { .. } => Refusal::TooLate { until: at },
        Refusal::TooLate { .. } => Refusal::TextDiffers,
        Refusal::TextDiffers => Refusal::PassSpent,
        Refusal::PassSpent => Refusal::PostureForbids,
        Refusal::PostureForbids => Refusal::SignatureDepends,
        Refusal::SignatureDepends => Refusal::MustBeKept,
        Refusal::MustBeKept => Refusal::Needs(Missing::ALL[0]),
        Refusal::Needs(missing) => {
            let next = Missing::ALL.iter().position(|it| it == missing).map(|number| number + 1)?;
            Refusal::Needs(*Missing::ALL.get(next)?)
        }
    })
}
