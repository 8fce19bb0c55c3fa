//! One subject, one entry.

use crate::{
    Alias, AliasStrength, Comparison, Entry, Field, GivenName, Kind, Likeness, MilliBits, Part, Subject,
    Verdict,
    not_comparable::nothing_comparable,
    score::{
        ALERT, Aligned, Fields, LEAST_NAME, Read, SAME_DOCUMENT, STRONG, WEAK_ALIAS, align_words, fields,
        probability,
    },
};
use muster_names::{Name, Rule, Word};

/// Compares a subject with an entry, without a list around it.
#[must_use]
pub fn compare(subject: &Subject, entry: &Entry) -> Comparison {
    let asked = if is_person(entry.kind) { Asked::new(subject) } else { Asked::organisation(subject) };
    let mut comparison = asked.compare(entry, &Fields::of_entry(entry)).0;
    if comparison.verdict == Verdict::Clear && nothing_comparable(subject) {
        comparison.verdict = Verdict::NotComparable;
    }
    comparison
}

/// A subject whose names and fields have been read.
pub(crate) struct Asked<'a> {
    subject: &'a Subject,
    pub(crate) names: Vec<Read<Word>>,
    pub(crate) fields: Fields,
}

/// The pair of names that fits best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// What the names come to.
    pub(crate) bits: i32,
    /// Which name of the entry.
    pub(crate) alias: usize,
    /// Which name of the subject.
    pub(crate) name: usize,
}

impl Found {
    /// The weightier; of equal ones the first alias, then the first name.
    pub(crate) fn better(self, other: Self) -> Self {
        let rank = |found: Self| (std::cmp::Reverse(found.bits), found.alias, found.name);
        if rank(self) < rank(other) { self } else { other }
    }
}

impl<'a> Asked<'a> {
    pub(crate) fn new(subject: &'a Subject) -> Self {
        let names = subject.names.iter().map(read_given).collect();
        Self { subject, names, fields: Fields::of_subject(subject) }
    }

    /// A subject that is no person: its names are read as names of organisations.
    fn organisation(subject: &'a Subject) -> Self {
        let names =
            subject.names.iter().map(|name| Read::of(&Name::read_organisation(name.text()))).collect();
        Self { subject, names, fields: Fields::of_subject(subject) }
    }

    /// The comparison with an entry, and the alias that fits best.
    pub(crate) fn compare(&self, entry: &Entry, fields: &Fields) -> (Comparison, usize) {
        let mut best: Option<Found> = None;
        for (alias, name) in entry.names.iter().enumerate().filter(|(_, name)| !is_no_name(&name.text)) {
            let listed = read_alias(entry.kind, name);
            for (name_no, asked) in self.names.iter().enumerate() {
                let bits = align_words(asked, &listed).bits + alias_bits(name.strength);
                let this = Found { bits, alias, name: name_no };
                best = Some(best.map_or(this, |best| this.better(best)));
            }
        }
        best.map_or_else(
            || (verdict(Vec::new(), 0), 0),
            |found| (self.evidence(entry, fields, found), found.alias),
        )
    }

    /// The comparison by one pair of names, part by part.
    pub(crate) fn evidence(&self, entry: &Entry, listed_fields: &Fields, found: Found) -> Comparison {
        let alias = &entry.names[found.alias];
        let (asked, listed) = (&self.names[found.name], read_alias(entry.kind, alias));
        let aligned = align_words(asked, &listed);
        let mut parts = name_parts(asked, &listed, &aligned);
        let weak = alias_bits(alias.strength);
        if weak != 0 {
            parts.push(name_part("name.weak_alias", Likeness::Similar, "", &alias.text, weak));
        }
        let name_bits = aligned.bits + weak;
        parts.extend(fields(self.subject, &self.fields, entry, listed_fields));
        verdict(parts, name_bits)
    }
}

