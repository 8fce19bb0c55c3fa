//! Checking a folder of rules.

use crate::{App, Failure, programme};
use muster_policy::CheckReport;
use std::path::Path;

/// Checks every rule file of a folder: a programme's folder, or its `policy` folder itself.
///
/// # Errors
/// [`Failure::Input`] if the folder or a file cannot be read. What is wrong with the rules is no error but the report.
pub fn check_folder(folder: &Path) -> Result<CheckReport, Failure> {
    let inner = folder.join("policy");
    let folder = if inner.is_dir() { &inner } else { folder };
    let files = programme::policy_files(folder).map_err(|error| Failure::Input(error.to_string()))?;
    Ok(muster_policy::check(&files))
}

impl App {
    /// Checks the programme's own rules.
    #[must_use]
    pub fn check_policy(&self) -> CheckReport {
        self.programme.check_policy()
    }
}
