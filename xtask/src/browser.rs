//! The pages in a real Chromium: a play is served, and `browser/run.mjs` looks at it.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use crate::play::Served;

/// Where Debian puts Chromium.
const CHROMIUM: &str = "/usr/bin/chromium";

/// Serves a small play and checks it; true when every check passed.
///
/// # Errors
/// When something is missing that cannot be installed, or cannot be started.
pub fn run(root: &Path, only: Option<&str>, shots: Option<&Path>) -> Result<bool> {
    needs(root)?;
    let scratch = tempfile::Builder::new().prefix("muster-browser-").tempdir()?;
    let (samples, routes) = (scratch.path().join("samples"), scratch.path().join("routes.json"));
    ensure!(crate::samples::run(root, &samples)?, "the samples cannot be written");
    std::fs::write(&routes, crate::samples::routes(root)?)?;
    let data = scratch.path().join("play");
    let served = Served::start(root, &data, 120, &["--pseudo-locale".as_ref()])?;
    let mut node = Command::new("node");
    node.current_dir(root.join("browser")).arg("run.mjs").args(["--url", &served.url]);
    node.arg("--letters").arg(data.join("letters")).arg("--samples").arg(&samples);
    node.arg("--routes").arg(&routes);
    if let Some(only) = only {
        node.args(["--only", only]);
    }
    if let Some(shots) = shots {
        node.arg("--shots").arg(root.join(shots));
    }
    Ok(node.status().context("node cannot be started")?.success())
}

/// Node, npm and Chromium, installed where that is allowed; and what `package-lock.json` names.
fn needs(root: &Path) -> Result<()> {
    const BY_HAND: &str = "the checks in a browser need node (20 or newer), npm and Chromium.\n\
        On Debian: sudo apt-get install nodejs npm chromium";
    let answers = |program: &str| {
        let asked =
            Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        asked.is_ok_and(|status| status.success())
    };
    let missing: Vec<&str> = [("node", "nodejs"), ("npm", "npm"), (CHROMIUM, "chromium")]
        .into_iter()
        .filter(|(program, _)| !answers(program))
        .map(|(_, package)| package)
        .collect();
    if !missing.is_empty() {
        let root_user = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.trim_ascii() == b"0");
        if !root_user || !Path::new("/etc/debian_version").exists() {
            bail!(BY_HAND);
        }
        eprintln!("Installing {} with apt-get.", missing.join(", "));
        for arguments in [&["update"][..], &["install", "-y", "--no-install-recommends"]] {
            let mut apt = Command::new("apt-get");
            apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
            if arguments[0] == "install" {
                apt.args(&missing);
            }
            ensure!(apt.status().is_ok_and(|status| status.success()), "apt-get failed: {BY_HAND}");
        }
    }
    let folder = root.join("browser");
    let (installed, locked) =
        (folder.join("node_modules/.package-lock.json"), folder.join("package-lock.json"));
    let time = |path: &Path| path.metadata().and_then(|known| known.modified()).ok();
    if time(&installed).is_none_or(|installed| time(&locked).is_some_and(|locked| locked > installed)) {
        let status = Command::new("npm")
            .current_dir(&folder)
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            .stdout(Stdio::null())
            .status();
        ensure!(
            status.is_ok_and(|status| status.success()),
            "`npm ci` in browser/ failed; is the registry reachable?"
        );
    }
    Ok(())
}
