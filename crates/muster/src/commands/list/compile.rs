//! `muster list compile`: published files as one snapshot, opened in no time.

use super::{bad_note, from_files};
use crate::frame::{Exit, Fault, Frame, grouped, unreadable};
use clap::Args;
use muster_app::watchlist::{ENGINE, EditionInfo, Snapshot};
use serde::Serialize;
use std::path::PathBuf;

/// Compiles list files into one snapshot file, which `muster screen --snapshot` opens at once
#[derive(Args)]
#[command(
    after_help = "A snapshot belongs to the engine version that made it. Another version refuses it: compile the lists again then.

Example:
  muster list compile --list sdn.csv alt.csv consolidated.xml --out lists.snapshot"
)]
pub(super) struct Compile {
    /// The files; a folder stands for all files in it
    #[arg(long = "list", value_name = "FILE", num_args = 1.., required = true)]
    lists: Vec<PathBuf>,
    /// Where the snapshot goes
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(Serialize)]
struct Compiled<'a> {
    engine: &'static str,
    bytes: u64,
    editions: &'a [EditionInfo],
    bad_records: usize,
}

impl Compile {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let found = from_files(&self.lists)?;
        let snapshot = Snapshot::compile(&found.editions);
        let bytes = snapshot.to_bytes();
        std::fs::write(&self.out, &bytes).map_err(|error| unreadable(&self.out, &error))?;
        let compiled = Compiled {
            engine: ENGINE,
            bytes: bytes.len() as u64,
            editions: snapshot.editions(),
            bad_records: found.bad.len(),
        };
        frame.show(&compiled, |compiled, paint| {
            let end = format!("{} bytes for {}", grouped(compiled.bytes), compiled.engine);
            format!("{}\n{end}", super::editions(compiled.editions, paint))
        })?;
        bad_note(&found, frame.json);
        Ok(Exit::Done)
    }
}
