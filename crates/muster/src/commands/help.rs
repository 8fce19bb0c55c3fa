//! `muster help`: help for a command, and the exit codes.

use crate::{
    cli::definition,
    frame::{Exit, Fault, Frame},
};
use clap::Args;

/// Explains a command, or the exit codes: muster help case show, muster help exit-codes
#[derive(Args)]
pub(crate) struct Help {
    /// The command
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

impl Help {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        if self.command == ["exit-codes"] {
            let lines: Vec<String> =
                Exit::ALL.iter().map(|(exit, meaning)| format!("{}  {meaning}", *exit as u8)).collect();
            frame.print(&lines.join("\n"))?;
            return Ok(Exit::Done);
        }
        // The help of a subcommand lists the global options only once the whole definition is built.
        let mut definition = definition();
        definition.build();
        let mut command = &mut definition;
        for word in &self.command {
            let name = command.get_name().to_owned();
            command = command.find_subcommand_mut(word).ok_or_else(|| {
                Fault::usage(format!("`{name}` has no command `{word}`"))
                    .next("see `muster help` for the commands, `muster help exit-codes` for the exit codes")
            })?;
        }
        frame.print(command.render_long_help().to_string().trim_end())?;
        Ok(Exit::Done)
    }
}
