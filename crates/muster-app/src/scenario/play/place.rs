//! In which pile a case lies: read off the case alone, as an inbox would.

use muster_case::{Case, Stage, decision::Act, eligibility::Outcome, screening::CheckOutcome};

/// A pile of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// May be somebody's second: a clerk compares.
    Duplicate,
    /// Waits for the eligibility worker.
    Undetermined,
    /// A refusal on objective findings is proposed: in bulk.
    Objective,
    /// Another refusal is proposed: one by one.
    Refusal,
    /// Another route fits.
    Route,
    /// Something is not known.
    Tentative,
    /// Nothing speaks against it.
    Eligible,
    /// Waits for a screener.
    Checks,
    /// A hit waits for an adjudicator.
    Hits,
    /// Cannot be vetted, or is the person of a list: waits for a first signature.
    Adverse,
    /// A proposal waits for a second adjudicator.
    SecondAdjudicator,
    /// A proposed early refusal waits for an attaché.
    SecondEarly,
    /// May book an interview.
    Ready,
    /// A walk-in with a finding waits at the reception desk.
    Reception,
}

impl Place {
    /// Where a case lies; nothing where nobody has to do anything now.
    pub(super) fn of(case: &Case) -> Option<Self> {
        let stage = case.stage?;
        if case.merged_into.is_some() || stage.is_closed() {
            return None;
        }
        if !case.duplicates.is_empty() {
            return Some(Self::Duplicate);
        }
        if let Some(open) = &case.proposal {
            return match open.act {
                Act::ClearHit { .. } => Some(Self::SecondAdjudicator),
                Act::RefuseEarly => Some(Self::SecondEarly),
                _ => None,
            };
        }
        if case.open_hits().next().is_some() {
            return Some(Self::Hits);
        }
        match stage {
            Stage::Submitted => Some(Self::by_finding(case)),
            Stage::Presented if case.walk_in && case.determination.is_none() => Some(Self::Undetermined),
            Stage::Presented if case.walk_in => Some(Self::Reception),
            Stage::HitReview => Some(Self::Adverse),
            Stage::Screening => {
                if case.unrecorded_checks().next().is_some() {
                    return Some(Self::Checks);
                }
                let unvettable = |outcome: &CheckOutcome| matches!(outcome, CheckOutcome::Unvettable(_));
                case.checks.values().flatten().any(unvettable).then_some(Self::Adverse)
            }
            Stage::InterviewReady => case.holds.is_empty().then_some(Self::Ready),
            _ => None,
        }
    }

    fn by_finding(case: &Case) -> Self {
        let Some(finding) = &case.determination else { return Self::Undetermined };
        match finding.outcome {
            Outcome::Eligible => Self::Eligible,
            Outcome::Tentative => Self::Tentative,
            Outcome::Refer => Self::Route,
            // One signature for many only where everything that speaks against it is objective.
            Outcome::RefuseProposed if finding.fired().all(|found| found.objective) => Self::Objective,
            Outcome::RefuseProposed => Self::Refusal,
        }
    }
}