/// Words a publisher's page has where a name would be.
pub(crate) fn is_no_name(text: &str) -> bool {
    let text = text.trim().trim_end_matches(':');
    ["text of image", "chinese", "korean", "russian", "arabic", "unknown", "n/a", "-"]
        .iter()
        .any(|no| text.eq_ignore_ascii_case(no))
}

/// What a weak alias takes.
pub(crate) const fn alias_bits(strength: AliasStrength) -> i32 {
    match strength {
        AliasStrength::Weak => WEAK_ALIAS,
        _ => 0,
    }
}

/// The verdict of a sum.
fn verdict(parts: Vec<Part>, name_bits: i32) -> Comparison {
    let score: MilliBits = parts.iter().map(|part| part.bits).sum();
    let verdict = if parts.iter().any(|part| part.rule == SAME_DOCUMENT) {
        Verdict::Strong
    } else if score.0 < ALERT || name_bits < LEAST_NAME {
        Verdict::Clear
    } else if score.0 < STRONG {
        Verdict::Alert
    } else {
        Verdict::Strong
    };
    Comparison { score, probability: probability(score.0), verdict, parts }
}

fn read_given(name: &GivenName) -> Read<Word> {
    Read::of(&match name {
        GivenName::Plain(text) => Name::read(text),
        GivenName::MachineReadable(text) => Name::read_machine(text),
    })
}

/// Reads a listed name. A list cuts nothing off.
pub(crate) fn read_alias(kind: Kind, alias: &Alias) -> Read<Word> {
    let mut name =
        if is_person(kind) { Name::read(&alias.text) } else { Name::read_organisation(&alias.text) };
    name.cut = false;
    Read::of(&name)
}

/// Whether an entry is compared as a person.
pub(crate) const fn is_person(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Unknown)
}

fn name_part(rule: &'static str, likeness: Likeness, asked: &str, listed: &str, bits: i32) -> Part {
    let (asked, listed) = (asked.to_owned(), listed.to_owned());
    Part { field: Field::Name, rule, likeness, asked, listed, bits: MilliBits(bits) }
}

/// The parts of two aligned names: pairs, words alone, and what follows from the whole.
fn name_parts(asked: &Read<Word>, listed: &Read<Word>, aligned: &Aligned) -> Vec<Part> {
    let mut parts: Vec<Part> = aligned
        .pairs
        .iter()
        .map(|pair| {
            let likeness = if pair.alike.rule == Rule::Same { Likeness::Same } else { Likeness::Similar };
            let (a, l) = (&asked.spans[pair.asked].word.raw, &listed.spans[pair.listed].word.raw);
            name_part(pair.alike.rule.word(), likeness, a, l, pair.alike.bits)
        })
        .collect();
    if aligned.asked_alone | aligned.listed_alone != 0 {
        let (a, l) = (words(asked, aligned.asked_alone), words(listed, aligned.listed_alone));
        let (rule, likeness) = match (a.is_empty(), l.is_empty()) {
            (false, false) => ("name.different_words", Likeness::Different),
            (false, true) => ("name.not_listed", Likeness::Unknown),
            _ => ("name.not_given", Likeness::Unknown),
        };
        parts.push(name_part(rule, likeness, &a, &l, aligned.alone_bits));
    }
    if aligned.together_bits != 0 {
        parts.push(name_part("name.words_go_together", Likeness::Same, "", "", aligned.together_bits));
    }
    if aligned.relatives_bits != 0 {
        parts.push(name_part("name.other_first_name", Likeness::Different, "", "", aligned.relatives_bits));
    }
    if aligned.initials_bits != 0 {
        parts.push(name_part("name.only_initials", Likeness::Unknown, "", "", aligned.initials_bits));
    }
    if aligned.whole_bits != 0 {
        parts.push(name_part("name.whole", Likeness::Same, "", "", aligned.whole_bits));
    }
    parts
}

/// The words of a bit set, in order.
fn words(read: &Read<Word>, which: u32) -> String {
    let single = read.spans.iter().filter(|span| !span.joined && span.covers.is_power_of_two());
    single
        .filter(|span| span.covers & which != 0)
        .map(|span| span.word.raw.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}
