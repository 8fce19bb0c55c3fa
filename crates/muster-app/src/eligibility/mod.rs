//! Eligibility: from a dossier to a determination in the log.

mod facts;
mod follow;

pub use facts::facts_of;
pub use follow::EligibilityWorker;
