//! What people do with their own data: correct it, withdraw, undo that, erase it.

use super::Visit;
use crate::{Act, App, Failure, people::Erasure};
use jiff::Timestamp;
use muster_case::{
    Hold, Permit, Refusal, Stage,
    closing::{Erase, ErasureReason, UndoWithdrawal, Withdraw},
    intake::{AnswerInfo, Correct, Dossier},
};
use muster_vocab::{Actor, Worker};

impl App {
    /// Withdraws: at once, and nothing is asked.
    ///
    /// # Errors
    /// [`Failure::Refused`] if it is too late for that.
    pub fn withdraw(&self, visit: Visit, at: Timestamp) -> Result<(), Failure> {
        self.carry_out(Permit::ask(visit.actor())?, visit.case, Withdraw, at)?;
        Ok(())
    }

    /// Takes a withdrawal back, within 14 days.
    ///
    /// # Errors
    /// [`Failure::Refused`] if it is too late.
    pub fn undo_withdrawal(&self, visit: Visit, at: Timestamp) -> Result<(), Failure> {
        let active = self.store.views.active_case(visit.person)?;
        let active_elsewhere = active.filter(|case| *case != visit.case);
        self.carry_out(Permit::ask(visit.actor())?, visit.case, UndoWithdrawal { active_elsewhere }, at)?;
        Ok(())
    }

    /// Withdraws if need be, and erases everything about the person.
    ///
    /// # Errors
    /// [`Failure::Refused`] if the law wants it kept.
    pub fn erase_mine(&self, visit: Visit, at: Timestamp) -> Result<Erasure, Failure> {
        let case = self.own_case(visit)?;
        // Before anything else: whoever cannot be erased is not withdrawn in vain.
        if case.holds.contains(&Hold::Legal) {
            return Err(Refusal::MustBeKept.into());
        }
        if case.stage.is_some_and(Stage::may_withdraw) {
            self.withdraw(visit, at)?;
        }
        let permit = Permit::<Erase>::ask(Actor::System { worker: Worker::Retention })?;
        self.erase_person(permit, visit.person, ErasureReason::Requested, false, at)
    }

    /// Corrects what was sent; where something was asked, this is the answer.
    ///
    /// # Errors
    /// [`Failure::Refused`] if it is too late for that.
    pub fn correct(&self, visit: Visit, dossier: Dossier, at: Timestamp) -> Result<(), Failure> {
        let by = visit.actor();
        let act = if self.own_case(visit)?.stage == Some(Stage::InfoRequested) {
            Act::new(Permit::ask(by)?, AnswerInfo { dossier })
        } else {
            Act::new(Permit::ask(by)?, Correct { dossier })
        };
        self.begin(visit.case, vec![act], at)?.wait()?;
        Ok(())
    }
}
