//! The commands, one file each: its arguments (with their help), and `run(self, &Frame) -> Result<Exit, Fault>`.
//!
//! A new command is a file here, a line in this list, and two in `cli.rs`: its variant and its `run`.

pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod help;
pub(crate) mod man;
