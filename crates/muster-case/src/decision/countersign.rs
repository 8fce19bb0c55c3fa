//! The second signature, by another human; only now anything takes effect.

use super::{
    About, Act, CasualtyStatus, Decision, DecisionKind, MessageQueued, Proposal, recommend::grounded,
};
use crate::{
    ArrivalEvidence, Case, Decided, Missing, Refusal, Stage,
    case::{later, signer},
    command::Decide,
    event::Apply,
    intake::Majority,
    permit::action,
    screening::{everything_checked, nothing_stands_against, rule},
    service::{DutyStatus, ServiceStatus},
};
use jiff::{SignedDuration, Timestamp};
use muster_vocab::{HumanId, Moment, PersonalText, ProposalId, Sealed};
use serde::{Deserialize, Serialize};

/// How fresh a login must be for a signature (capability J5).
pub const STEP_UP_MAX: SignedDuration = SignedDuration::from_mins(10);

/// Countersigns a proposal.
#[derive(Debug, Clone)]
pub struct Countersign {
    /// Which proposal.
    pub proposal: ProposalId,
    /// The second signer's own words.
    pub rationale: PersonalText,
    /// When the signer last logged in afresh.
    pub step_up_at: Timestamp,
}

action! { Countersign "countersign" Attache Adjudicator Counsel Personnel Welfare; }

/// A proposal was countersigned. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Countersigned {
    /// Which proposal.
    pub proposal: ProposalId,
    /// Who signed.
    pub by: HumanId,
    /// The second signer's own words.
    pub rationale: Sealed<PersonalText>,
}

impl Decide for Countersign {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_be_open("countersign")?;
        let proposal = case.proposal.as_ref().ok_or(Refusal::Unknown { what: "proposal" })?;
        if proposal.id != self.proposal {
            return Err(Refusal::Unknown { what: "proposal" });
        }
        let act = &proposal.act;
        let may = act.second_signers();
        let by = signer(moment, act.word(), may)?;
        if !may.contains(&moment.by.role()) {
            return Err(Refusal::RoleMayNot { action: act.word(), role: moment.by.role(), may });
        }
        if by == proposal.first {
            return Err(Refusal::SameHuman);
        }
        // Whoever steps back takes the first signature along.
        if case.recused.contains(&proposal.first) {
            return Err(Refusal::Recused);
        }
        if act.is_recommendation() && case.raters.len() == 1 && case.raters.contains(&by) {
            return Err(Refusal::SoleInterviewer);
        }
        if moment.at > later(self.step_up_at, STEP_UP_MAX) || self.step_up_at > moment.at {
            return Err(Refusal::Needs(Missing::StepUp));
        }
        if self.rationale.0.trim().is_empty() {
            return Err(Refusal::Needs(Missing::Rationale));
        }
        still_fits(case, proposal)?;
        let mut events =
            vec![Countersigned { proposal: proposal.id, by, rationale: self.rationale.into() }.into()];
        if act.is_recommendation() || matches!(act, Act::RefuseEarly | Act::Revoke) {
            events.push(MessageQueued { about: About::Decision }.into());
        }
        Ok(events)
    }
}

/// What was proposed may have been overtaken since: by a hit, a hold, a move.
fn still_fits(case: &Case, proposal: &Proposal) -> Result<(), Refusal> {
    let stage = case.stage;
    match &proposal.act {
        Act::Accept => {
            // Before the holds: what stands against the person says more than the hold it brought.
            nothing_stands_against(case)?;
            case.must_be_free()?;
            everything_checked(case)?;
            if case.checks.is_empty() {
                return Err(Refusal::Needs(Missing::Checks));
            }
            if case.majority == Some(Majority::Adult) { Ok(()) } else { Err(Refusal::Minor) }
        }
        act if act.is_recommendation() => Ok(()),
        act if stage.is_some_and(|stage| act.may_be_proposed(stage)) => grounded(case, act, &proposal.codes),
        act => Err(Refusal::WrongStage { action: act.word(), stage }),
    }
}

impl Apply for Countersigned {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        let Some(proposal) = case.proposal.take() else { return };
        match &proposal.act {
            Act::ClearHit { hit, ruling } => rule(case, *hit, *ruling, moment),
            Act::ReportCasualty { status: CasualtyStatus::Returned } => {
                case.service = Some(ServiceStatus::Duty(DutyStatus::Present));
            }
            Act::ReportCasualty { status } => {
                case.service = Some(ServiceStatus::Casualty(*status));
                (case.kin_notified, case.released) = (false, false);
            }
            Act::RecordDeath => {
                case.service = Some(ServiceStatus::Deceased);
                (case.kin_notified, case.released) = (false, false);
            }
            Act::Revoke => {
                if let Some(clearance) = &mut case.clearance {
                    clearance.revoked = true;
                }
            }
            Act::Defer { until } => case.deferred_until = Some(*until),
            Act::AdmitHeld => case.arrival = Some(ArrivalEvidence::Observed),
            _ => {}
        }
        let Some(stage) = proposal.act.leads_to() else { return };
        // A decision without an edition is not made: `Recommend` asks for one.
        if let Some(edition) = proposal.edition {
            case.decisions.push(Decision {
                kind: DecisionKind::TwoSignatures,
                stage,
                codes: proposal.codes.clone(),
                edition,
                first: proposal.first,
                second: Some(self.by),
                at: moment.at,
            });
        }
        if stage != Stage::Admitted {
            case.outcome_codes = proposal.codes;
        }
        case.stand(stage, moment.at);
    }
}
