//! `muster hits show`: the evidence of one hit, after the read is recorded.

use crate::frame::{Exit, Fault, Frame};
use clap::Args;
use muster_app::{case::access::ReadHits, screening::evidence};
use muster_vocab::{CaseId, HitId};
use serde::Serialize;

/// Shows the evidence of a hit, in words; that it was read is recorded on the case
#[derive(Args)]
#[command(after_help = "Example:
  muster hits show CASE_ID HIT_ID --as ADJUDICATOR_ID")]
pub(super) struct Show {
    /// The case
    case: CaseId,
    /// The hit
    hit: HitId,
}

#[derive(Serialize)]
struct Told {
    case: CaseId,
    hit: HitId,
    evidence: String,
}

impl Show {
    pub(super) fn run(self, frame: &Frame) -> Result<Exit, Fault> {
        let app = frame.app()?;
        let permit = frame.permit::<ReadHits>(&app)?;
        let evidence = evidence(&app, permit, self.case, self.hit, frame.now())?;
        let told = Told { case: self.case, hit: self.hit, evidence };
        frame.show(&told, |told, _| told.evidence.clone())?;
        Ok(Exit::Done)
    }
}
