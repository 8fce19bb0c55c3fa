//! The keys under which a word is found: two words that [`crate::alike`] finds alike share one.

use crate::{
    Role, Word, allowed_edits,
    likeness::{CUT_FROM, NEAR_SKELETON_FROM},
};

/// A key, hashed. Two words with a key in common are compared; a collision costs a comparison, never an answer.
pub type Key = u32;

/// What a key is of.
#[derive(Clone, Copy)]
enum Of {
    Spelling = 1,
    Text = 2,
    Skeleton = 3,
    Letters = 4,
    Consonants = 5,
    Group = 6,
    Bare = 7,
}

/// Every key of a word, in ascending order. Initials have none: they are compared with every name.
#[must_use]
pub fn keys(word: &Word) -> Vec<Key> {
    let mut keys = Vec::new();
    if word.role == Role::Initial {
        return keys;
    }
    shared(word, 2, &mut keys);
    for sounds in word.sounds.iter().filter(|sounds| sounds.skeleton.len() >= NEAR_SKELETON_FROM) {
        deletions(sounds.skeleton.as_bytes(), Of::Consonants, 1, &mut keys);
    }
    for group in &word.groups {
        keys.push(key(Of::Group, &group.to_le_bytes()));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The keys of two words written as one: such a word is compared by its letters and sounds, not by likely slips in two
/// letters or by variants.
#[must_use]
pub fn keys_of_joined(word: &Word) -> Vec<Key> {
    let mut keys = Vec::new();
    shared(word, 1, &mut keys);
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The keys of every beginning of a word that may stand for it where a field cut it off.
#[must_use]
pub fn keys_of_beginnings(word: &Word) -> Vec<Key> {
    let ends = word.text.char_indices().map(|(at, _)| at).skip(CUT_FROM);
    ends.map(|end| key(Of::Text, &word.text.as_bytes()[..end])).collect()
}

fn shared(word: &Word, edits: usize, keys: &mut Vec<Key>) {
    keys.push(key(Of::Text, word.text.as_bytes()));
    for spelling in &word.spellings {
        keys.push(key(Of::Spelling, spelling.as_bytes()));
    }
    for spelling in word.spellings.iter().take(2) {
        deletions(spelling.as_bytes(), Of::Letters, edits_of(spelling.len()).min(edits), keys);
    }
    for sounds in &word.sounds {
        keys.push(key(Of::Skeleton, sounds.skeleton.as_bytes()));
    }
    if word.text.is_ascii() {
        let vowel = |letter: &&u8| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u');
        keys.push(hash(Of::Bare, word.text.as_bytes().iter().filter(|letter| !vowel(letter))));
    }
}

/// How many letters are left out of a word of this length so that every word within its edits is met: the other may be
/// longer, so the allowance of one letter more or two letters more counts.
const fn edits_of(length: usize) -> usize {
    allowed_edits(length)
}

fn deletions(word: &[u8], of: Of, edits: usize, keys: &mut Vec<Key>) {
    if edits == 0 {
        return;
    }
    keys.push(key(of, word));
    let mut shorter = Vec::with_capacity(word.len());
    for at in 0..word.len() {
        shorter.clear();
        shorter.extend_from_slice(&word[..at]);
        shorter.extend_from_slice(&word[at + 1..]);
        keys.push(key(of, &shorter));
        if edits > 1 {
            for second in at..shorter.len() {
                keys.push(hash(of, shorter[..second].iter().chain(&shorter[second + 1..])));
            }
        }
    }
}

fn key(of: Of, bytes: &[u8]) -> Key {
    hash(of, bytes.iter())
}

/// FNV-1a, folded to 32 bits.
fn hash<'a>(of: Of, bytes: impl Iterator<Item = &'a u8>) -> Key {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64 ^ of as u64;
    hash = hash.wrapping_mul(0x0100_0000_01b3);
    for byte in bytes {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    (hash ^ (hash >> 32)) as Key
}
