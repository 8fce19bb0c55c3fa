//! The receipt: a secret that reopens a case without an account.

use super::Visit;
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
        let _ = visit;
        Err(Failure::Input("to come".into()))
    }

    /// Another receipt; the one before works no more.
    ///
    /// # Errors
    /// If the store fails.
    pub fn replace_receipt(&self, visit: Visit) -> Result<Receipt, Failure> {
        let _ = visit;
        Err(Failure::Input("to come".into()))
    }

    /// Whose receipt was typed. Small letters, blanks, hyphens, O for 0, I and L for 1 are forgiven.
    ///
    /// # Errors
    /// If the store fails.
    pub fn visit_by_receipt(&self, typed: &str) -> Result<Option<Visit>, Failure> {
        let _ = typed;
        Err(Failure::Input("to come".into()))
    }

    /// The case's name in letters and on the telephone, such as `MU-7Q4K-22XY`: no secret, and it says nothing.
    #[must_use]
    pub fn reference(&self, case: CaseId) -> String {
        let _ = case;
        "MU-7Q4K-22XY".into()
    }
}
