//! Checks a whole policy before anybody relies on it.

mod examples;
mod history;
mod regions;
mod rules;
mod texts;

use crate::folder::load;
use crate::problem::Problem;
use std::fmt;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckReport {
    /// What is wrong, by file and place. An edition with problems may not be published.
    pub problems: Vec<Problem>,
    /// What could not be checked, and why.
    pub notes: Vec<Problem>,
    /// What was looked at.
    pub counts: Counts,
}

/// How much was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Editions read.
    pub editions: usize,
    /// Rules over all editions.
    pub rules: usize,
    /// Examples run.
    pub examples: usize,
    /// Languages with texts.
    pub languages: usize,
    /// Combinations of facts the rules were tried on.
    pub regions: usize,
}

/// Checks a folder given as file names and texts.
pub fn check<N: AsRef<str>, T: AsRef<str>>(files: &[(N, T)]) -> CheckReport {
    let loaded = load(files);
    let mut report = CheckReport {
        counts: Counts {
            editions: loaded.editions.len(),
            rules: loaded.editions.iter().map(|edition| edition.rules().len()).sum(),
            languages: loaded.texts.len(),
            ..Counts::default()
        },
        ..CheckReport::default()
    };
    for edition in &loaded.editions {
        rules::check(edition, &mut report);
        texts::check(edition, &loaded.texts, &mut report);
    }
    texts::check_strays(&loaded, &mut report);
    examples::check(&loaded, &mut report);
    history::check(&loaded, &mut report);
    report.problems.extend(loaded.problems);
    report.problems.sort();
    report
}

impl CheckReport {
    /// Whether nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }
}

impl fmt::Display for CheckReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.problems {
            writeln!(f, "{problem}")?;
        }
        for note in &self.notes {
            writeln!(f, "note: {note}")?;
        }
        let Counts { editions, rules, examples, languages, regions } = self.counts;
        let counted = [
            count(self.problems.len(), "problem"),
            count(editions, "edition"),
            count(rules, "rule"),
            count(languages, "language"),
            count(examples, "example"),
            count(regions, "combination") + " of facts tried",
        ];
        f.write_str(&counted.join(", "))
    }
}

fn count(number: usize, of: &str) -> String {
    format!("{number} {of}{}", if number == 1 { "" } else { "s" })
}
