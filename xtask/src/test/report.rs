//! How the steps went, for people.

use std::fmt::Write as _;
use std::time::Duration;

/// How one step went.
pub(super) struct Outcome {
    pub(super) name: &'static str,
    pub(super) passed: bool,
    pub(super) took: Duration,
}

/// A line for each step, then the count.
pub(super) fn table(outcomes: &[Outcome]) -> String {
    let width = outcomes.iter().map(|outcome| outcome.name.len()).max().unwrap_or(0);
    let mut table = String::new();
    for Outcome { name, passed, took } in outcomes {
        let result = if *passed { "passed" } else { "FAILED" };
        let _ = writeln!(table, "  {name:<width$}  {result}  {:>7.1} s", took.as_secs_f64());
    }
    let failed = outcomes.iter().filter(|outcome| !outcome.passed).count();
    let _ = write!(table, "{} passed, {failed} failed", outcomes.len() - failed);
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_is_seen_and_counted() {
        let outcome =
            |name, passed, tenths: u64| Outcome { name, passed, took: Duration::from_millis(tenths * 100) };
        insta::assert_snapshot!(
            table(&[outcome("formatting", true, 8), outcome("tests", false, 1234)]),
            @r"
          formatting  passed      0.8 s
          tests       FAILED    123.4 s
        1 passed, 1 failed
        "
        );
    }
}
