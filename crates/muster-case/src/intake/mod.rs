//! From the first contact to a submission.

mod dossier;
pub use dossier::{Background, Contact, Disclosures, Dossier, Experience, Identity, Serving, Sex};
