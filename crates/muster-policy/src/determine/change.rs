//! What would change a finding: the smallest sets of answers under which the rule would not fire.

use crate::edition::{Condition, Predicate, Truth};
use crate::facts::{Facts, Schema};
use std::fmt;

/// One thing that would have to be so, such as `experience is combat`. It says nothing about the person.
#[derive(Clone, PartialEq, Eq)]
pub struct Need {
    fact: String,
    words: String,
    predicate: Predicate,
    wanted: bool,
}

impl Need {
    /// The fact it is about.
    pub fn fact(&self) -> &str {
        &self.fact
    }

    /// Whether it is so already on these facts.
    pub fn is_met(&self, facts: &Facts) -> bool {
        self.predicate.truth(facts) == Truth::from(self.wanted)
    }

    fn of(predicate: &Predicate, wanted: bool, schema: &Schema) -> Self {
        Self {
            fact: schema.facts()[predicate.fact].name.clone(),
            words: predicate.describe(schema, wanted),
            predicate: predicate.clone(),
            wanted,
        }
    }
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl fmt::Debug for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Need({})", self.words)
    }
}

/// Every smallest way to make the condition fail for certain; in each way, all needs together.
pub(crate) fn changes(condition: &Condition, facts: &Facts) -> Vec<Vec<Need>> {
    let schema = facts.schema();
    let ways = ways(condition, facts, false);
    ways.into_iter()
        .map(|way| way.into_iter().map(|(predicate, wanted)| Need::of(predicate, wanted, schema)).collect())
        .collect()
}

type Way<'a> = Vec<(&'a Predicate, bool)>;

/// How many ways are kept: beyond this a person no longer reads them.
const WAYS_MAX: usize = 8;

fn ways<'a>(condition: &'a Condition, facts: &Facts, wanted: bool) -> Vec<Way<'a>> {
    if condition.truth(facts) == Truth::from(wanted) {
        return vec![Vec::new()];
    }
    match condition {
        Condition::Ask(predicate) => vec![vec![(predicate, wanted)]],
        Condition::Not(inner) => ways(inner, facts, !wanted),
        Condition::All(parts) => list_ways(parts, facts, wanted, wanted),
        Condition::Any(parts) => list_ways(parts, facts, wanted, !wanted),
    }
}

/// The ways to bring a list to `wanted`: every part must change (`each`), or the cheapest one does.
fn list_ways<'a>(parts: &'a [Condition], facts: &Facts, wanted: bool, each: bool) -> Vec<Way<'a>> {
    let of_parts = parts.iter().map(|part| ways(part, facts, wanted));
    if each {
        return of_parts.fold(vec![Vec::new()], |so_far, of_part| {
            let joined = so_far.iter().flat_map(|way| {
                of_part.iter().map(|more| way.iter().chain(more).copied().collect::<Way<'a>>())
            });
            joined.take(WAYS_MAX).collect()
        });
    }
    let all: Vec<Way<'a>> = of_parts.flatten().collect();
    let least = all.iter().map(Vec::len).min().unwrap_or_default();
    all.into_iter().filter(|way| way.len() == least).take(WAYS_MAX).collect()
}
