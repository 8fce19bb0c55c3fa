//! Every rule can be explained in every language the edition promises.

use super::CheckReport;
use crate::edition::Edition;
use crate::folder::Loaded;
use crate::problem::{Place, Problem, did_you_mean};
use crate::texts::Texts;

/// Reports rules without texts.
pub(super) fn check(edition: &Edition, texts: &[Texts], report: &mut CheckReport) {
    for language in edition.languages() {
        let Some(texts) = texts.iter().find(|texts| texts.language() == language) else {
            report.problems.push(Problem::new(
                edition.file(),
                Place::START,
                format!("there are no texts in `{language}`"),
                format!("add texts.{language}.toml, or take the language off the edition"),
            ));
            continue;
        };
        for rule in edition.rules().iter().filter(|rule| texts.of(&rule.id).is_none()) {
            report.problems.push(Problem::new(
                edition.file(),
                rule.place,
                format!("the rule `{}` has no text in `{language}`", rule.id),
                format!("add [rule.{}] with why, change and off_ramp to {}", rule.id, texts.file),
            ));
        }
    }
}

/// Reports texts that belong to no rule of any edition: mostly a mistyped id. An edition that could not be read may be
/// the one they belong to, so then nothing is said.
pub(super) fn check_strays(loaded: &Loaded, report: &mut CheckReport) {
    if !loaded.unread.is_empty() {
        return;
    }
    let ids: Vec<&str> =
        loaded.editions.iter().flat_map(Edition::rules).map(|rule| rule.id.as_str()).collect();
    for texts in &loaded.texts {
        for (rule, place) in texts.rules().filter(|(rule, _)| !ids.contains(rule)) {
            let help = did_you_mean(rule, ids.iter().copied());
            report.problems.push(Problem::new(
                &texts.file,
                place,
                format!("no edition has a rule `{rule}`"),
                help,
            ));
        }
    }
}
