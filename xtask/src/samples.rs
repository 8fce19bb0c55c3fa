//! Every page with made-up data, in every state and language, as files: for whoever would rather look than read.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

/// Writes the pages into `folder`; true when all could be written.
///
/// # Errors
/// When cargo cannot be started.
pub fn run(root: &Path, folder: &Path) -> Result<bool> {
    let status = Command::new(env!("CARGO"))
        .current_dir(root)
        .args(["run", "--quiet", "--package", "muster-web", "--example", "samples", "--"])
        .arg(folder)
        .status()
        .context("cargo cannot be started")?;
    if status.success() {
        println!("{}", folder.join("index.html").display());
    }
    Ok(status.success())
}
