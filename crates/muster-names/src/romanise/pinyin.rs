//! Chinese characters by their Mandarin reading.

use super::rules::Rules;

/// A system for Mandarin: how each syllable of Pinyin is spelled in it. Without rules it is Pinyin itself.
#[derive(Debug, Clone)]
pub(super) struct Pinyin {
    /// From letters of a syllable to letters.
    respelling: Option<Rules>,
}

impl Pinyin {
    pub(super) fn parse(lines: &[&'static str]) -> Self {
        Self { respelling: (!lines.is_empty()).then(|| Rules::parse(lines, "aeiouü", None)) }
    }

    pub(super) fn step(&self, word: &[char], at: usize, spelled: &mut String) -> Option<usize> {
        let syllable = any_ascii::any_ascii_char(word[at]);
        if syllable.is_empty() || word[at].is_ascii() {
            return None;
        }
        let syllable: Vec<char> = syllable.chars().flat_map(char::to_lowercase).collect();
        let Some(rules) = &self.respelling else {
            spelled.extend(syllable);
            return Some(at + 1);
        };
        let mut place = 0;
        while place < syllable.len() {
            if let Some((spelling, took)) = rules.at(&syllable, place) {
                spelled.push_str(spelling);
                place += took;
            } else {
                spelled.push(syllable[place]);
                place += 1;
            }
        }
        Some(at + 1)
    }
}
