//! One subject, one entry.

use crate::{
    Alias, AliasStrength, Comparison, Entry, Field, GivenName, Kind, Likeness, MilliBits, Part, Subject,
    Verdict,
    score::{ALERT, Aligned, Read, STRONG, align, fields, probability},
};
use muster_names::{Alike, Name, Word, alike};

/// Compares a subject with an entry, without a list around it.
#[must_use]
pub fn compare(subject: &Subject, entry: &Entry) -> Comparison {
    Asked::new(subject).compare(entry).0
}

/// A subject whose names have been read.
pub(crate) struct Asked<'a> {
    pub(crate) subject: &'a Subject,
    pub(crate) names: Vec<Read<Word>>,
}

impl<'a> Asked<'a> {
    pub(crate) fn new(subject: &'a Subject) -> Self {
        Self { subject, names: subject.names.iter().map(read_given).collect() }
    }

    /// The comparison, and the alias that fits best.
    pub(crate) fn compare(&self, entry: &Entry) -> (Comparison, usize) {
        let mut best: Option<(i32, usize, usize, Read<Word>, Aligned)> = None;
        for (at, alias) in entry.names.iter().enumerate() {
            let listed = read_alias(entry.kind, alias);
            for (no, asked) in self.names.iter().enumerate() {
                let aligned = align_words(asked, &listed);
                let bits = aligned.bits + alias_bits(alias.strength);
                if best.as_ref().is_none_or(|(most, ..)| bits > *most) {
                    best = Some((bits, no, at, listed.clone(), aligned));
                }
            }
        }
        let Some((name_bits, no, at, listed, aligned)) = best else {
            return (verdict(Vec::new(), 0), 0);
        };
        let mut parts = name_parts(&self.names[no], &listed, &aligned);
        let weak = alias_bits(entry.names[at].strength);
        if weak != 0 {
            parts.push(Part {
                field: Field::Name,
                rule: "name.weak_alias",
                likeness: Likeness::Similar,
                asked: String::new(),
                listed: entry.names[at].text.clone(),
                bits: MilliBits(weak),
            });
        }
        parts.extend(fields(self.subject, entry));
        (verdict(parts, name_bits), at)
    }
}

/// What a weak alias takes.
pub(crate) const fn alias_bits(strength: AliasStrength) -> i32 {
    match strength {
        AliasStrength::Weak => crate::score::WEAK_ALIAS,
        _ => 0,
    }
}

/// The verdict of a sum.
fn verdict(parts: Vec<Part>, name_bits: i32) -> Comparison {
    let score: MilliBits = parts.iter().map(|part| part.bits).sum();
    let document = parts.iter().any(|part| part.rule == "document.same_number");
    let verdict = if document || score.0 >= STRONG && name_bits >= crate::score::LEAST_NAME {
        Verdict::Strong
    } else if score.0 >= ALERT && name_bits >= crate::score::LEAST_NAME {
        Verdict::Alert
    } else {
        Verdict::Clear
    };
    Comparison { score, probability: probability(score.0), verdict, parts }
}

pub(crate) fn read_given(name: &GivenName) -> Read<Word> {
    Read::of(&match name {
        GivenName::Plain(text) => Name::read(text),
        GivenName::MachineReadable(text) => Name::read_machine(text),
    })
}

pub(crate) fn read_alias(kind: Kind, alias: &Alias) -> Read<Word> {
    let mut name = match kind {
        Kind::Person | Kind::Unknown => Name::read(&alias.text),
        _ => Name::read_organisation(&alias.text),
    };
    name.cut = false;
    Read::of(&name)
}

pub(crate) fn align_words(asked: &Read<Word>, listed: &Read<Word>) -> Aligned {
    let last = 1_u32 << asked.core.len().saturating_sub(1);
    align(asked, listed, |a, l| -> Option<Alike> {
        let (x, y) = (&asked.spans[a], &listed.spans[l]);
        alike(&x.word, &y.word, x.covers == last && !x.joined && !y.joined)
    })
}

/// How alike two names are, in thousandths of a bit.
pub(crate) fn names_alike(a: &str, b: &str) -> i32 {
    align_words(&Read::of(&Name::read(a)), &Read::of(&Name::read(b))).bits
}

fn name_parts(asked: &Read<Word>, listed: &Read<Word>, aligned: &Aligned) -> Vec<Part> {
    let mut parts = Vec::new();
    for pair in &aligned.pairs {
        let likeness =
            if pair.alike.rule == muster_names::Rule::Same { Likeness::Same } else { Likeness::Similar };
        parts.push(Part {
            field: Field::Name,
            rule: pair.alike.rule.word(),
            likeness,
            asked: asked.spans[pair.asked].word.raw.clone(),
            listed: listed.spans[pair.listed].word.raw.clone(),
            bits: MilliBits(pair.alike.bits),
        });
    }
    if aligned.asked_alone | aligned.listed_alone != 0 {
        let words = |read: &Read<Word>, alone: u32| {
            read.spans
                .iter()
                .filter(|span| !span.joined && span.covers & alone != 0)
                .map(|span| span.word.raw.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        };
        let (a, l) = (words(asked, aligned.asked_alone), words(listed, aligned.listed_alone));
        let (rule, likeness) = match (a.is_empty(), l.is_empty()) {
            (false, false) => ("name.different_words", Likeness::Different),
            (false, true) => ("name.not_listed", Likeness::Unknown),
            _ => ("name.not_given", Likeness::Unknown),
        };
        parts.push(Part {
            field: Field::Name,
            rule,
            likeness,
            asked: a,
            listed: l,
            bits: MilliBits(aligned.alone_bits),
        });
    }
    if aligned.whole_bits != 0 {
        parts.push(Part {
            field: Field::Name,
            rule: "name.whole",
            likeness: Likeness::Same,
            asked: String::new(),
            listed: String::new(),
            bits: MilliBits(aligned.whole_bits),
        });
    }
    parts
}
