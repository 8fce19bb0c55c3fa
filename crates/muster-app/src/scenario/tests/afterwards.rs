//! A hundred accepted, as D21 ends.

use super::{TEN, near};
use crate::scenario::{Population, Step};
use jiff::SignedDuration;
use muster_vocab::{Dice as _, SeededDice};
use std::collections::BTreeMap;

/// Per hundred accepted evenly from D8 to D21: how many have come to each step, and how many stand overdue.
fn snapshot() -> BTreeMap<Step, f64> {
    let mut dice = SeededDice::new(21);
    let mut found: BTreeMap<Step, f64> = BTreeMap::new();
    let mut all = 0.0;
    for (_, truth) in TEN.iter().flat_map(Population::people) {
        let since = SignedDuration::from_mins((14.0 * 24.0 * 60.0 * dice.fraction()) as i64);
        let steps = truth.after.steps(truth.fails_at_reception());
        let done: Vec<Step> =
            steps.into_iter().filter(|(at, _)| *at <= since).map(|(_, step)| step).collect();
        for step in &done {
            // Overdue counts only while it lasts.
            if *step != Step::Overdue || done.last() == Some(step) {
                *found.entry(*step).or_default() += 1.0;
            }
        }
        all += 1.0;
    }
    for count in found.values_mut() {
        *count *= 100.0 / all;
    }
    found
}

#[test]
fn the_hundred_stand_where_the_scenario_says() {
    let found = snapshot();
    for (step, wanted, tolerance) in [
        (Step::PassIssued, 86.0, 1.5),
        (Step::Departed, 41.0, 1.5),
        (Step::Presented, 23.0, 1.5),
        (Step::TurnedBack, 1.0, 0.5),
        (Step::Contracted, 15.0, 1.0),
        (Step::ContractDeclined, 5.0, 0.7),
        (Step::Assigned, 10.0, 1.0),
        (Step::Overdue, 6.0, 0.8),
        (Step::Withdrew, 8.0, 0.8),
    ] {
        near(&format!("{step:?}"), found[&step], wanted, tolerance);
    }
}

#[test]
fn steps_come_in_order_and_nothing_follows_an_end() {
    for (_, truth) in TEN[0].people() {
        let steps = truth.after.steps(truth.fails_at_reception());
        assert!(steps.is_sorted_by_key(|(at, _)| *at));
        let end = steps.iter().position(|(_, step)| {
            matches!(step, Step::TurnedBack | Step::ContractDeclined | Step::Withdrew | Step::Assigned)
        });
        assert!(end.is_none_or(|end| end == steps.len() - 1));
    }
}
