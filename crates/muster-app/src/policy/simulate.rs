//! A draft over every case there is: who would be treated otherwise, and by which rule. Nothing changes.

use crate::{
    App, Failure,
    eligibility::{Opened, facts_of},
};
use muster_case::{Permit, access::ReadCases, eligibility::EditionRef};
use muster_policy::{Changed, Edition, Flip};
use muster_store::{
    journal::{CaseFacts, Half},
    keys::OpenKeys,
};
use muster_vocab::{CaseId, Clock, ReasonCode};
use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    time::Duration,
};

/// What a simulation found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Simulation {
    /// The draft.
    pub draft: EditionRef,
    /// What it was compared with.
    pub against: EditionRef,
    /// Cases with facts that could be read.
    pub cases: u64,
    /// Cases whose facts do not fit the programme's schema any more, and were left out.
    pub left_out: u64,
    /// Cases whose result differs.
    pub flips: u64,
    /// Cases whose result differs, by outcome before and after; the most first.
    pub kinds: Vec<KindCount>,
    /// What made the difference, by rule; the most first.
    pub rules: Vec<RuleCount>,
    /// Every case whose result differs, by its number.
    pub flipped: Vec<FlippedCase>,
}

/// How many cases go from one outcome to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KindCount {
    /// The outcome before.
    pub before: &'static str,
    /// The outcome after; the same if only the reasons differ.
    pub after: &'static str,
    /// How many.
    pub cases: u64,
}

/// How often a rule newly fires, or stops firing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleCount {
    /// The rule.
    pub rule: String,
    /// Its reason.
    pub code: ReasonCode,
    /// Cases in which it fires under the draft for a reason that did not fire before.
    pub fires: u64,
    /// Cases in which it fired before for a reason that fires no longer.
    pub stops: u64,
}

/// One case whose result differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FlippedCase {
    /// The case.
    pub case: CaseId,
    /// Where it stands.
    pub stage: String,
    /// The outcome before.
    pub before: &'static str,
    /// The outcome after.
    pub after: &'static str,
    /// Rules that newly fire.
    pub fires: Vec<String>,
    /// Rules that fire no longer.
    pub stops: Vec<String>,
}

/// Where the time went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SimulationTimes {
    /// Opening every person's key.
    pub keys: Duration,
    /// Walking, opening, judging.
    pub walk: Duration,
}

/// What one thread found.
#[derive(Default)]
struct Found {
    cases: u64,
    left_out: u64,
    flips: Vec<(CaseId, Flip)>,
}

impl App {
    /// Runs a draft over every case, against another edition. Each case is judged as of the day its facts
    /// were sent, under both. Gives the times too, by the clock that is handed in.
    ///
    /// # Errors
    /// [`Failure::Store`] if the store failed.
    pub fn simulate(
        &self,
        permit: Permit<ReadCases>,
        draft: &Edition,
        against: &Edition,
        clock: &dyn Clock,
    ) -> Result<(Simulation, SimulationTimes), Failure> {
        let start = clock.now();
        let keys = self.store.journal.keys().open_all().map_err(muster_store::StoreError::from)?;
        let opened = clock.now();
        let (low, high, stages) = std::thread::scope(|scope| {
            let low = scope.spawn(|| self.walk(Half::Low, &keys, draft, against));
            let high = self.walk(Half::High, &keys, draft, against);
            (
                low.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
                high,
                self.stages_of(permit),
            )
        });
        let (low, high, (stages, merged)) = (low?, high?, stages?);
        let mut flips: Vec<_> = low.flips.into_iter().chain(high.flips).collect();
        // A case that is merged away is not judged twice: the case that goes on stands for the person.
        flips.retain(|(case, _)| !merged.contains(case));
        let cases = low.cases + high.cases;
        let left_out = low.left_out + high.left_out;
        let simulation = Simulation {
            draft: EditionRef { id: draft.id().to_owned(), hash: draft.hash() },
            against: EditionRef { id: against.id().to_owned(), hash: against.hash() },
            cases,
            left_out,
            flips: flips.len() as u64,
            kinds: kinds(&flips),
            rules: rules(&flips),
            flipped: flips.into_iter().map(|(case, flip)| flipped(case, flip, &stages)).collect(),
        };
        let between = |from: jiff::Timestamp, to: jiff::Timestamp| to.duration_since(from).unsigned_abs();
        let times = SimulationTimes { keys: between(start, opened), walk: between(opened, clock.now()) };
        Ok((simulation, times))
    }

    fn walk(
        &self,
        half: Half,
        keys: &OpenKeys,
        draft: &Edition,
        against: &Edition,
    ) -> Result<Found, Failure> {
        let mut found = Found::default();
        self.store.journal.each_facts(half, keys, &mut |facts| {
            let CaseFacts { case, at, identity, background, disclosures, recorded } = facts;
            let opened = Opened { identity, background, disclosures };
            let Ok(facts) = facts_of(&self.programme, &opened, &recorded, at) else {
                found.left_out += 1;
                return;
            };
            found.cases += 1;
            let (before, after) = (against.outcome(&facts), draft.outcome(&facts));
            found.flips.extend(against.flip(before, draft, after).map(|flip| (case, flip)));
        })?;
        Ok(found)
    }

    fn stages_of(
        &self,
        permit: Permit<ReadCases>,
    ) -> Result<(HashMap<CaseId, String>, BTreeSet<CaseId>), Failure> {
        let (mut stages, mut merged) = (HashMap::new(), BTreeSet::new());
        self.store.views.each_case(permit, &mut |row| {
            if row.merged_into.is_some() {
                merged.insert(row.case);
            }
            stages.insert(row.case, row.stage);
        })?;
        Ok((stages, merged))
    }
}

fn kinds(flips: &[(CaseId, Flip)]) -> Vec<KindCount> {
    let mut counts: BTreeMap<_, u64> = BTreeMap::new();
    for (_, flip) in flips {
        *counts.entry((flip.before, flip.after)).or_default() += 1;
    }
    let mut kinds: Vec<KindCount> = counts
        .into_iter()
        .map(|((before, after), cases)| KindCount { before: before.word(), after: after.word(), cases })
        .collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.cases));
    kinds
}

fn rules(flips: &[(CaseId, Flip)]) -> Vec<RuleCount> {
    let mut counts: BTreeMap<&Changed, (u64, u64)> = BTreeMap::new();
    for (_, flip) in flips {
        flip.fires.iter().for_each(|changed| counts.entry(changed).or_default().0 += 1);
        flip.stops.iter().for_each(|changed| counts.entry(changed).or_default().1 += 1);
    }
    let count = |(changed, (fires, stops)): (&Changed, (u64, u64))| RuleCount {
        rule: changed.rule.clone(),
        code: changed.reason,
        fires,
        stops,
    };
    let mut rules: Vec<RuleCount> = counts.into_iter().map(count).collect();
    rules.sort_by_key(|rule| std::cmp::Reverse(rule.fires + rule.stops));
    rules
}

fn flipped(case: CaseId, flip: Flip, stages: &HashMap<CaseId, String>) -> FlippedCase {
    let names = |all: Vec<Changed>| all.into_iter().map(|changed| changed.rule).collect();
    FlippedCase {
        case,
        stage: stages.get(&case).cloned().unwrap_or_default(),
        before: flip.before.word(),
        after: flip.after.word(),
        fires: names(flip.fires),
        stops: names(flip.stops),
    }
}
