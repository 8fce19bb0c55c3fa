//! Who would be treated otherwise: the same case under two editions.

use super::explain::{Determination, Verdict};
use super::outcome::{Outcome, Ruling};
use crate::edition::Edition;
use muster_vocab::ReasonCode;

/// A case whose result differs between two editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// The outcome under the first edition.
    pub before: Outcome,
    /// The outcome under the second.
    pub after: Outcome,
    /// Rules of the second that fire for a reason that did not fire before.
    pub fires: Vec<Changed>,
    /// Rules of the first that fired for a reason that fires no longer.
    pub stops: Vec<Changed>,
}

/// A rule whose reason newly fires or stops firing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Changed {
    /// The rule.
    pub rule: String,
    /// Its reason.
    pub reason: ReasonCode,
}

impl Flip {
    /// Whether the outcome itself differs, not only its reasons.
    pub fn changes_outcome(&self) -> bool {
        self.before != self.after
    }
}

/// What differs between two determinations of one case; nothing if outcome and reasons are the same.
pub fn compare(before: &Determination, after: &Determination) -> Option<Flip> {
    let fired = |determination: &Determination| {
        let findings = determination.findings.iter().filter(|finding| finding.verdict == Verdict::Fired);
        findings
            .map(|finding| Changed { rule: finding.rule.clone(), reason: finding.reason })
            .collect::<Vec<_>>()
    };
    differ((before.outcome, fired(before)), (after.outcome, fired(after)))
}

impl Edition {
    /// What differs between this edition's ruling and another edition's on the same case: the quick way, for
    /// simulations over every past case.
    pub fn flip(&self, before: Ruling, other: &Self, after: Ruling) -> Option<Flip> {
        let reasons = |edition: &Self, ruling: Ruling| {
            let codes = ruling.fired.iter().map(|index| 1_u64 << edition.rules[index].reason as u8);
            codes.fold(0, |all, code| all | code)
        };
        if before.outcome == after.outcome && reasons(self, before) == reasons(other, after) {
            return None;
        }
        differ((before.outcome, self.named(before)), (after.outcome, other.named(after)))
    }

    fn named(&self, ruling: Ruling) -> Vec<Changed> {
        let rules = ruling.fired.iter().map(|index| &self.rules[index]);
        rules.map(|rule| Changed { rule: rule.id.clone(), reason: rule.reason }).collect()
    }
}

fn differ(before: (Outcome, Vec<Changed>), after: (Outcome, Vec<Changed>)) -> Option<Flip> {
    let missing_from = |there: &[Changed], here: &[Changed]| -> Vec<Changed> {
        let new = here.iter().filter(|one| !there.iter().any(|other| other.reason == one.reason));
        new.cloned().collect()
    };
    let (fires, stops) = (missing_from(&before.1, &after.1), missing_from(&after.1, &before.1));
    let same = before.0 == after.0 && fires.is_empty() && stops.is_empty();
    (!same).then_some(Flip { before: before.0, after: after.0, fires, stops })
}
