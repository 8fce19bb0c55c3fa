//! Python programs that others wrote, in an environment of their own in the build folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// An environment with the packages that `requirements` pins, made once and kept at `place`; gives its `python`.
///
/// # Errors
/// When Python or the packages cannot be had.
pub(crate) fn environment(requirements: &Path, place: &Path) -> Result<PathBuf> {
    let wanted = std::fs::read_to_string(requirements)?;
    // Written last, so that a half-made environment is made again.
    let made = place.join("made-from.txt");
    let python = place.join("bin/python");
    if std::fs::read_to_string(&made).is_ok_and(|from| from == wanted) {
        return Ok(python);
    }
    eprintln!("making an environment for Python; the first time it takes a while");
    quietly(Command::new("python3").args(["-m", "venv", "--clear"]).arg(place))
        .context("the environment cannot be made; install Python 3 with venv")?;
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]);
    quietly(install.arg(requirements))
        .context("the packages cannot be installed; is the index reachable?")?;
    std::fs::write(made, wanted)?;
    Ok(python)
}

fn quietly(command: &mut Command) -> Result<()> {
    let output = command.stdin(Stdio::null()).output().context("Python 3 is needed")?;
    let said = String::from_utf8_lossy(&output.stderr);
    let last: Vec<_> = said.lines().rev().take(3).collect();
    ensure!(output.status.success(), "{}", last.into_iter().rev().collect::<Vec<_>>().join("\n"));
    Ok(())
}
