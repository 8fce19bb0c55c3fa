//! In which queues a case waits, as it stands. Nothing personal is read for it.

use super::Queue;
use jiff::Timestamp;
use muster_case::{Case, Stage, decision::Act, screening::Ruling};
use muster_vocab::HumanId;
use std::collections::BTreeSet;

/// One thing that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wait {
    pub(super) queue: Queue,
    /// Since when.
    pub(super) since: Timestamp,
    /// From when there is something to do, if not from the beginning.
    pub(super) from: Option<Timestamp>,
    /// Who must not do it.
    pub(super) never: BTreeSet<HumanId>,
}

/// Everything that waits about a case; nothing for one that is closed, merged away or only begun.
pub(super) fn waits(case: &Case) -> Vec<Wait> {
    let (Some(stage), Some(since)) = (case.stage, case.stage_since) else { return Vec::new() };
    if !case.is_active() || stage == Stage::Draft {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut add = |queue, since, from, never: &[HumanId]| {
        // Whoever stepped back does nothing about a case at all.
        let never = case.recused.iter().chain(never).copied().collect();
        found.push(Wait { queue, since, from, never });
    };
    if let Some(correction) = &case.correction {
        add(Queue::Correction, correction.asked_at, None, &[]);
    }
    if !case.duplicates.is_empty() {
        add(Queue::Duplicate, since, None, &[]);
    }
    // A proposal keeps everything else of its case waiting but what it is not about.
    let clearing = match case.proposal.as_ref().map(|open| &open.act) {
        Some(Act::ClearHit { hit, .. }) => Some(*hit),
        _ => None,
    };
    if let Some(open) = &case.proposal {
        add(Queue::second(&open.act), open.at, None, &[open.first]);
    }
    let raised = case.hits.iter().filter(|(id, hit)| hit.ruling.is_none() && Some(**id) != clearing);
    if let Some(raised_at) = raised.map(|(_, hit)| hit.raised_at).min() {
        add(Queue::Hit, raised_at, None, &[]);
    }
    if !case.left.is_empty() {
        add(Queue::Check, since, None, &[]);
    }
    let decided = case.proposal.is_some();
    match stage {
        Stage::Submitted if case.determination.is_some() && !case.finding_accepted => {
            add(Queue::Intake, since, None, &[]);
        }
        Stage::Screening | Stage::HitReview if !decided && has_match(case) => {
            add(Queue::Match, since, None, &[]);
        }
        Stage::InterviewReady if case.holds.is_empty() => add(Queue::Booking, since, None, &[]),
        Stage::InterviewBooked => {
            let starts = case.booking.as_ref().map(|booking| booking.starts);
            let raters: Vec<HumanId> = case.raters.iter().copied().collect();
            add(Queue::Interview, starts.unwrap_or(since), starts, &raters);
        }
        Stage::Interviewed if !decided => add(Queue::Recommendation, since, None, &[]),
        Stage::Deferred => add(Queue::Deferral, since, case.deferred_until, &[]),
        Stage::UnderReview => {
            let signers: Vec<HumanId> = case.signers().into_iter().collect();
            add(Queue::Review, since, None, &signers);
        }
        Stage::Accepted if case.preview.is_some() && case.kin.is_some() && case.kit.is_some() => {
            add(Queue::Pass, since, None, &[]);
        }
        _ => {}
    }
    if found.is_empty() {
        found.push(Wait { queue: Queue::Elsewhere, since, from: None, never: BTreeSet::new() });
    }
    found
}

impl Queue {
    /// Where what was proposed waits for its second signature.
    #[must_use]
    pub const fn second(act: &Act) -> Self {
        match act {
            Act::Accept | Act::Refuse | Act::Defer { .. } | Act::Refer { .. } | Act::RefuseEarly => {
                Self::Decision
            }
            Act::Revoke => Self::Revocation,
            Act::ClearHit { .. } => Self::Clearing,
            Act::AdmitHeld => Self::Admission,
            Act::ReportCasualty { .. } | Act::Discharge { .. } | Act::RecordDeath => Self::Casualty,
        }
    }
}

fn has_match(case: &Case) -> bool {
    case.hits.values().any(|hit| hit.ruling == Some(Ruling::TrueMatch))
}
