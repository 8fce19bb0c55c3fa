//! Eligibility: from a dossier to a determination in the log.

mod facts;
mod follow;

pub(crate) use facts::{Declared, has_needed_skill};
pub use facts::{Opened, facts_of};
pub use follow::EligibilityWorker;
