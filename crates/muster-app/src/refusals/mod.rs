//! Refusals that an objective finding proposes, confirmed many at a time with one signature (capability H5).
//!
//! An officer draws a bulk up, looks at a random sample of it in full, takes single cases out, and signs once. It takes
//! effect after a time in which anybody of the role can undo it; until then nothing leaves. A worker then confirms case
//! by case, and what has changed since the officer looked is left to a person.

mod draft;
mod groups;
mod sign;
mod work;

pub use draft::{BulkSheet, SheetCase};
pub use groups::Group;
pub use sign::{BulkSigned, SignBulk};
pub use work::BulkWorker;

use muster_case::{
    Case, Stage,
    eligibility::{FindingCode, Outcome},
};
use muster_vocab::{Digest, ReasonCode};

/// The codes a bulk would refuse a case with, the primary first; none if the case is not one for a bulk: a person who may
/// be a minor is refused singly and kindly, and nothing that screening found is decided here.
fn codes_of(case: &Case) -> Vec<ReasonCode> {
    let Some(finding) = &case.determination else { return Vec::new() };
    let fits = case.stage == Some(Stage::Submitted)
        && case.merged_into.is_none()
        && case.holds.is_empty()
        && case.hits.is_empty()
        && finding.outcome == Outcome::RefuseProposed;
    let is_objective = |found: &FindingCode| found.objective && found.code.is_early();
    let fired: Vec<&FindingCode> = finding.fired().collect();
    if !fits
        || !fired.first().is_some_and(|found| is_objective(found))
        || fired.iter().any(|found| found.code == ReasonCode::UnderAge)
    {
        return Vec::new();
    }
    let mut codes = Vec::new();
    for found in fired.into_iter().filter(|found| is_objective(found)) {
        if !codes.contains(&found.code) {
            codes.push(found.code);
        }
    }
    codes
}

/// A hash of what an officer looks at: it is another once the finding, the application or a hold is another.
fn seen(case: &Case) -> Digest {
    let finding = serde_json::to_vec(&case.determination).unwrap_or_default();
    let dossier = serde_json::to_vec(&case.dossier).unwrap_or_default();
    let holds: Vec<&str> = case.holds.iter().map(|hold| hold.word()).collect();
    Digest::of(&[finding, dossier, holds.join(" ").into_bytes()].join(&b'\n'))
}
