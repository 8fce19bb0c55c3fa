//! How the steps went, for people.

use std::fmt::Write as _;
use std::time::Duration;

use crate::Verdict;

/// How one step went.
pub(super) struct Outcome {
    pub(super) name: &'static str,
    pub(super) verdict: Verdict,
    pub(super) took: Duration,
}

/// A line for each step, then the count.
pub(super) fn table(outcomes: &[Outcome]) -> String {
    let width = outcomes.iter().map(|outcome| outcome.name.len()).max().unwrap_or(0);
    let mut table = String::new();
    for Outcome { name, verdict, took } in outcomes {
        let result = match verdict {
            Verdict::Passed => "passed",
            Verdict::Failed => "FAILED",
            Verdict::Skipped => "SKIPPED",
        };
        let _ = writeln!(table, "  {name:<width$}  {result:<7} {:>7.1} s", took.as_secs_f64());
    }
    let count = |wanted| outcomes.iter().filter(|outcome| outcome.verdict == wanted).count();
    let _ = write!(table, "{} passed, {} failed", count(Verdict::Passed), count(Verdict::Failed));
    match count(Verdict::Skipped) {
        0 => {}
        skipped => {
            let _ = write!(table, ", {skipped} skipped");
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_and_one_left_out_are_seen_and_counted() {
        let outcome = |name, verdict, tenths: u64| {
            let took = Duration::from_millis(tenths * 100);
            Outcome { name, verdict, took }
        };
        let (passed, failed, skipped) = (Verdict::Passed, Verdict::Failed, Verdict::Skipped);
        insta::assert_snapshot!(
            table(&[outcome("formatting", passed, 8), outcome("tests", failed, 1234)]),
            @r"
          formatting  passed      0.8 s
          tests       FAILED    123.4 s
        1 passed, 1 failed
        "
        );
        insta::assert_snapshot!(
            table(&[outcome("tests", passed, 1234), outcome("API", skipped, 28)]),
            @r"
          tests  passed    123.4 s
          API    SKIPPED     2.8 s
        1 passed, 0 failed, 1 skipped
        "
        );
    }
}
