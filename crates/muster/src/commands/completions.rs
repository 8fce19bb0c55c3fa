//! `muster completions`: completions for a shell.

use crate::{
    cli::definition,
    frame::{Exit, Fault, Frame},
};
use clap::Args;
use clap_complete::Shell;

/// Writes completions for your shell
///
/// For bash: muster completions bash > ~/.local/share/bash-completion/completions/muster
#[derive(Args)]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let mut text = Vec::new();
        clap_complete::generate(self.shell, &mut definition(), "muster", &mut text);
        frame.print(String::from_utf8_lossy(&text).trim_end())?;
        Ok(Exit::Done)
    }
}
