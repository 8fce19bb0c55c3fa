//! Which facts a finding rests on.

use crate::edition::Condition;
use crate::facts::{Facts, Held};
use muster_vocab::Provenance;
use std::fmt;

/// One fact a finding rests on. `Debug` shows no value.
#[derive(Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The fact's name.
    pub fact: String,
    /// Its value as text; nothing if it is not known. Personal.
    pub value: Option<String>,
    /// How well it is known.
    pub known: Known,
}

/// How well a fact is known, if at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// Nobody has said.
    Unknown,
    /// The programme assumes it until somebody says otherwise.
    Assumed,
    /// Somebody has said so.
    By(Provenance),
}

impl Evidence {
    fn of(index: usize, facts: &Facts) -> Self {
        let fact = facts.schema().facts()[index].name.clone();
        match facts.held(index) {
            Held::Unknown => Self { fact, value: None, known: Known::Unknown },
            Held::Assumed(yes) => {
                Self { fact, value: Some(if yes { "yes" } else { "no" }.to_owned()), known: Known::Assumed }
            }
            Held::Known(value, provenance) => {
                Self { fact, value: Some(value.to_string()), known: Known::By(provenance) }
            }
        }
    }
}

impl fmt::Display for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unknown => "not known",
            Self::Assumed => "assumed",
            Self::By(provenance) => provenance.word(),
        })
    }
}

impl fmt::Debug for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Evidence({}, {})", self.fact, self.known)
    }
}

/// The facts that made the condition come out as it does, each once, in writing order.
pub(crate) fn evidence(condition: &Condition, facts: &Facts) -> Vec<Evidence> {
    let mut mattered = Vec::new();
    gather(condition, facts, &mut mattered);
    let mut seen = Vec::new();
    mattered.retain(|index| {
        let new = !seen.contains(index);
        seen.push(*index);
        new
    });
    mattered.into_iter().map(|index| Evidence::of(index, facts)).collect()
}

/// A list settled by one part rests on that part; a list nothing settled rests on all of its parts; an undecided one on
/// what is undecided in it.
fn gather(condition: &Condition, facts: &Facts, into: &mut Vec<usize>) {
    match condition {
        Condition::Ask(predicate) => into.push(predicate.fact),
        Condition::Not(inner) => gather(inner, facts, into),
        Condition::All(parts) | Condition::Any(parts) => {
            let truth = condition.truth(facts);
            parts.iter().filter(|part| part.truth(facts) == truth).for_each(|part| gather(part, facts, into));
        }
    }
}
