//! `muster hits check`: an officer records a check that no machine could make.

use super::{go_on, grounds};
use crate::frame::{Exit, Fault, Frame};
use clap::{Args, ValueEnum};
use muster_app::{
    case::screening::{CheckOutcome, ListRef, RecordCheck, UnvettableCause, WATCHLIST_CHECK},
    lists,
};
use muster_vocab::CaseId;
use serde::Serialize;

/// Records what a check came to that a person made, such as of a name that no machine can compare
#[derive(Args)]
#[command(
    after_help = "That somebody could not be vetted is an answer of its own, with its cause; it is never a clear.

Example:
  muster hits check CASE_ID --outcome no-records --because \"the registry burnt in 2014\" --as SCREENER_ID"
)]
pub(super) struct Check {
    /// The case
    case: CaseId,
    /// The check; the one against watchlists if left out
    #[arg(value_name = "CHECK")]
    name: Option<String>,
    /// What it came to
    #[arg(long)]
    outcome: Word,
    /// On what grounds, in your own words; `-` reads them from standard input
    #[arg(long, value_name = "TEXT")]
    because: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum Word {
    /// Nothing was found
    Clear,
    /// Something was found that a person must weigh
    Adverse,
    /// Not decided
    Inconclusive,
    /// Could not be vetted: there are no records
    NoRecords,
    /// Could not be vetted: the authority did not answer
    NoResponse,
    /// Could not be vetted: the documents do not suffice
    Documents,
    /// Could not be vetted: the mission cannot do it now
    MissionCapacity,
    /// Could not be vetted: lived where nobody can ask
    HostileAreaResidence,
}

impl Word {
    const fn outcome(self) -> CheckOutcome {
        match self {
            Self::Clear => CheckOutcome::Clear,
            Self::Adverse => CheckOutcome::Adverse,
            Self::Inconclusive => CheckOutcome::Inconclusive,
            Self::NoRecords => CheckOutcome::Unvettable(UnvettableCause::NoRecords),
            Self::NoResponse => CheckOutcome::Unvettable(UnvettableCause::NoResponse),
            Self::Documents => CheckOutcome::Unvettable(UnvettableCause::Documents),
            Self::MissionCapacity => CheckOutcome::Unvettable(UnvettableCause::MissionCapacity),
            Self::HostileAreaResidence => CheckOutcome::Unvettable(UnvettableCause::HostileAreaResidence),
        }
    }
}

#[derive(Serialize)]
struct Told {
    case: CaseId,
    check: String,
    outcome: &'static str,
}

impl Check {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let permit = frame.permit::<RecordCheck>(&app)?;
        let check = self.name.unwrap_or_else(|| WATCHLIST_CHECK.to_owned());
        let outcome = self.outcome.outcome();
        let looked_at: Vec<ListRef> =
            if check == WATCHLIST_CHECK { lists::active(&app)?.lists() } else { Vec::new() };
        let reason = grounds(&self.because)?;
        let record = RecordCheck { check: check.clone(), outcome, lists: looked_at, reason };
        app.carry_out(permit, self.case, record, frame.now())?;
        go_on(frame, &app)?;
        let told = Told { case: self.case, check, outcome: outcome.word() };
        frame.show(&told, |told, paint| {
            paint.good(&format!("The check {} is recorded as {}.", told.check, told.outcome))
        })?;
        Ok(Exit::Done)
    }
}
