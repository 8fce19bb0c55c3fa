//! Facts that staff record, with how well each is known.

mod record;
pub use record::{FactRecorded, RecordFact};
