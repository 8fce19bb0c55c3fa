//! What is running on behalf of the command, so that an interruption leaves nothing behind.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};

use super::cluster::Cluster;

static RUNNING: Mutex<Running> = Mutex::new(Running { step: None, cluster: None });

struct Running {
    step: Option<u32>,
    cluster: Option<Cluster>,
}

fn running() -> MutexGuard<'static, Running> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts a database and keeps it until the command ends; says on which port and where it answers.
///
/// An interruption meanwhile waits until the database is up, and then takes it away in order.
pub(super) fn keep(start: impl FnOnce() -> Result<Cluster>) -> Result<(u16, String)> {
    let mut running = running();
    let cluster = running.cluster.insert(start()?);
    Ok((cluster.port(), cluster.url().to_owned()))
}

/// Runs one command of a step to its end; true when it succeeded.
pub(super) fn follow(root: &Path, command: &mut Command) -> Result<bool> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .current_dir(root)
        .stdin(Stdio::null())
        .spawn()
        .with_context(|| format!("`{name}` cannot be started; is it installed and in PATH?"))?;
    running().step = Some(child.id());
    let status = child.wait();
    running().step = None;
    Ok(status.with_context(|| format!("`{name}` was lost"))?.success())
}

/// Stops the database, if there is one.
pub(super) fn stop() {
    let cluster = running().cluster.take();
    drop(cluster);
}

/// On Ctrl-C or a polite kill: ends the step, stops the database, and leaves.
pub(super) fn interrupted() {
    eprintln!("\nInterrupted: stopping the tests and their database.");
    let step = running().step.take();
    if let Some(step) = step {
        // From a terminal the step heard the same signal; from elsewhere it did not.
        let _ = Command::new("kill").args(["-TERM", &step.to_string()]).stderr(Stdio::null()).status();
    }
    stop();
    std::process::exit(130);
}
