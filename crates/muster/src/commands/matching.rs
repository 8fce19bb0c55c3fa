//! `muster match`: the engine on pairs, without a list around them.

mod pairs;

use crate::frame::{Exit, Fault, Frame};
use clap::{Args, Subcommand};

/// Compares pairs of a person and an entry, as the screening does
#[derive(Args)]
pub(crate) struct Match {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Pairs(pairs::Pairs),
}

impl Match {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        match self.what {
            What::Pairs(pairs) => pairs.run(frame),
        }
    }
}
