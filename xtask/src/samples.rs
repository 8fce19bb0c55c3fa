//! Every page with made-up data, in every state and language, as files: for whoever would rather look than read.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

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

/// Every route as JSON: method, pattern, page.
///
/// # Errors
/// When cargo cannot be started, or the pages do not build.
pub fn routes(root: &Path) -> Result<String> {
    let printed = Command::new(env!("CARGO"))
        .current_dir(root)
        .args(["run", "--quiet", "--package", "muster-web", "--example", "samples", "--", "--routes"])
        .output()
        .context("cargo cannot be started")?;
    ensure!(printed.status.success(), "the routes cannot be listed");
    Ok(String::from_utf8(printed.stdout)?)
}
