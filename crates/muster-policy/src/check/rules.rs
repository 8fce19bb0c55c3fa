//! Rules that can never hold, always hold, or never matter.

use super::CheckReport;
use super::regions::{REGIONS_MAX, Regions};
use crate::edition::{Edition, Rule, Truth};
use crate::problem::Problem;
use std::collections::BTreeSet;

/// Tries every rule of an edition on every region of facts it can tell apart.
pub(super) fn check(edition: &Edition, report: &mut CheckReport) {
    for (index, rule) in edition.rules().iter().enumerate() {
        let own = Regions::of(edition.schema(), [&rule.condition]);
        if !fits(edition, rule, &own, report) {
            continue;
        }
        if own.all(|facts| rule.condition.truth(facts) == Truth::False) {
            report.problems.push(problem(
                edition,
                rule,
                "can never hold: its conditions contradict each other",
                "mend the condition, or remove the rule",
            ));
        } else if own.all(|facts| rule.condition.truth(facts) == Truth::True) {
            report.problems.push(problem(
                edition,
                rule,
                "holds for everybody",
                "mend the condition; to stop intake, pause the mission instead",
            ));
        } else {
            check_reach(edition, index, report);
        }
    }
}

/// Reports a rule that earlier rules of the same or a stronger outcome always forestall.
fn check_reach(edition: &Edition, index: usize, report: &mut CheckReport) {
    let rule = &edition.rules()[index];
    let earlier: Vec<&Rule> = related(edition, index);
    if earlier.is_empty() {
        return;
    }
    let regions =
        Regions::of(edition.schema(), earlier.iter().map(|rule| &rule.condition).chain([&rule.condition]));
    if !fits(edition, rule, &regions, report) {
        return;
    }
    let mut needed = BTreeSet::new();
    let forestalled = regions.all(|facts| {
        if rule.condition.truth(facts) != Truth::True {
            return true;
        }
        let first = earlier.iter().position(|other| other.condition.truth(facts) == Truth::True);
        needed.extend(first);
        first.is_some()
    });
    if forestalled {
        let names: Vec<String> =
            needed.into_iter().map(|position| format!("`{}`", earlier[position].id)).collect();
        report.problems.push(problem(
            edition,
            rule,
            &format!("is never the first reason: whenever it holds, {} holds too", names.join(" or ")),
            "put it before, narrow the earlier rule, or remove it",
        ));
    }
}

/// The earlier rules of the same or a stronger outcome that share facts with the rule, directly or through each other.
fn related(edition: &Edition, index: usize) -> Vec<&Rule> {
    let rule = &edition.rules()[index];
    let facts_of = |rule: &Rule| -> BTreeSet<usize> {
        rule.condition.predicates().iter().map(|predicate| predicate.fact).collect()
    };
    let mut shared = facts_of(rule);
    let candidates: Vec<&Rule> = edition.rules()[..index]
        .iter()
        .filter(|earlier| earlier.effect.at_least_as_strong_as(&rule.effect))
        .collect();
    let mut taken = vec![false; candidates.len()];
    while let Some(next) = (0..candidates.len())
        .find(|position| !taken[*position] && !facts_of(candidates[*position]).is_disjoint(&shared))
    {
        taken[next] = true;
        shared.extend(facts_of(candidates[next]));
    }
    candidates.into_iter().zip(taken).filter_map(|(rule, taken)| taken.then_some(rule)).collect()
}

/// Counts the regions; notes and declines when there are too many to try.
fn fits(edition: &Edition, rule: &Rule, regions: &Regions, report: &mut CheckReport) -> bool {
    let Some(count) = regions.count() else {
        report.notes.push(problem(
            edition,
            rule,
            &format!("was not tried on every combination of facts: there are more than {REGIONS_MAX}"),
            "cover it with examples, or split the condition",
        ));
        return false;
    };
    report.counts.regions += count;
    true
}

fn problem(edition: &Edition, rule: &Rule, what: &str, help: &str) -> Problem {
    Problem::new(edition.file(), rule.place, format!("the rule `{}` {what}", rule.id), help)
}
