//! Whatever takes letters away: a mail server, a folder.

use crate::portal::Address;
use jiff::Timestamp;
use std::fmt;

/// A letter, ready to leave. `Debug` shows its number alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// Its number, such as `ML-7Q4K-22XY`.
    pub number: String,
    /// To whom.
    pub to: Address,
    /// The language it is written in.
    pub language: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub body: String,
    /// When it was made.
    pub made_at: Timestamp,
}

impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mail({})", self.number)
    }
}

/// What stands on every letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letterhead {
    /// The portal's address, without a slash at its end, such as `https://join.example.org`.
    pub public_url: String,
    /// Who writes, such as `Muster <post@join.example.org>`.
    pub from: String,
}

/// Takes letters away.
pub trait Carrier: Send + Sync {
    /// What stands on every letter it carries.
    fn letterhead(&self) -> &Letterhead;

    /// Takes one letter. Taking it twice must be harmless to whoever gets it.
    ///
    /// # Errors
    /// [`CarryFault`], without address or text.
    fn carry(&self, mail: &Mail) -> Result<(), CarryFault>;
}

/// Why a letter did not leave. No text holds an address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CarryFault {
    /// It may leave later.
    #[error("the letter could not leave now: {0}")]
    Later(String),
    /// It never will.
    #[error("the letter was refused for good: {0}")]
    Never(String),
}
