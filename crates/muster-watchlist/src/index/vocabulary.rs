//! The distinct words of a list, found by their keys.

use muster_names::{Key, Role, Word, keys};
use std::collections::HashMap;

/// Distinct words, numbered.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: Vec<Word>,
    numbers: HashMap<(String, Vec<String>, u8), u32>,
    keys: Vec<Key>,
    keyed: Vec<u32>,
    /// Numbers of the words in the order of their texts, for beginnings.
    by_text: Vec<u32>,
}

impl Vocabulary {
    pub(crate) fn add(&mut self, word: &Word) -> u32 {
        let identity = (word.text.clone(), word.spellings.clone(), if word.role == Role::Initial { 1 } else if word.role.is_optional() { 2 } else { 0 });
        let next = self.words.len() as u32;
        *self.numbers.entry(identity).or_insert_with(|| {
            self.words.push(word.clone());
            next
        })
    }

    /// Makes it ready to be asked.
    pub(crate) fn seal(&mut self) {
        let mut pairs: Vec<(Key, u32)> = Vec::new();
        for (no, word) in self.words.iter().enumerate() {
            pairs.extend(keys(word).into_iter().map(|key| (key, no as u32)));
        }
        pairs.sort_unstable();
        (self.keys, self.keyed) = pairs.into_iter().unzip();
        self.by_text = (0..self.words.len() as u32).collect();
        let words = &self.words;
        self.by_text.sort_by(|a, b| words[*a as usize].text.cmp(&words[*b as usize].text));
        self.numbers = HashMap::new();
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    pub(crate) fn word(&self, no: u32) -> &Word {
        &self.words[no as usize]
    }

    /// The words that share a key with `word`, ascending; with `beginning`, also those it is the beginning of.
    pub(crate) fn near(&self, word: &Word, beginning: bool) -> Vec<u32> {
        let mut found = Vec::new();
        for key in keys(word) {
            let from = self.keys.partition_point(|k| *k < key);
            found.extend(
                self.keys[from..]
                    .iter()
                    .take_while(|k| **k == key)
                    .enumerate()
                    .map(|(at, _)| self.keyed[from + at]),
            );
        }
        if beginning {
            let from = self
                .by_text
                .partition_point(|no| self.words[*no as usize].text.as_str() < word.text.as_str());
            found.extend(
                self.by_text[from..]
                    .iter()
                    .take_while(|no| self.words[**no as usize].text.starts_with(&word.text)),
            );
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}
