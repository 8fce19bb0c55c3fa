//! Examples come out as written.

use super::CheckReport;
use crate::determine::RuleSet;
use crate::edition::Edition;
use crate::folder::{Example, Examples, Loaded};
use crate::problem::{Place, Problem, did_you_mean};
use muster_vocab::ReasonCode;

/// Runs every example of every edition.
pub(super) fn check(loaded: &Loaded, report: &mut CheckReport) {
    for examples in &loaded.examples {
        match loaded.editions.iter().find(|edition| edition.id() == examples.edition) {
            Some(edition) => run(edition, examples, report),
            None if loaded.unread.contains(&examples.edition) => {}
            None => report.problems.push(Problem::new(
                &examples.file,
                Place::START,
                format!("there is no edition `{}` for these examples", examples.edition),
                did_you_mean(&examples.edition, loaded.editions.iter().map(Edition::id)),
            )),
        }
    }
    for edition in &loaded.editions {
        if !loaded.examples.iter().any(|examples| examples.edition == edition.id()) {
            report.problems.push(Problem::new(
                edition.file(),
                Place::START,
                format!("edition `{}` has no examples", edition.id()),
                format!("add {}.examples.toml with a case for each rule", edition.id()),
            ));
        }
    }
}

fn run(edition: &Edition, examples: &Examples, report: &mut CheckReport) {
    for example in &examples.list {
        report.counts.examples += 1;
        report.problems.extend(differs(edition, &examples.file, example));
    }
    let shown = |reason| examples.list.iter().any(|example| example.reasons.contains(&reason));
    for rule in edition.rules().iter().filter(|rule| !shown(rule.reason)) {
        report.problems.push(Problem::new(
            edition.file(),
            rule.place,
            format!("no example shows the rule `{}` at work", rule.id),
            format!("add a case with `{}` among its reasons to {}", rule.reason, examples.file),
        ));
    }
}

fn differs(edition: &Edition, file: &str, example: &Example) -> Option<Problem> {
    let ruling = edition.outcome(&example.facts);
    let codes =
        |set: RuleSet| -> Vec<ReasonCode> { set.iter().map(|index| edition.rules()[index].reason).collect() };
    let (fired, undecided) = (codes(ruling.fired), codes(ruling.undecided));
    let same =
        ruling.outcome == example.outcome && fired == example.reasons && undecided == example.undecided;
    (!same).then(|| {
        let expected = say(example.outcome.word(), &example.reasons, &example.undecided);
        let found = say(ruling.outcome.word(), &fired, &undecided);
        Problem::new(
            file,
            example.place,
            format!("“{}” comes out as {found}, not as {expected}", example.name),
            "if the rule is right, mend the example; if the example is right, mend the rule",
        )
    })
}

fn say(outcome: &str, fired: &[ReasonCode], undecided: &[ReasonCode]) -> String {
    let list = |codes: &[ReasonCode]| codes.iter().map(|code| code.code()).collect::<Vec<_>>().join(" ");
    let fired = if fired.is_empty() { String::new() } else { format!(" ({})", list(fired)) };
    let open =
        if undecided.is_empty() { String::new() } else { format!(" with {} undecided", list(undecided)) };
    format!("{outcome}{fired}{open}")
}
