//! Delivering what is due.

use super::Carrier;
use crate::{App, Failure};
use jiff::Timestamp;

/// What one round of delivery did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Letters that left.
    pub sent: u64,
    /// Letters that are tried again later.
    pub postponed: u64,
    /// Letters that were given up.
    pub given_up: u64,
}

/// Hands every letter that is due to `carrier`. Safe to run at the same time as another; a crash in between sends a
/// letter twice at most.
///
/// # Errors
/// If the store fails. What the carrier refuses is tried again, and counted.
pub fn deliver_due(app: &App, carrier: &dyn Carrier, at: Timestamp) -> Result<Delivered, Failure> {
    let _ = (app, carrier, at);
    Err(Failure::Input("to come".into()))
}
