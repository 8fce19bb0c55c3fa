//! Finding every name that could reach the threshold, without looking at the others.
//!
//! Two words are alike only if they share a key (or one is an initial, or the beginning of the other where a field may
//! be cut). So the words of a list that an asked word is alike to are found by key, exactly; their weights, summed per
//! name, bound the name's score from above; and what cannot reach the threshold is never aligned.

mod ask;
mod vocabulary;

pub(crate) use ask::Candidates;
pub(crate) use vocabulary::Vocabulary;

use crate::{
    Entry,
    compare::read_alias,
    score::{Read, SpanOf},
};
use muster_names::Role;

/// One listed name: whose, and its spans over the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListedName {
    pub(crate) entry: u32,
    pub(crate) alias: u32,
    pub(crate) read: Read<u32>,
    pub(crate) initials: u32,
}

/// The names of a list and where their words are.
#[derive(Debug, Default)]
pub(crate) struct NameIndex {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) names: Vec<ListedName>,
    /// For each word of the vocabulary the names it is in, ascending: offsets into `postings`.
    starts: Vec<u32>,
    postings: Vec<u32>,
}

impl NameIndex {
    pub(crate) fn build<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut names = Vec::new();
        for (no, entry) in entries.enumerate() {
            for (at, alias) in entry.names.iter().enumerate() {
                let read = read_alias(entry.kind, alias);
                let spans = read
                    .spans
                    .iter()
                    .map(|span| SpanOf {
                        word: vocabulary.add(&span.word),
                        covers: span.covers,
                        joined: span.joined,
                    })
                    .collect();
                let initials = read.core.iter().filter(|role| **role == Role::Initial).count() as u32;
                names.push(ListedName {
                    entry: no as u32,
                    alias: at as u32,
                    read: Read { core: read.core, spans, cut: false },
                    initials,
                });
            }
        }
        vocabulary.seal();
        let mut counts = vec![0_u32; vocabulary.len() + 1];
        for name in &names {
            for span in &name.read.spans {
                counts[span.word as usize + 1] += 1;
            }
        }
        for at in 1..counts.len() {
            counts[at] += counts[at - 1];
        }
        let mut postings = vec![0; counts.last().copied().unwrap_or(0) as usize];
        let mut next = counts.clone();
        for (no, name) in names.iter().enumerate() {
            for span in &name.read.spans {
                let place = &mut next[span.word as usize];
                postings[*place as usize] = no as u32;
                *place += 1;
            }
        }
        Self { vocabulary, names, starts: counts, postings }
    }

    pub(crate) fn names_with(&self, word: u32) -> &[u32] {
        &self.postings[self.starts[word as usize] as usize..self.starts[word as usize + 1] as usize]
    }
}
