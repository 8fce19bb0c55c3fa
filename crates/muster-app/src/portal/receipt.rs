//! The receipt: a secret that reopens a case without an account.

use super::{
    Visit,
    code::{forgive, letters},
};
use crate::{App, Failure};
use muster_vocab::CaseId;
use std::fmt;

/// The secret that reopens a case: `XXXX-XXXX-XXXX-XXXX-XXXX`, 100 bits. `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Receipt(String);

impl Receipt {
    /// As it is shown and printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Receipt")
    }
}

impl App {
    /// The receipt of a case. The same one each time, until it is replaced.
    ///
    /// # Errors
    /// If the store fails.
    pub fn receipt(&self, visit: Visit) -> Result<Receipt, Failure> {
        let portal = &self.store.portal;
        if let Some(generation) = portal.receipt_generation(visit.case)? {
            return Ok(Receipt(self.receipt_text(visit.case, generation)));
        }
        self.put_receipt(visit, 1)
    }

    /// Another receipt; the one before works no more.
    ///
    /// # Errors
    /// If the store fails.
    pub fn replace_receipt(&self, visit: Visit) -> Result<Receipt, Failure> {
        let generation = self.store.portal.receipt_generation(visit.case)?.unwrap_or(0);
        self.put_receipt(visit, generation + 1)
    }

    /// Whose receipt was typed. Small letters, blanks, hyphens, O for 0, I and L for 1 are forgiven.
    ///
    /// # Errors
    /// If the store fails.
    pub fn visit_by_receipt(&self, typed: &str) -> Result<Option<Visit>, Failure> {
        // Whatever was typed is looked up, so that a wrong one takes as long as a right one.
        let token = self.receipt_token(&forgive(typed));
        let found = self.store.portal.case_of_receipt(token)?;
        Ok(found.map(|(case, person)| Visit { case, person }))
    }

    /// The case's name in letters and on the telephone, such as `MU-7Q4K-22XY`: no secret, and it says nothing.
    #[must_use]
    pub fn reference(&self, case: CaseId) -> String {
        let bits = self.store.portal.keyed("reference", &case.to_string());
        format!("MU-{}", letters(bits, 8))
    }

    /// Puts a generation in force, and gives its receipt.
    fn put_receipt(&self, visit: Visit, generation: u64) -> Result<Receipt, Failure> {
        let text = self.receipt_text(visit.case, generation);
        let token = self.receipt_token(&forgive(&text));
        self.store.portal.set_receipt(visit.case, visit.person, generation, token).wait()?;
        Ok(Receipt(text))
    }

    /// Made of the case by a keyed hash, so that it can be shown again and is kept nowhere.
    fn receipt_text(&self, case: CaseId, generation: u64) -> String {
        letters(self.store.portal.keyed("receipt", &format!("{case}/{generation}")), 20)
    }

    /// What the case is found by: another hash, of which no receipt can be made.
    fn receipt_token(&self, letters: &str) -> [u8; 16] {
        self.store.portal.keyed("receipt.found", letters)
    }
}
