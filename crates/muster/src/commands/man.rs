//! `muster man`: the manual pages, from the same definition as the help.

use crate::{
    cli::definition,
    frame::{Exit, Fault, Frame},
};
use clap::Args;
use std::{fs, path::PathBuf};

/// Writes the manual page
///
/// Without a folder the page of `muster` itself goes to the terminal: muster man | man -l -
#[derive(Args)]
pub(crate) struct Man {
    /// Writes the pages of all commands into this folder
    #[arg(long, value_name = "FOLDER")]
    dir: Option<PathBuf>,
}

impl Man {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let Some(folder) = self.dir else {
            let mut page = Vec::new();
            clap_mangen::Man::new(definition()).render(&mut page)?;
            frame.print(String::from_utf8_lossy(&page).trim_end())?;
            return Ok(Exit::Done);
        };
        let refused = |error: std::io::Error| {
            Fault::usage(format!("the pages cannot be written to {}: {error}", folder.display()))
                .next("name a folder that you may write to")
        };
        fs::create_dir_all(&folder).map_err(refused)?;
        clap_mangen::generate_to(definition(), &folder).map_err(refused)?;
        frame.print(&format!("The manual pages are in {}.", folder.display()))?;
        Ok(Exit::Done)
    }
}
