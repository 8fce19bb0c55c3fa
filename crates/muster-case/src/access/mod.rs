//! Reads of personal data are recorded (capability P3).

mod read;
mod record;

pub use read::{OpenSealed, ReadCases, ReadHits};
pub use record::{Accessed, RecordAccess};
