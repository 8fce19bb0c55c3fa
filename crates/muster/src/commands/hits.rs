//! `muster hits`: what screening found, for the people who rule on it.

mod check;
mod list;
mod rule;
mod show;

use crate::frame::{Exit, Fault, Frame};
use clap::{Args, Subcommand};
use muster_app::{App, screening::ScreeningWorker};
use muster_vocab::PersonalText;
use std::io::{Read as _, stdin};

/// Lists what screening found, shows its evidence, and takes rulings
#[derive(Args)]
pub(crate) struct Hits {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    List(list::List),
    Show(show::Show),
    Rule(rule::Rule),
    Check(check::Check),
}

impl Hits {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        match self.what {
            What::List(list) => list.run(frame),
            What::Show(show) => show.run(frame),
            What::Rule(rule) => rule.run(frame),
            What::Check(check) => check.run(frame),
        }
    }
}

/// The grounds somebody gives; `-` reads them from standard input, where no other program sees them.
fn grounds(text: &str) -> Result<PersonalText, Fault> {
    if text != "-" {
        return Ok(PersonalText(text.to_owned()));
    }
    let mut read = String::new();
    stdin().lock().read_to_string(&mut read).map_err(|_| {
        Fault::usage("the grounds on standard input cannot be read").next("give them as text in UTF-8")
    })?;
    Ok(PersonalText(read.trim().to_owned()))
}

/// A case that nothing stands in the way of any more goes on.
fn go_on(frame: &Frame, app: &App) -> Result<(), Fault> {
    ScreeningWorker.follow(app, frame.now())?;
    Ok(())
}
