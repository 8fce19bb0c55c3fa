//! A determination: every finding, with its evidence and what would change it.

use super::change::{Need, changes};
use super::evidence::{Evidence, evidence};
use super::outcome::{Outcome, Ruling};
use crate::edition::{Edition, Effect, Rule};
use crate::facts::Facts;
use muster_vocab::{Digest, ReasonCode};
use std::fmt;

/// What an edition says about a case. Personal: `Debug` shows codes and no values.
#[derive(Clone, PartialEq, Eq)]
pub struct Determination {
    /// The edition that spoke.
    pub edition: String,
    /// SHA-256 of the edition's exact bytes.
    pub edition_hash: Digest,
    /// SHA-256 of the facts file it was read against: what is assumed stands there.
    pub facts_hash: Digest,
    /// What is proposed.
    pub outcome: Outcome,
    /// The rules that fire and those that cannot be told, in edition order.
    pub findings: Vec<Finding>,
}

/// One rule's result.
#[derive(Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule, which is also the key of its texts.
    pub rule: String,
    /// Why, as a code.
    pub reason: ReasonCode,
    /// Whether it fires or cannot be told.
    pub verdict: Verdict,
    /// What the rule proposes.
    pub effect: Effect,
    /// Whether a clerk may confirm it together with many others.
    pub objective: bool,
    /// The facts it rests on; for an undecided one, those that leave it open.
    pub evidence: Vec<Evidence>,
    /// Every smallest way in which the rule would not fire; in each way, all needs together.
    pub change: Vec<Vec<Need>>,
}

/// A rule that is among the findings fires or is undecided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Its condition holds.
    Fired,
    /// It cannot be told from what is known.
    Undecided,
}

impl Edition {
    /// What the edition says on these facts, with all reasons.
    ///
    /// # Panics
    /// As [`Edition::outcome`]: if the sheet was made for other facts than the edition.
    pub fn evaluate(&self, facts: &Facts) -> Determination {
        let ruling = self.outcome(facts);
        Determination {
            edition: self.id.clone(),
            edition_hash: self.hash,
            facts_hash: self.schema.hash(),
            outcome: ruling.outcome,
            findings: self.findings(ruling, facts),
        }
    }

    fn findings(&self, ruling: Ruling, facts: &Facts) -> Vec<Finding> {
        let verdict = |index| {
            if ruling.fired.contains(index) {
                Some(Verdict::Fired)
            } else {
                ruling.undecided.contains(index).then_some(Verdict::Undecided)
            }
        };
        let rules = self.rules.iter().enumerate();
        rules.filter_map(|(index, rule)| Some(Finding::of(rule, verdict(index)?, facts))).collect()
    }
}

impl Finding {
    fn of(rule: &Rule, verdict: Verdict, facts: &Facts) -> Self {
        Self {
            rule: rule.id.clone(),
            reason: rule.reason,
            verdict,
            effect: rule.effect.clone(),
            objective: rule.objective,
            evidence: evidence(&rule.condition, facts),
            change: changes(&rule.condition, facts),
        }
    }

    /// What would change it as one line: alternatives with `; or`, things needed together with `and`.
    pub fn change_in_words(&self) -> String {
        let way = |needs: &Vec<Need>| {
            let needs: Vec<String> = needs.iter().map(ToString::to_string).collect();
            needs.join(" and ")
        };
        self.change.iter().map(way).collect::<Vec<_>>().join("; or ")
    }
}

impl Determination {
    /// The rules that fire, in edition order.
    pub fn fired(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.verdict == Verdict::Fired)
    }

    /// The rules that cannot be told from what is known, in edition order.
    pub fn undecided(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.verdict == Verdict::Undecided)
    }

    /// The finding that gives the primary reason: the first that fires.
    pub fn primary(&self) -> Option<&Finding> {
        self.fired().next()
    }

    /// Whether a clerk may confirm the refusal together with many others: its primary reason rests on plain facts.
    pub fn is_bulk_refusal(&self) -> bool {
        self.primary().is_some_and(|finding| finding.objective && finding.effect == Effect::RefuseProposed)
    }
}

impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.reason, self.verdict)
    }
}

impl fmt::Debug for Determination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Determination({}, {}, {:?})", self.edition, self.outcome, self.findings)
    }
}
