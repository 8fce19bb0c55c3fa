//! What an officer wants to be done about a case, before it is anybody's command: the pages and the interface for
//! programs say it in the same words.

use super::Officer;
use crate::{Act, App, Failure};
use jiff::Timestamp;
use muster_case::{
    Case, Hold, Refusal,
    decision::{
        Act as Proposed, Countersign, EndDeferral, Recommend, Recuse, ReviewOutcome, SendBack, SettleReview,
    },
    eligibility::{AcceptFinding, ConfirmRefusal, Refer},
    holds::{LiftHold, PlaceHold},
    intake::{RefuseCorrection, RequestInfo, TakeOverCorrection},
    notes::AddNote,
};
use muster_vocab::{CaseId, PersonalText, ProposalId, ReasonCode};

/// What an officer wants. Holds people's own words: no `Debug`.
#[derive(Clone)]
pub enum Intent {
    /// Ask the applicant for something.
    RequestInfo {
        /// The words of the ready texts that ask for it.
        ready: Vec<String>,
        /// What is missing, in own words.
        missing: String,
    },
    /// Accept what the policy finds.
    AcceptFinding,
    /// Confirm a proposed refusal.
    ConfirmRefusal {
        /// The codes, the primary first.
        codes: Vec<ReasonCode>,
        /// Why.
        rationale: String,
    },
    /// Refer to another route.
    Refer {
        /// Why, the primary first.
        codes: Vec<ReasonCode>,
        /// The route.
        route: String,
        /// Why, in words.
        rationale: String,
    },
    /// Take over the correction that waits.
    TakeOverCorrection,
    /// Leave the facts as they are, whatever the correction that waits says.
    RefuseCorrection {
        /// Why, as the applicant reads it.
        reason: String,
    },
    /// Sign first.
    Recommend {
        /// What the proposal is called from now on.
        proposal: ProposalId,
        /// What is proposed.
        act: Proposed,
        /// On which codes.
        codes: Vec<ReasonCode>,
        /// Why.
        rationale: String,
    },
    /// Say what one thinks before reading what is proposed.
    GiveView {
        /// What one thinks.
        view: String,
    },
    /// Sign second.
    Countersign {
        /// In one's own words.
        rationale: String,
    },
    /// Send the proposal back.
    SendBack {
        /// Why.
        rationale: String,
    },
    /// Take a case up again that was put off.
    EndDeferral {
        /// Whether from the facts on.
        facts_again: bool,
    },
    /// Settle a review.
    SettleReview {
        /// How it comes out.
        outcome: ReviewOutcome,
        /// Why.
        rationale: String,
    },
    /// Step back from the case.
    Recuse {
        /// Why.
        reason: String,
    },
    /// Place a hold.
    PlaceHold {
        /// Which.
        hold: Hold,
        /// Why.
        cause: String,
    },
    /// Lift a hold.
    LiftHold {
        /// Which.
        hold: Hold,
        /// How the cause was settled.
        cause: String,
    },
    /// Write a note.
    AddNote {
        /// What it says.
        text: String,
    },
}

impl App {
    /// The permitted acts of what an officer wants.
    ///
    /// # Errors
    /// [`Failure::Refused`] if none of their roles may, if it is about something that is not there, or if a signature
    /// is asked of somebody who has not shown their key of late.
    pub fn acts_of(
        &self,
        officer: &Officer,
        id: CaseId,
        intent: Intent,
        at: Timestamp,
    ) -> Result<Vec<Act>, Failure> {
        let text = PersonalText;
        let case = self.load(id)?;
        Ok(vec![match intent {
            Intent::RequestInfo { ready, missing } => {
                let missing = text(self.words_of_question(id, &ready, &missing)?);
                Act::new(officer.permit()?, RequestInfo { missing })
            }
            Intent::AcceptFinding => Act::new(officer.permit()?, AcceptFinding),
            Intent::ConfirmRefusal { codes, rationale } => {
                let confirm = ConfirmRefusal { codes, rationale: text(rationale), in_bulk: false };
                Act::new(officer.permit()?, confirm)
            }
            Intent::Refer { codes, route, rationale } => {
                Act::new(officer.permit()?, Refer { codes, route, rationale: text(rationale) })
            }
            Intent::TakeOverCorrection => {
                let gone = || Refusal::Unknown { what: "correction" };
                let (waits, person) = case.correction.as_ref().zip(case.person).ok_or_else(gone)?;
                let dossier = self.open_correction(person, waits)?.ok_or_else(gone)?;
                Act::new(officer.permit()?, TakeOverCorrection { asked_at: waits.asked_at, dossier })
            }
            Intent::RefuseCorrection { reason } => {
                let waits = case.correction.as_ref().ok_or(Refusal::Unknown { what: "correction" })?;
                let refuse = RefuseCorrection { asked_at: waits.asked_at, reason: text(reason) };
                Act::new(officer.permit()?, refuse)
            }
            Intent::Recommend { proposal, act, codes, rationale } => {
                let permit = officer.permit_among(act.first_signers())?;
                Act::new(permit, Recommend { proposal, act, codes, rationale: text(rationale) })
            }
            Intent::GiveView { view } => {
                let ahead_of = Some(proposal(&case)?.id);
                Act::new(officer.permit()?, AddNote { text: text(view), ahead_of })
            }
            Intent::Countersign { rationale } => {
                stepped_up(officer)?;
                let open = proposal(&case)?;
                let permit = officer.permit_among(open.act.second_signers())?;
                let sign = Countersign { proposal: open.id, rationale: text(rationale), step_up_at: at };
                Act::new(permit, sign)
            }
            Intent::SendBack { rationale } => {
                let open = proposal(&case)?;
                let permit = officer.permit_among(open.act.second_signers())?;
                Act::new(permit, SendBack { proposal: open.id, rationale: text(rationale) })
            }
            Intent::EndDeferral { facts_again } => Act::new(officer.permit()?, EndDeferral { facts_again }),
            Intent::SettleReview { outcome, rationale } => {
                stepped_up(officer)?;
                Act::new(officer.permit()?, SettleReview { outcome, rationale: text(rationale) })
            }
            Intent::Recuse { reason } => Act::new(officer.permit()?, Recuse { reason: text(reason) }),
            Intent::PlaceHold { hold, cause } => {
                Act::new(officer.permit()?, PlaceHold { hold, cause: text(cause).into() })
            }
            Intent::LiftHold { hold, cause } => Act::new(
                officer.permit_among(muster_case::holds::may_lift(hold))?,
                LiftHold { hold, cause: text(cause).into() },
            ),
            Intent::AddNote { text: said } => {
                Act::new(officer.permit()?, AddNote { text: text(said), ahead_of: None })
            }
        }])
    }
}

fn proposal(case: &Case) -> Result<&muster_case::decision::Proposal, Refusal> {
    case.proposal.as_ref().ok_or(Refusal::Unknown { what: "proposal" })
}

const fn stepped_up(officer: &Officer) -> Result<(), Refusal> {
    if officer.stepped_up { Ok(()) } else { Err(Refusal::Needs(muster_case::Missing::StepUp)) }
}
