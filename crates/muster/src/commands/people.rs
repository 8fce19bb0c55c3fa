//! `muster people`: what is held about somebody, handed out or erased.

mod erase;
mod export;

use crate::frame::{Exit, Fault, Frame};
use clap::{Args, Subcommand};
use muster_app::{
    App,
    case::{Permit, access::ReadCases},
};
use muster_vocab::{CaseId, PersonId};

/// Hands out or erases what is held about a person
#[derive(Args)]
pub(crate) struct People {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Export(export::Export),
    Erase(erase::Erase),
}

impl People {
    pub(crate) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        match self.what {
            What::Export(export) => export.run(frame),
            What::Erase(erase) => erase.run(frame),
        }
    }
}

/// The person of a number: the person's own, or that of one of their cases.
fn find(app: &App, permit: Permit<ReadCases>, number: PersonId) -> Result<PersonId, Fault> {
    let case = app.store.views.case(permit, CaseId::from_bytes(*number.bytes()))?;
    Ok(case.and_then(|row| row.person).unwrap_or(number))
}

fn nobody() -> Fault {
    Fault::new(Exit::Nothing, "nothing is held under this number: there is no such person or case, or it was erased")
        .next("see `muster case list` for the numbers; a receipt is checked with `muster people erase --check FILE`")
}
