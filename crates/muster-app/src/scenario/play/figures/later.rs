//! Counting what comes after acceptance, and what editions changed.

use super::{
    super::{Plot, cast::CLAIMED, desk::Desk},
    Arrivals, Flips, Tally, Travel, WalkIns,
    count::{Counted, tallies, tally},
};
use muster_case::{ArrivalEvidence, Stage};
use std::collections::BTreeMap;

fn accepted<'a>(writers: &'a [&Counted]) -> impl Iterator<Item = &'a Counted> {
    writers.iter().copied().filter(|case| case.row.accepted_at.is_some())
}

pub(super) fn accepted_by_trade(desk: &Desk<'_>, writers: &[&Counted]) -> Vec<Tally> {
    let trade = |case: &Counted| desk.files[case.file].told.background.trade.clone();
    tallies(accepted(writers).map(|case| trade(case).unwrap_or_else(|| "none".into())))
}

pub(super) fn accepted_with_needed_skill(desk: &Desk<'_>, writers: &[&Counted]) -> u32 {
    let needed = |case: &Counted| {
        crate::eligibility::has_needed_skill(&desk.app.programme, &desk.files[case.file].told.background)
    };
    accepted(writers).filter(|case| needed(case)).count() as u32
}

pub(super) fn travel(desk: &Desk<'_>, writers: &[&Counted]) -> Travel {
    let count = |is: &dyn Fn(&Counted) -> bool| accepted(writers).filter(|case| is(case)).count() as u32;
    let reached = |case: &Counted, grade| desk.case(case.file).arrival >= Some(grade);
    let pass = |case: &Counted| desk.case(case.file).clearance.is_some();
    Travel {
        accepted: count(&|_| true),
        passes: count(&pass),
        kin_named: count(&|case| {
            pass(case) && desk.case(case.file).kin.as_ref().is_some_and(|kin| kin.given)
        }),
        departed: count(&|case| reached(case, ArrivalEvidence::Claimed)),
        observed: count(&|case| reached(case, ArrivalEvidence::Observed)),
        turned_back: count(&|case| case.is_on(Stage::TurnedBack)),
        contracted: count(&|case| reached(case, ArrivalEvidence::Confirmed)),
        contract_declined: count(&|case| case.is_on(Stage::ContractDeclined)),
        assigned: count(&|case| case.is_on(Stage::Assigned)),
        overdue: desk.notes.overdue,
        withdrew: count(&|case| case.is_on(Stage::Withdrawn)),
        kit: desk.notes.kit,
    }
}

pub(super) fn walk_ins(desk: &Desk<'_>, all: &[Counted]) -> WalkIns {
    let count = |is: &dyn Fn(&Counted) -> bool| {
        all.iter().filter(|case| case.row.walk_in).filter(|case| is(case)).count() as u32
    };
    let admitted = |case: &Counted| desk.case(case.file).arrival.is_some() && !case.is_on(Stage::TurnedBack);
    WalkIns {
        registered: count(&|_| true),
        admitted: count(&admitted),
        turned_back: count(&|case| case.is_on(Stage::TurnedBack)),
        contracted: count(&|case| desk.case(case.file).arrival == Some(ArrivalEvidence::Confirmed)),
        assigned: count(&|case| case.is_on(Stage::Assigned)),
    }
}

/// Every mission's arrivals by what is known of them, beside what somebody claims.
pub(super) fn arrivals(desk: &Desk<'_>, all: &[Counted], plot: &Plot) -> Vec<Arrivals> {
    let mut missions: BTreeMap<&str, Arrivals> = BTreeMap::new();
    for case in all.iter().filter(|case| case.row.merged_into.is_none()) {
        let of = missions.entry(&case.row.mission).or_insert_with(|| none_of(&case.row.mission));
        let state = desk.case(case.file);
        let reached = |grade| u32::from(state.arrival >= Some(grade));
        of.expected += u32::from(state.clearance.is_some());
        of.claimed += reached(ArrivalEvidence::Claimed);
        of.observed += reached(ArrivalEvidence::Observed);
        of.confirmed += reached(ArrivalEvidence::Confirmed);
    }
    if plot.days >= super::super::CLAIM_DAY {
        let of = missions.entry(CLAIMED).or_insert_with(|| none_of(CLAIMED));
        of.claimed_elsewhere = Some(super::super::CLAIM);
        of.source = Some(super::super::CLAIMANT.into());
    }
    missions.into_values().collect()
}

fn none_of(mission: &str) -> Arrivals {
    Arrivals {
        mission: mission.to_owned(),
        expected: 0,
        claimed: 0,
        observed: 0,
        confirmed: 0,
        claimed_elsewhere: None,
        source: None,
    }
}

pub(super) fn flips(desk: &Desk<'_>) -> Vec<Flips> {
    let mut flips: BTreeMap<&str, Flips> = BTreeMap::new();
    for ((edition, in_queue, code), count) in &desk.notes.flips {
        let of = flips.entry(edition).or_insert_with(|| Flips {
            edition: edition.clone(),
            in_queue: Vec::new(),
            further_on: Vec::new(),
        });
        let list = if *in_queue { &mut of.in_queue } else { &mut of.further_on };
        list.push(tally(code, *count));
    }
    flips.into_values().collect()
}
