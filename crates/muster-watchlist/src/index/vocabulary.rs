//! The distinct words of a list, found by their keys.

use muster_names::{Key, Role, Word, keys, keys_of_joined};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Distinct words, numbered.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Vocabulary {
    words: Vec<Word>,
    /// Where the keys of each bucket start.
    buckets: Vec<u32>,
    /// Keys, ascending, and the word of each.
    keys: Vec<Key>,
    keyed: Vec<u32>,
    /// Numbers of the words in the order of their texts, for beginnings.
    by_text: Vec<u32>,
    #[serde(skip)]
    making: Making,
}

/// What is needed only while words are added.
#[derive(Debug, Default, PartialEq)]
struct Making {
    numbers: HashMap<(String, Vec<String>, u8), u32>,
    /// Words that stand somewhere as a word of their own.
    single: Vec<bool>,
}

/// Keys are told apart by their upper bits first.
const BUCKET_BITS: u32 = 16;

impl Vocabulary {
    pub(crate) fn add(&mut self, word: Word, joined: bool) -> u32 {
        let kind = match word.role {
            Role::Initial => 1,
            role if role.is_optional() => 2,
            _ => 0,
        };
        let identity = (word.text.clone(), word.spellings.clone(), kind);
        let next = self.words.len() as u32;
        let no = *self.making.numbers.entry(identity).or_insert(next);
        if no == next {
            self.words.push(word);
            self.making.single.push(!joined);
        } else {
            self.making.single[no as usize] |= !joined;
        }
        no
    }

    /// Makes it ready to be asked, for good.
    pub(crate) fn seal(&mut self) {
        self.sort();
        self.making = Making::default();
    }

    /// Makes it ready to be asked; more may be added, and is found after the next time.
    pub(crate) fn sort(&mut self) {
        let mut pairs: Vec<(Key, u32)> = Vec::new();
        for ((word, single), no) in self.words.iter().zip(&self.making.single).zip(0..) {
            let keys = if *single { keys(word) } else { keys_of_joined(word) };
            pairs.extend(keys.into_iter().map(|key| (key, no)));
        }
        pairs.sort_unstable();
        (self.keys, self.keyed) = pairs.into_iter().unzip();
        self.buckets = (0..=1_u64 << BUCKET_BITS)
            .map(|bucket| {
                self.keys.partition_point(|key| u64::from(*key) < bucket << (32 - BUCKET_BITS)) as u32
            })
            .collect();
        self.by_text = (0..self.words.len() as u32).collect();
        let words = &self.words;
        self.by_text.sort_by(|a, b| words[*a as usize].text.cmp(&words[*b as usize].text));
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    pub(crate) fn word(&self, no: u32) -> &Word {
        &self.words[no as usize]
    }

    /// The words that share a key with `word`, ascending; with `beginning`, also those it is the beginning of.
    pub(crate) fn near(&self, word: &Word, beginning: bool, found: &mut Vec<u32>) {
        found.clear();
        self.with_keys(&keys(word), found);
        if beginning {
            let text = |no: u32| self.words[no as usize].text.as_str();
            let from = self.by_text.partition_point(|no| text(*no) < word.text.as_str());
            found.extend(self.by_text[from..].iter().take_while(|no| text(**no).starts_with(&word.text)));
        }
        found.sort_unstable();
        found.dedup();
    }

    /// Adds the words that have one of some keys, in no order, perhaps more than once.
    pub(crate) fn with_keys(&self, keys: &[Key], found: &mut Vec<u32>) {
        for key in keys {
            let bucket = (key >> (32 - BUCKET_BITS)) as usize;
            let (from, to) = (self.buckets[bucket] as usize, self.buckets[bucket + 1] as usize);
            let from = from + self.keys[from..to].partition_point(|known| known < key);
            let same = self.keys[from..to].iter().take_while(|known| *known == key).count();
            found.extend_from_slice(&self.keyed[from..from + same]);
        }
    }
}
