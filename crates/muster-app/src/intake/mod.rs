//! Intake: from an inquiry to a case.

mod receive;

pub use receive::{Arrival, Inquiry, Received, Sent};
