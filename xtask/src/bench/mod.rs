//! Measurements, each framed with the machine it was taken on: a figure without its machine says nothing.

mod core;
mod desk;
mod disk;
mod linkage;
mod machine;
mod measure;
mod program;
mod watchlist;
mod web;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

pub use disk::Disk;
pub use machine::Machine;
pub use measure::{Spread, Watched, spread, watch};

/// What a bench prints: the machine, its disk, and one entry for each thing measured.
#[derive(Debug, Serialize)]
pub struct Frame {
    /// Which bench this is.
    pub bench: &'static str,
    /// Where it ran.
    pub machine: Machine,
    /// How fast the disk makes a small write durable.
    pub disk: Disk,
    /// What was measured, in the order it was done.
    pub measurements: Vec<Measurement>,
}

/// One figure, or one set of times.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Measurement {
    /// What was done, as `subject.what`.
    pub name: String,
    /// How many times, or over how many things.
    pub count: u64,
    /// Things per second over the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_second: Option<f64>,
    /// The share of them, from 0 to 1, that the name says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// How this compares with the peer that the name says, measured in the same run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
    /// The times of single runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<Spread>,
    /// Processor time the served side took for each, in microseconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub served_us: Option<f64>,
    /// Processor time the senders took for each, in microseconds; they share the machine.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub senders_us: Option<f64>,
    /// The share of the machine, from 0 to 1, that went to anybody else meanwhile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub others: Option<f64>,
    /// The largest resident memory seen, in KiB.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peak_memory_kib: Option<u64>,
    /// What it should reach.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    /// Whether it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<bool>,
}

impl Frame {
    /// Describes the machine and measures the disk under `folder` for two seconds.
    ///
    /// # Errors
    /// When `folder` cannot be written to.
    pub fn new(bench: &'static str, root: &Path, folder: &Path) -> Result<Self> {
        let disk = Disk::measure(folder, Duration::from_secs(2))
            .with_context(|| format!("the disk under {} cannot be measured", folder.display()))?;
        Ok(Self { bench, machine: Machine::describe(root), disk, measurements: Vec::new() })
    }

    /// Prints the frame as JSON.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn print(&self) -> Result<()> {
        println!("{}", serde_json::to_string_pretty(self)?);
        Ok(())
    }
}

/// The engines and the store, without a network.
///
/// # Errors
/// When the disk cannot be measured.
pub fn core(root: &Path, folder: Option<PathBuf>) -> Result<bool> {
    let folder = folder.unwrap_or_else(|| root.join("target"));
    std::fs::create_dir_all(&folder)?;
    core::run(root, &folder)?;
    Ok(true)
}

/// The screening engine on labelled data, beside its peers.
///
/// # Errors
/// When it does not build or run.
pub fn watchlist(root: &Path, quick: bool, peers: bool) -> Result<bool> {
    let folder = root.join("target");
    std::fs::create_dir_all(&folder)?;
    watchlist::run(root, &folder, quick, peers)?;
    Ok(true)
}

/// The linkage engine on labelled data, beside Splink.
///
/// # Errors
/// When it does not build or run.
pub fn linkage(root: &Path, quick: bool, peer: bool) -> Result<bool> {
    let folder = root.join("target");
    std::fs::create_dir_all(&folder)?;
    linkage::run(root, &folder, quick, peer)?;
    Ok(true)
}

/// The portal, through real sockets.
///
/// # Errors
/// When it does not build or run.
pub fn web(root: &Path, quick: bool) -> Result<bool> {
    let folder = root.join("target");
    std::fs::create_dir_all(&folder)?;
    web::run(root, &folder, quick)?;
    Ok(true)
}

/// The desk, through real sockets, on both databases.
///
/// # Errors
/// When it does not build or run.
pub fn desk(root: &Path, quick: bool) -> Result<bool> {
    let folder = root.join("target");
    std::fs::create_dir_all(&folder)?;
    desk::run(root, &folder, quick)?;
    Ok(true)
}
