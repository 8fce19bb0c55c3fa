//! The ways a case ends without a decision: lapsed, withdrawn, erased; and the way back from a withdrawal.

mod erase;
mod lapse;
mod undo_withdrawal;
mod withdraw;

pub use erase::{Erase, Erased, ErasureReason};
pub use lapse::{Lapse, Lapsed, SILENCE_MAX};
pub use undo_withdrawal::{UNDO_MAX, UndoWithdrawal, WithdrawalUndone};
pub use withdraw::{Withdraw, Withdrawn};
