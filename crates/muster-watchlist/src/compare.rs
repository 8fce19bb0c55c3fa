//! One subject, one entry.

use crate::{Comparison, Entry, Field, Likeness, MilliBits, Part, Probability, Subject, Verdict};

/// Compares a subject with an entry, without a list around it.
#[must_use]
pub fn compare(subject: &Subject, entry: &Entry) -> Comparison {
    let words = |text: &str| {
        let mut words: Vec<_> = text
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(str::to_owned)
            .collect();
        words.sort();
        words
    };
    let asked: Vec<_> = subject.names.iter().map(|name| words(name.text())).collect();
    let best = entry.names.iter().find(|alias| asked.contains(&words(&alias.text)));
    let bits = MilliBits(if best.is_some() { 20_000 } else { 0 });
    Comparison {
        score: bits,
        probability: Probability(if best.is_some() { 900_000 } else { 1_000 }),
        verdict: if best.is_some() { Verdict::Alert } else { Verdict::Clear },
        parts: vec![Part {
            field: Field::Name,
            rule: "name.same_words",
            likeness: if best.is_some() { Likeness::Same } else { Likeness::Different },
            asked: subject.names.first().map(|name| name.text().to_owned()).unwrap_or_default(),
            listed: best.map(|alias| alias.text.clone()).unwrap_or_default(),
            bits,
        }],
    }
}
