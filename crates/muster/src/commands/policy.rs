//! `muster policy`: rules as data, checked, tried, simulated, and published by two people.

mod check;
mod evaluate;
mod publish;
mod simulate;

use crate::frame::{Exit, Fault, Frame};
use clap::{Args, Subcommand};
use muster_app::{Programme, engine::Edition};
use std::path::Path;

/// Checks, tries, simulates and publishes the rules of eligibility
#[derive(Args)]
pub(crate) struct Policy {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Check(check::Check),
    Evaluate(evaluate::Evaluate),
    Simulate(simulate::Simulate),
    Publish(publish::Publish),
}

impl Policy {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        match self.what {
            What::Check(check) => check.run(frame),
            What::Evaluate(evaluate) => evaluate.run(frame),
            What::Simulate(simulate) => simulate.run(frame),
            What::Publish(publish) => publish.run(frame),
        }
    }
}

/// A draft in a file of its own, if `name` is one.
fn draft(programme: &Programme, name: &str) -> Result<Option<Edition>, Fault> {
    if !Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml")) {
        return Ok(None);
    }
    let text = read(Path::new(name))?;
    let read = programme.read_edition(name, &text);
    read.map(Some).map_err(|failure| {
        Fault::new(Exit::Refused, failure.to_string()).next("mend the rules, and run the command again")
    })
}

fn read(path: &Path) -> Result<String, Fault> {
    std::fs::read_to_string(path).map_err(|error| {
        Fault::usage(format!("{} cannot be read: {error}", path.display()))
            .next("see whether the name is right")
    })
}
