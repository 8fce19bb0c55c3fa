//! Intake: from an inquiry to a case.

pub mod import;
mod receive;

pub use receive::{Arrival, Inquiry, Received, Sent};
