//! Whoever withdrew thinks again, within two weeks.

use crate::{Case, Decided, Refusal, Stage, case::later, command::Decide, event::Apply, permit::action};
use jiff::SignedDuration;
use muster_vocab::{CaseId, Moment};
use serde::{Deserialize, Serialize};

/// How long a withdrawal can be undone.
pub const UNDO_MAX: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Undoes a withdrawal. The case begins anew with the facts as they were sent; no pass comes back, and no slot.
#[derive(Debug, Clone)]
pub struct UndoWithdrawal {
    /// Another active case of the person, if there is one.
    pub active_elsewhere: Option<CaseId>,
}

action! { UndoWithdrawal "undo_withdrawal" Applicant; }

/// A withdrawal was undone. Stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WithdrawalUndone {
    /// Where the case goes: `submitted`, or `draft` if it was never sent.
    pub to: Stage,
}

impl Decide for UndoWithdrawal {
    fn decide(self, case: &Case, moment: &Moment) -> Decided {
        case.must_stand("undo_withdrawal", &[Stage::Withdrawn])?;
        let withdrawn = case.stage_since.unwrap_or(moment.at);
        // Whoever signed the contract and then withdrew begins anew: nothing signed comes back to life.
        let until = if case.applicant_signed { withdrawn } else { later(withdrawn, UNDO_MAX) };
        if case.applicant_signed || moment.at > until {
            return Err(Refusal::TooLate { until });
        }
        if let Some(case) = self.active_elsewhere {
            return Err(Refusal::ActiveElsewhere { case });
        }
        let to = if case.submitted_at.is_some() { Stage::Submitted } else { Stage::Draft };
        Ok(vec![WithdrawalUndone { to }.into()])
    }
}

impl Apply for WithdrawalUndone {
    fn apply(&self, case: &mut Case, moment: &Moment) {
        case.outcome_codes.clear();
        case.determination = None;
        case.finding_accepted = false;
        // Everything is checked anew; hits with their rulings stay, and so do holds.
        case.checks.clear();
        case.left.clear();
        case.raters.clear();
        case.contract = None;
        case.touched_at = Some(moment.at);
        case.stand(self.to, moment.at);
    }
}
