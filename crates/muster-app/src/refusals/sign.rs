//! A bulk is signed once, and undone while nothing has left yet.

use crate::{App, Failure, desk::Officer};
use jiff::{SignedDuration, Timestamp};
use muster_case::{Permit, Refusal, eligibility::ConfirmRefusal};
use muster_store::desk::Bulk;
use muster_vocab::{BulkId, CaseId};
use std::collections::BTreeSet;

/// A signature under a bulk, with what was ticked and typed.
#[derive(Clone)]
pub struct SignBulk {
    /// The bulk.
    pub bulk: BulkId,
    /// Why, once for all of them.
    pub rationale: String,
    /// The cases of the sample that were looked at.
    pub looked: BTreeSet<CaseId>,
    /// The cases that are taken out.
    pub out: BTreeSet<CaseId>,
}

/// What became of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BulkSigned {
    /// It takes effect then.
    Signed {
        /// When.
        due: Timestamp,
    },
    /// Nothing was signed: something is missing. What was typed is kept.
    Missing {
        /// Whether the rationale is.
        rationale: bool,
        /// How many of the sample were not looked at.
        sample: usize,
        /// Whether every case was taken out.
        empty: bool,
    },
    /// Nothing was signed: a key must be shown again. What was typed is kept.
    StepUp,
}

impl App {
    /// Signs a bulk that the officer drew up. Whatever comes of it, what was typed is kept.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] if there is no such draft of this officer's; [`Failure::Store`] if the store fails.
    pub fn sign_bulk(&self, officer: &Officer, sign: SignBulk, at: Timestamp) -> Result<BulkSigned, Failure> {
        let _may: Permit<ConfirmRefusal> = officer.permit()?;
        let bulk = self.known_bulk(officer, sign.bulk)?;
        // Sent twice, it is signed once.
        if let (true, Some(due)) = (bulk.human == officer.human && bulk.state != "drafted", bulk.due_at) {
            return Ok(BulkSigned::Signed { due });
        }
        if bulk.human != officer.human {
            return Err(Refusal::Unknown { what: "bulk" }.into());
        }
        let desk = &self.store.desk;
        desk.keep_bulk(&bulk, sign.rationale.trim(), sign.looked.clone(), sign.out.clone())?.wait()?;
        let cases = desk.bulk_cases(bulk.bulk)?;
        // What is taken out need not have been looked at.
        let unseen = cases.iter().filter(|of| of.sampled == 1 && of.state == "in").count();
        let empty = !cases.iter().any(|of| of.state == "in");
        let rationale = sign.rationale.trim().is_empty();
        if rationale || unseen > 0 || empty {
            return Ok(BulkSigned::Missing { rationale, sample: unseen, empty });
        }
        if !officer.stepped_up {
            return Ok(BulkSigned::StepUp);
        }
        let window = SignedDuration::from_mins(self.programme.bulk.undo_minutes.into());
        let due = at.checked_add(window).unwrap_or(Timestamp::MAX);
        desk.sign_bulk(bulk.bulk, due).wait()?;
        let due = self.known_bulk(officer, bulk.bulk)?.due_at.unwrap_or(due);
        Ok(BulkSigned::Signed { due })
    }

    /// Undoes a signed bulk before it takes effect: anybody may who may sign one. False if it is too late.
    ///
    /// # Errors
    /// [`Refusal::Unknown`] if there is no such bulk; [`Failure::Store`] if the store fails.
    pub fn undo_bulk(&self, officer: &Officer, bulk: BulkId, at: Timestamp) -> Result<bool, Failure> {
        let _may: Permit<ConfirmRefusal> = officer.permit()?;
        let bulk = self.known_bulk(officer, bulk)?;
        if bulk.state == "undone" {
            return Ok(true);
        }
        Ok(self.store.desk.undo_bulk(bulk.bulk, officer.staff, at).wait()?)
    }

    fn known_bulk(&self, officer: &Officer, bulk: BulkId) -> Result<Bulk, Failure> {
        let known = self.store.desk.bulk(bulk)?.filter(|known| officer.sees(&known.mission));
        Ok(known.ok_or(Refusal::Unknown { what: "bulk" })?)
    }
}
