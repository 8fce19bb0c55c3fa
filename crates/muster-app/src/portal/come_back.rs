//! Coming back without the receipt: by a code or a link that is sent to an address.
//!
//! Whoever asks is told the same, and the same is read and written, whether there is a case or not.

use super::{Address, Visit};
use crate::{App, Failure};
use jiff::Timestamp;
use muster_vocab::Dice;

impl App {
    /// Asks for a letter with a code and a link. The answer is the same for a stranger; the letter is written later, by
    /// the letter worker, and only if there is a case.
    ///
    /// # Errors
    /// If the store fails.
    pub fn ask_return(
        &self,
        reference: Option<&str>,
        address: Address,
        locale_tag: &str,
        dice: &mut impl Dice,
        at: Timestamp,
    ) -> Result<(), Failure> {
        let _ = (reference, address, locale_tag, dice, at);
        Err(Failure::Input("to come".into()))
    }

    /// Whose case a code opens; nobody's if it is wrong, too old, or was tried too often.
    ///
    /// # Errors
    /// If the store fails.
    pub fn redeem_code(
        &self,
        address: &Address,
        code: &str,
        at: Timestamp,
    ) -> Result<Option<Visit>, Failure> {
        let _ = (address, code, at);
        Err(Failure::Input("to come".into()))
    }

    /// Whether a link still works. Asking changes nothing: a mail scanner may.
    ///
    /// # Errors
    /// If the store fails.
    pub fn link_is_live(&self, token: &str, at: Timestamp) -> Result<bool, Failure> {
        let _ = (token, at);
        Err(Failure::Input("to come".into()))
    }

    /// Whose case a link opens; it works once, for half an hour.
    ///
    /// # Errors
    /// If the store fails.
    pub fn redeem_link(&self, token: &str, at: Timestamp) -> Result<Option<Visit>, Failure> {
        let _ = (token, at);
        Err(Failure::Input("to come".into()))
    }
}
