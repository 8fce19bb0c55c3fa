//! Intake: from an inquiry to a case.

pub mod import;
mod receive;
mod take_over_correction;

pub use receive::{Arrival, Inquiry, Received, Sent};
