//! The one binary: arguments, configuration, wiring.
//!
//! What it is: the terminal's way to the use cases of `muster-app`. Each command is one file in `commands/`; what they
//! share (settings, output, exit codes, who acts) is in `frame/` and `config/`.
//!
//! What it promises: the same setting comes from the same place for every command; an error says what is wrong and what
//! to do next; `--json` has a stable shape; nothing personal is printed unless somebody asked to see it and said why.
//!
//! What it never does: decide. It asks the application and shows the answer.

mod cli;
mod commands;
mod config;
mod frame;

use std::process::ExitCode;

/// Quicker than the system's allocator for many small values.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run().into()
}
