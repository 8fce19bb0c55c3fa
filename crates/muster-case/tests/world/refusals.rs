//! One of every refusal there is.

use muster_case::{Hold, Missing, Refusal, Stage};
use muster_vocab::{CaseId, Role};

/// Every thing that may be missing.
const MISSING: [Missing; 27] = [
    Missing::Notice,
    Missing::CurrentNotice,
    Missing::Consent,
    Missing::Contact,
    Missing::Nationality,
    Missing::Determination,
    Missing::AcceptedFinding,
    Missing::ReasonCode,
    Missing::Rationale,
    Missing::Checks,
    Missing::CheckOutcomes,
    Missing::HitRulings,
    Missing::Vetting,
    Missing::ClearedHits,
    Missing::DuplicateRulings,
    Missing::Assessment,
    Missing::ContractPreview,
    Missing::NextOfKin,
    Missing::KitList,
    Missing::ValidPass,
    Missing::SamePerson,
    Missing::ApplicantSignature,
    Missing::UnitAcceptance,
    Missing::KinNotified,
    Missing::Source,
    Missing::StepUp,
    Missing::Ground,
];

/// What comes after a refusal in the list below: a new variant does not compile until it stands there.
fn after(refusal: &Refusal) -> Option<Refusal> {
    let case = CaseId::from(7);
    let at = "2022-03-05T09:30:00Z".parse().unwrap();
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
        Refusal::MustBeKept => Refusal::Needs(MISSING[0]),
        Refusal::Needs(missing) => {
            let next = MISSING.iter().position(|it| it == missing).map(|number| number + 1)?;
            Refusal::Needs(*MISSING.get(next)?)
        }
    })
}

/// One of every refusal.
pub(crate) fn all() -> Vec<Refusal> {
    let first = Refusal::RoleMayNot {
        action: "countersign",
        role: Role::Clerk,
        may: &[Role::Attache, Role::Adjudicator],
    };
    std::iter::successors(Some(first), after).collect()
}
