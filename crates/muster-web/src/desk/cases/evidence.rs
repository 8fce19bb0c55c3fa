//! What a case shows: findings, facts, checks, hits.

use crate::{
    Layout,
    desk::{routes::CHECKS, words},
};
use muster_app::desk::CaseFile;

/// What a case shows, in words.
pub(super) struct Evidence {
    /// What the policy says as a whole.
    pub(super) outcome: String,
    /// Every reason, the primary first.
    pub(super) reasons: Vec<String>,
    /// The evidence of each.
    pub(super) findings: Vec<String>,
    /// What staff recorded: fact, value, how well it is known.
    pub(super) facts: Vec<(String, String, String)>,
    /// Checks: address for those who make them, name, what they came to.
    pub(super) checks: Vec<(Option<String>, String, String)>,
    /// Hits: address, list, ruling.
    pub(super) hits: Vec<(String, String, String)>,
    /// How many have rated the interview.
    pub(super) rated: usize,
}

impl Evidence {
    pub(super) fn new(layout: &Layout, file: &CaseFile) -> Self {
        let (case, at) = (&file.case, format!("/desk/cases/{}", file.id));
        let finding = case.determination.as_ref();
        let outcome = finding.map(|found| {
            let outcome = words::finding(layout, found.outcome.word());
            layout.say_with(
                "desk-cases-finding",
                &[("outcome", outcome.as_str().into()), ("edition", found.edition.id.as_str().into())],
            )
        });
        let makes_checks =
            layout.desk.as_ref().is_some_and(|bar| bar.roles.iter().any(|role| CHECKS.contains(role)));
        let checks = case.checks.iter().map(|(check, came_to)| {
            let came_to = came_to.as_ref().map_or_else(
                || layout.say("desk-cases-unchecked").to_owned(),
                |outcome| words::check_outcome(layout, outcome.word()),
            );
            let href = makes_checks.then(|| layout.href(&format!("{at}/checks/{check}")));
            (href, words::check(layout, check), came_to)
        });
        let hits = case.hits.iter().filter(|_| file.sees_hits).map(|(id, hit)| {
            let ruling = words::ruling(layout, hit.ruling);
            (layout.href(&format!("{at}/hits/{id}/")), hit.list.list.clone(), ruling)
        });
        let known = |(fact, value, provenance): &(String, String, muster_vocab::Provenance)| {
            (fact.clone(), value.clone(), words::provenance(layout, provenance.word()))
        };
        Self {
            outcome: outcome.unwrap_or_else(|| layout.say("desk-cases-no-finding").to_owned()),
            reasons: finding
                .map(|found| found.codes.iter().map(|one| words::reason(layout, one.code)).collect())
                .unwrap_or_default(),
            findings: file.findings.clone(),
            facts: file.facts.iter().map(known).collect(),
            checks: checks.collect(),
            hits: hits.collect(),
            rated: case.raters.len(),
        }
    }
}
