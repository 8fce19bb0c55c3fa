//! The ways a case ends without a decision: lapsed, withdrawn, erased.

mod erase;
mod lapse;
mod withdraw;

pub use erase::{Erase, Erased, ErasureReason};
pub use lapse::{Lapse, Lapsed, SILENCE_MAX};
pub use withdraw::{Withdraw, Withdrawn};
