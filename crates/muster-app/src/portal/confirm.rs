//! An address is confirmed by a code that is sent to it.

use super::{Address, Visit};
use crate::{App, Failure};
use jiff::Timestamp;
use muster_vocab::Dice;

/// What came of asking for a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeSent {
    /// A letter with the code is on its way.
    Sent,
    /// Too many letters went to this address within the hour.
    TooMany,
}

/// What a code turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeAnswer {
    /// The right one: the address is confirmed.
    Right,
    /// Another one.
    Wrong {
        /// How many tries are left.
        left: u16,
    },
    /// No code waits any more: it is to be asked for again.
    Expired,
    /// It was tried too often: another is to be asked for.
    TooMany,
}

impl App {
    /// Sends a code of six digits to an address: good for 15 minutes and five tries, five letters an hour.
    ///
    /// # Errors
    /// If the store fails.
    pub fn ask_code(
        &self,
        visit: Visit,
        address: Address,
        locale_tag: &str,
        dice: &mut impl Dice,
        at: Timestamp,
    ) -> Result<CodeSent, Failure> {
        let _ = (visit, address, locale_tag, dice, at);
        Err(Failure::Input("to come".into()))
    }

    /// Compares a typed code with the one that was sent; the right one confirms the address.
    ///
    /// # Errors
    /// If the store fails.
    pub fn confirm_code(&self, visit: Visit, code: &str, at: Timestamp) -> Result<CodeAnswer, Failure> {
        let _ = (visit, code, at);
        Err(Failure::Input("to come".into()))
    }

    /// Whether the address was confirmed in this case.
    ///
    /// # Errors
    /// If the store fails.
    pub fn is_confirmed(&self, visit: Visit, address: &Address) -> Result<bool, Failure> {
        let _ = (visit, address);
        Err(Failure::Input("to come".into()))
    }
}
