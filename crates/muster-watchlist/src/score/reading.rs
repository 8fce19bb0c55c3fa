//! A name read for comparing: its words, and neighbours written as one.

use muster_names::{Name, Role, Word, Writing};
use serde::{Deserialize, Serialize};

/// A stretch of one or two neighbouring words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SpanOf<W> {
    /// The word, or the two as one.
    pub(crate) word: W,
    /// The core words it covers, as a bit set.
    pub(crate) covers: u32,
    /// Whether it is two words.
    pub(crate) joined: bool,
}

/// A name ready to be aligned, over whatever stands for a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Read<W> {
    /// The roles of the words that must or may find a partner, in order.
    pub(crate) core: Vec<Role>,
    /// Single words first, then joined ones.
    pub(crate) spans: Vec<SpanOf<W>>,
    /// The name may be cut off after its last word.
    pub(crate) cut: bool,
    /// It is the name of an organisation: one other word makes it another.
    pub(crate) organisation: bool,
    /// It is written in a script without vowels.
    pub(crate) no_vowels: bool,
}

/// Names longer than this are compared by their first words.
const MOST_WORDS: usize = 24;
/// Two words as one have at least and at most so many letters.
const JOINED_LETTERS: std::ops::RangeInclusive<usize> = 5..=24;

impl<W> Read<W> {
    /// Whether a span is the last word alone.
    pub(crate) fn is_last(&self, span: usize) -> bool {
        let span = &self.spans[span];
        !span.joined && span.covers == 1_u32 << self.core.len().saturating_sub(1)
    }

    /// Whether a span is one word that is an initial.
    pub(crate) fn is_initial(&self, span: usize) -> bool {
        let covers = self.spans[span].covers;
        covers.is_power_of_two() && self.core[covers.trailing_zeros() as usize] == Role::Initial
    }

    /// The words that must find a partner, as a bit set.
    pub(crate) fn core_set(&self) -> u32 {
        let must = self.core.iter().enumerate().filter(|(_, role)| role.is_core());
        must.fold(0, |set, (at, _)| set | 1 << at)
    }
}

impl Read<Word> {
    pub(crate) fn of(name: &Name) -> Self {
        let mut core = Vec::new();
        let mut spans = Vec::new();
        let mut places: Vec<Option<u32>> = Vec::new();
        for word in &name.words {
            let place =
                ((word.role.is_core() || word.role.is_optional()) && core.len() < MOST_WORDS).then(|| {
                    core.push(word.role);
                    spans.push(SpanOf { word: word.clone(), covers: 1 << (core.len() - 1), joined: false });
                    1 << (core.len() - 1)
                });
            places.push(place);
        }
        for (from, count, whole) in &name.compounds {
            let covers = places[*from..from + count].iter().flatten().fold(0, |all, place| all | place);
            if covers != 0 {
                spans.push(SpanOf { word: whole.clone(), covers, joined: false });
            }
        }
        for at in 1..name.words.len() {
            let (first, second) = (&name.words[at - 1], &name.words[at]);
            let covers = places[at - 1].unwrap_or(0) | places[at].unwrap_or(0);
            if covers == 0 || !joinable(first.role) || !joinable(second.role) || places[at].is_none() {
                continue;
            }
            if JOINED_LETTERS.contains(&(first.text.chars().count() + second.text.chars().count())) {
                spans.push(SpanOf { word: first.joined(second), covers, joined: true });
            }
        }
        let no_vowels = name.words.iter().any(|word| word.writing() == Writing::Consonants);
        Self { core, spans, cut: name.cut, organisation: name.organisation, no_vowels }
    }
}

const fn joinable(role: Role) -> bool {
    matches!(role, Role::Name | Role::Patronymic | Role::Article | Role::Particle)
}
