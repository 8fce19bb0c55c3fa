//! The first signature.

use super::{Act, CasualtyStatus, Proposal};
use crate::{
    Case, Decided, Missing, Refusal, Stage,
    case::signer,
    command::Decide,
    eligibility::EditionRef,
    event::Apply,
    permit::action,
    screening::{CheckOutcome, Ruling, Strength},
    service::ServiceStatus,
};
use muster_vocab::{HumanId, Moment, PersonalText, ProposalId, ReasonCode, Sealed};
use serde::{Deserialize, Serialize};

/// Proposes an act for a second person to sign.
#[derive(Debug, Clone)]
pub struct Recommend {
    /// The proposal's identifier.
    pub proposal: ProposalId,
    /// What is proposed.
    pub act: Act,
    /// On which codes, the primary first.
    pub codes: Vec<ReasonCode>,
    /// Why, in words; for a death, the basis of identification; for a casualty, the source.
    pub rationale: PersonalText,
}

action! { Recommend "recommend" Clerk Interviewer Adjudicator Attache Border Personnel Welfare; }

/// A first signature was given. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recommended {
    /// The proposal's identifier.
    pub proposal: ProposalId,
    /// What is proposed.
    pub act: Act,
    /// On which codes.
    pub codes: Vec<ReasonCode>,
    /// Why.
    pub rationale: Sealed<PersonalText>,
    /// The edition that stood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<EditionRef>,
    /// Who signed.
    pub by: HumanId,
}

impl Decide for Recommend {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_be_open("recommend")?;
        let by = signer(moment, "recommend", self.act.first_signers())?;
        if !self.act.first_signers().contains(&moment.by.role()) {
            let may = self.act.first_signers();
            return Err(Refusal::RoleMayNot { action: self.act.word(), role: moment.by.role(), may });
        }
        match &case.proposal {
            Some(open) if open.id == self.proposal => return Ok(vec![]),
            Some(_) => return Err(Refusal::ProposalOpen),
            None => {}
        }
        if !case.stage.is_some_and(|stage| self.act.may_be_proposed(stage)) {
            return Err(Refusal::WrongStage { action: self.act.word(), stage: case.stage });
        }
        if self.rationale.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        if self.act.needs_code() && self.codes.is_empty() {
            return Err(Refusal::Needs(Missing::ReasonCode));
        }
        grounded(case, &self.act, &self.codes)?;
        let edition = case.determination.as_ref().map(|finding| finding.edition.clone());
        if edition.is_none() && self.act.leads_to().is_some() {
            return Err(Refusal::Needs(Missing::Determination));
        }
        let Self { proposal, act, codes, rationale } = self;
        Ok(vec![Recommended { proposal, act, codes, rationale: rationale.into(), edition, by }.into()])
    }
}

/// What the record must show for this act, when it is proposed and still when it is countersigned.
pub(super) fn grounded(case: &Case, act: &Act, codes: &[ReasonCode]) -> Result<(), Refusal> {
    let has = |code| codes.contains(&code);
    match act {
        Act::RefuseEarly => {
            let unvettable =
                case.checks.values().flatten().any(|outcome| matches!(outcome, CheckOutcome::Unvettable(_)));
            let true_match = case.hits.values().any(|hit| hit.ruling == Some(Ruling::TrueMatch));
            let fits = (has(ReasonCode::CannotBeVetted) && unvettable)
                || (has(ReasonCode::ScreeningTrueMatch) && true_match)
                || (has(ReasonCode::ExtremistAssociation) && true_match)
                || (has(ReasonCode::CounterIntelligenceConcern) && true_match);
            if fits { Ok(()) } else { Err(Refusal::Needs(Missing::Ground)) }
        }
        Act::ClearHit { hit, ruling } => {
            let hit = case.hits.get(hit).ok_or(Refusal::Unknown { what: "hit" })?;
            if hit.strength != Strength::Strong || *ruling == Ruling::TrueMatch || hit.ruling.is_some() {
                return Err(Refusal::Needs(Missing::Ground));
            }
            Ok(())
        }
        Act::ReportCasualty { status: CasualtyStatus::Returned } => match case.service {
            Some(ServiceStatus::Casualty(_)) => Ok(()),
            _ => Err(Refusal::Needs(Missing::Ground)),
        },
        Act::AdmitHeld => crate::movement::may_be_admitted(case),
        _ => Ok(()),
    }
}

impl Apply for Recommended {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.proposal = Some(Proposal {
            id: self.proposal,
            act: self.act.clone(),
            codes: self.codes.clone(),
            edition: self.edition.clone(),
            first: self.by,
            at: moment.at,
        });
        if self.act.is_recommendation() {
            case.stand(Stage::Recommended, moment.at);
        }
    }
}
