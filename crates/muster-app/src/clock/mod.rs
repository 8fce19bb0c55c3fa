//! The clock: what time alone does to a case.

mod lapse;

pub use lapse::ClockWorker;
