//! Intake: from an inquiry to a case.

pub mod answers;
mod assist;
pub mod import;
mod pre_check;
mod receive;
mod take_over_correction;

pub use assist::{Assisted, AssistedDraft};
pub use pre_check::{PreCheck, PreCheckFinding, PreCheckVerdict};
pub use receive::{Arrival, Inquiry, Received, Sent};
