//! Is this letter, number, address or account really ours? (Capability A6.)

use crate::{App, Failure};
use jiff::Timestamp;
use muster_vocab::MissionCode;

/// Whether something is ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Genuine {
    /// It is.
    Ours {
        /// What it is.
        kind: GenuineKind,
        /// Which mission's.
        mission: MissionCode,
        /// When it was written, for a letter.
        when: Option<Timestamp>,
    },
    /// We know nothing of it: do not trust it.
    NotKnown,
}

/// What can be ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GenuineKind {
    /// A letter, by its number.
    Letter,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A web address.
    Web,
    /// A house.
    Address,
    /// An account of a social network or messenger.
    Account,
}

impl App {
    /// Whether what was typed is ours.
    ///
    /// # Errors
    /// If the store fails.
    pub fn verify(&self, typed: &str) -> Result<Genuine, Failure> {
        let _ = typed;
        Err(Failure::Input("to come".into()))
    }
}
