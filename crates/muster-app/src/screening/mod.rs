//! Screening: opened when a clerk accepts the finding, completed when everything has an outcome.

mod follow;
pub use follow::ScreeningWorker;
