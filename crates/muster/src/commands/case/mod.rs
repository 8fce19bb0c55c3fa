//! `muster case`: the cases, and one of them.

mod list;
mod reveal;
mod show;
mod timeline;

use crate::frame::{Exit, Fault, Frame};
use clap::{Args, Subcommand};

/// Lists cases, or shows one
#[derive(Args)]
pub(crate) struct Case {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    List(list::List),
    Show(show::Show),
}

impl Case {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        match self.what {
            What::List(list) => list.run(frame),
            What::Show(show) => show.run(frame),
        }
    }
}
