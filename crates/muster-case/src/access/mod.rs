//! Reads of personal data are recorded (capability P3).

mod record;
pub use record::{Accessed, RecordAccess};
