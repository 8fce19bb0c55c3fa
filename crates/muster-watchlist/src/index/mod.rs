//! Finding every name that could reach the threshold, without looking at the others.
//!
//! Two words are alike only if they share a key (or one is an initial, or the beginning of the other where a field may
//! be cut). So the words of a list that an asked word is alike to are found by key, exactly; their weights, summed per
//! name, bound the name's score from above; and what cannot reach the threshold is never aligned.

mod ask;
mod vocabulary;

pub(crate) use ask::Known;
pub(crate) use vocabulary::Vocabulary;

use crate::{
    Entry,
    compare::{alias_bits, is_no_name, read_alias},
    score::{Read, SpanOf},
};
use muster_names::Role;
use serde::{Deserialize, Serialize};

/// One listed name: whose, and its spans over the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ListedName {
    pub(crate) entry: u32,
    pub(crate) alias: u32,
    pub(crate) read: Read<u32>,
    /// How many of its words are initials.
    initials: u8,
    /// What its quality takes.
    pub(crate) alias_bits: i32,
}

/// The names of a list and where their words are.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct NameIndex {
    vocabulary: Vocabulary,
    names: Vec<ListedName>,
    /// For each word of the vocabulary the names it is in, ascending: offsets into `postings`.
    starts: Vec<u32>,
    postings: Vec<u32>,
    /// The most initials one name has.
    most_initials: u8,
}

impl NameIndex {
    pub(crate) fn build<'a>(entries: impl Iterator<Item = &'a Entry>) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut names = Vec::new();
        for (entry, listed) in entries.enumerate() {
            for (alias, name) in listed.names.iter().enumerate() {
                if is_no_name(&name.text) {
                    continue;
                }
                let read = read_alias(listed.kind, name);
                let word = |span: SpanOf<_>| SpanOf {
                    word: vocabulary.add(span.word, span.joined),
                    covers: span.covers,
                    joined: span.joined,
                };
                let spans = read.spans.into_iter().map(word).collect();
                let initials = read.core.iter().filter(|role| **role == Role::Initial).count() as u8;
                names.push(ListedName {
                    entry: entry as u32,
                    alias: alias as u32,
                    read: Read {
                        core: read.core,
                        spans,
                        cut: read.cut,
                        organisation: read.organisation,
                        no_vowels: read.no_vowels,
                    },
                    initials,
                    alias_bits: alias_bits(name.strength),
                });
            }
        }
        vocabulary.seal();
        let (starts, postings) = post(&names, vocabulary.len());
        let most_initials = names.iter().map(|name| name.initials).max().unwrap_or(0);
        Self { vocabulary, names, starts, postings, most_initials }
    }

    /// The names a word is in.
    fn names_with(&self, word: u32) -> &[u32] {
        &self.postings[self.starts[word as usize] as usize..self.starts[word as usize + 1] as usize]
    }
}

/// The names of each word: where they start, and the names. A name with a word twice is there twice.
fn post(names: &[ListedName], words: usize) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; words + 1];
    let spans = || {
        names
            .iter()
            .zip(0_u32..)
            .flat_map(|(name, no)| name.read.spans.iter().map(move |span| (span.word as usize, no)))
    };
    spans().for_each(|(word, _)| starts[word + 1] += 1);
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut postings = vec![0; starts.last().copied().unwrap_or(0) as usize];
    let mut next = starts.clone();
    for (word, no) in spans() {
        postings[next[word] as usize] = no;
        next[word] += 1;
    }
    (starts, postings)
}
