//! The worker that carries bulks out, case by case.

use super::{codes_of, seen};
use crate::{Act, App, Failure, desk::Officer};
use jiff::Timestamp;
use muster_case::{Permit, Refusal, eligibility::ConfirmRefusal};
use muster_store::desk::{Bulk, BulkCase};
use muster_vocab::{PersonalText, Role};

/// Carries out what was signed and not undone. Safe to run twice, and after a crash: each case's command has a name, and
/// what was done under it is not done again.
#[derive(Debug, Clone, Copy, Default)]
pub struct BulkWorker;

/// What became of a case: its state and why, as words.
type Settled = (&'static str, &'static str);

impl BulkWorker {
    /// Carries out every bulk whose time has come. Gives how many cases were refused.
    ///
    /// # Errors
    /// If the store fails; what was not settled then is next time.
    pub fn turn(self, app: &App, at: Timestamp) -> Result<usize, Failure> {
        let mut done = 0;
        for bulk in app.store.desk.due_bulks(at)? {
            // A bulk that was begun before is taken up where it was left.
            if bulk.state == "signed" && !app.store.desk.begin_bulk(bulk.bulk, at).wait()? {
                continue;
            }
            let signer = app.signer_of(&bulk)?;
            let rationale = app.store.desk.rationale_of(&bulk)?;
            for of in app.store.desk.bulk_cases(bulk.bulk)?.iter().filter(|of| of.state == "in") {
                let (state, why) = match (&signer, &rationale) {
                    (Some(signer), Some(rationale)) => app.refuse(signer, &bulk, of, rationale, at)?,
                    _ => ("refused", "signer"),
                };
                app.store.desk.settle_bulk_case(bulk.bulk, of.case, state, why).wait()?;
                done += usize::from(state == "done");
            }
            app.store.desk.end_bulk(bulk.bulk).wait()?;
        }
        Ok(done)
    }
}

impl App {
    /// The officer who signed, as the account stands now; nobody once it is suspended or no clerk's any more.
    fn signer_of(&self, bulk: &Bulk) -> Result<Option<Officer>, Failure> {
        let account = self.store.views.staff_account(bulk.staff)?;
        let account = account.filter(|account| !account.suspended && account.roles.contains(&Role::Clerk));
        Ok(account.map(|account| Officer {
            staff: bulk.staff,
            human: account.human,
            roles: account.roles,
            missions: account.missions,
            stepped_up: false,
        }))
    }

    fn refuse(
        &self,
        signer: &Officer,
        bulk: &Bulk,
        of: &BulkCase,
        rationale: &str,
        at: Timestamp,
    ) -> Result<Settled, Failure> {
        // A crash after it was done and before that was noted.
        if self.was_carried_out(of.command)? {
            return Ok(("done", ""));
        }
        if !signer.sees(&bulk.mission) {
            return Ok(("refused", "signer"));
        }
        let case = self.load(of.case)?;
        if seen(&case) != of.seen {
            return Ok(("refused", "changed"));
        }
        if self.held_by_another(signer, of.case, at)?.is_some() {
            return Ok(("refused", "held"));
        }
        let codes = codes_of(&case);
        if codes.is_empty() || case.recused.contains(&signer.human) {
            return Ok(("refused", "changed"));
        }
        let permit: Permit<ConfirmRefusal> = signer.permit()?;
        let refusal = ConfirmRefusal { codes, rationale: PersonalText(rationale.to_owned()), in_bulk: true };
        let begun = self.begin_once(of.case, vec![Act::new(permit, refusal)], at, Some(of.command));
        match begun.and_then(crate::Pending::wait) {
            Ok(_) => Ok(("done", "")),
            Err(Failure::Refused(refusal)) => Ok(("refused", why(&refusal))),
            Err(failure) => Err(failure),
        }
    }
}

/// Why the domain did not, as a word.
const fn why(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::WrongStage { .. } | Refusal::Merged { .. } => "moved",
        Refusal::Held { .. } => "held",
        Refusal::Recused => "signer",
        _ => "changed",
    }
}
