//! One word of a name with everything it is compared by.

use crate::{
    MilliBits, Role,
    fold::Piece,
    groups::groups_of,
    organisation,
    population::{letters_surprise, skeleton_surprise, weight},
    romanise::readings,
    sound::sounds,
};
use serde::{Deserialize, Serialize};

/// One word of a name, with everything it is compared by measured once.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Word {
    /// As written.
    pub raw: String,
    /// Lower case, marks off, one script; Latin letters are ASCII.
    pub text: String,
    /// What it does in the name.
    pub role: Role,
    /// ASCII spellings: the text itself if it is Latin, else its romanisations; the most usual first.
    pub spellings: Vec<String>,
    /// What the spellings sound like.
    pub sounds: Vec<Heard>,
    /// Occurrences of the first two spellings among ten million tokens.
    pub(crate) weights: [u32; 2],
    /// Which letters the first two spellings have, a bit each.
    pub(crate) letters_of: [u32; 2],
    /// Occurrences of the text.
    pub(crate) weight: u32,
    /// How surprising the text is, letter by letter.
    pub(crate) letters: MilliBits,
    /// The groups of variants it is in.
    pub(crate) groups: Vec<u32>,
    /// What script it is in, as far as comparing goes.
    pub(crate) script: Writing,
}

/// One reading of a word, and how many people's names have those consonants.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Heard {
    /// Its consonants.
    pub skeleton: String,
    /// The sound, hashed.
    pub(crate) sound: u64,
    /// The consonants, hashed.
    pub(crate) consonants: u64,
    /// How surprising the consonants are.
    pub(crate) bits: MilliBits,
}

/// What a script keeps of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Writing {
    /// Latin letters.
    Latin,
    /// Letters with vowels: Cyrillic, Greek, Georgian.
    Letters,
    /// Letters without short vowels: Arabic, Hebrew.
    Consonants,
    /// Syllables or whole words: Korean, Chinese, Japanese.
    Syllables,
}

/// The most spellings a word is given.
const MOST: usize = 12;
/// The most ways a word is heard.
const MOST_HEARD: usize = 10;
/// The most spellings two words as one are given.
const MOST_JOINED: usize = 3;

/// How words of a kind of name are measured.
struct Measure {
    weight: fn(&str) -> u32,
    letters: fn(&str) -> MilliBits,
    /// Consonants are no more surprising than the letters and so much.
    sounds_over_letters: MilliBits,
}

const PEOPLE: Measure = Measure { weight, letters: letters_surprise, sounds_over_letters: 100_000 };
const ORGANISATIONS: Measure =
    Measure { weight: organisation::weight, letters: organisation::letters_surprise, sounds_over_letters: 0 };

impl Word {
    pub(crate) fn new(piece: Piece, role: Role) -> Self {
        Self::measured(piece, role, &PEOPLE)
    }

    /// A word in the name of an organisation or a ship, where other words are common.
    pub(crate) fn of_organisation(piece: Piece, role: Role) -> Self {
        Self::measured(piece, role, &ORGANISATIONS)
    }

    fn measured(piece: Piece, role: Role, measure: &Measure) -> Self {
        let mut spellings = Vec::with_capacity(2);
        if piece.text.is_ascii() {
            add(&mut spellings, piece.text.clone());
            if let Some(by_sound) = &piece.by_sound {
                add(&mut spellings, by_sound.clone());
            }
            // An m that was read as r and n by a machine.
            if piece.text.contains("rn") {
                add(&mut spellings, piece.text.replacen("rn", "m", 1));
            }
        } else {
            for reading in readings(&piece.text) {
                add(&mut spellings, reading);
            }
        }
        let groups = groups_of(&piece.text).collect();
        Self::spelled(piece, role, spellings, groups, measure)
    }

    fn spelled(
        piece: Piece,
        role: Role,
        spellings: Vec<String>,
        groups: Vec<u32>,
        measure: &Measure,
    ) -> Self {
        let mut heard: Vec<Heard> = Vec::with_capacity(spellings.len());
        for spelling in &spellings {
            for found in sounds(spelling) {
                let sound = hash(&found.sound);
                if heard.len() < MOST_HEARD && !heard.iter().any(|known| known.sound == sound) {
                    let bits = skeleton_surprise(&found.skeleton);
                    let consonants = hash(&found.skeleton);
                    heard.push(Heard { skeleton: found.skeleton, sound, consonants, bits });
                }
            }
        }
        let letters = (measure.letters)(&piece.text);
        for sounds in &mut heard {
            sounds.bits = sounds.bits.min(letters + measure.sounds_over_letters);
        }
        let weight = measure.weight;
        let weigh = |at: usize| spellings.get(at).map_or(0, |spelling| weight(spelling));
        Self {
            weights: [weigh(0), weigh(1)],
            letters_of: [letters_of(&spellings, 0), letters_of(&spellings, 1)],
            weight: weight(&piece.text),
            letters,
            groups,
            script: writing(&piece.text),
            raw: piece.raw,
            text: piece.text,
            role,
            spellings,
            sounds: heard,
        }
    }

    /// How much of the name its script keeps.
    #[must_use]
    pub const fn writing(&self) -> Writing {
        self.script
    }

    /// Two neighbouring words written as one. It is in no group of variants: those are of whole names.
    #[must_use]
    pub fn joined(&self, next: &Self) -> Self {
        let mut spellings = Vec::with_capacity(2);
        for (first, second) in self.spellings.iter().zip(&next.spellings).take(MOST_JOINED) {
            add(&mut spellings, format!("{first}{second}"));
        }
        let piece = Piece {
            raw: format!("{} {}", self.raw, next.raw),
            text: format!("{}{}", self.text, next.text),
            by_sound: None,
        };
        Self::spelled(piece, Role::Name, spellings, Vec::new(), &PEOPLE)
    }

    /// The most usual ASCII spelling.
    #[must_use]
    pub fn spelling(&self) -> &str {
        self.spellings.first().map_or("", String::as_str)
    }
}

fn add(spellings: &mut Vec<String>, spelling: String) {
    if spellings.len() < MOST && !spelling.is_empty() && !spellings.contains(&spelling) {
        spellings.push(spelling);
    }
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn writing(text: &str) -> Writing {
    let mut writing = Writing::Latin;
    for letter in text.chars() {
        match letter as u32 {
            0x1100..=0x11FF
            | 0x3040..=0x30FF
            | 0x3130..=0x318F
            | 0x3400..=0x9FFF
            | 0xAC00..=0xD7A3
            | 0xF900..=0xFAFF
            | 0x20000..=0x3FFFF => return Writing::Syllables,
            0x590..=0x6FF | 0x750..=0x77F | 0x8A0..=0x8FF => return Writing::Consonants,
            0..=0x7F => {}
            _ => writing = Writing::Letters,
        }
    }
    writing
}

/// The letters of a spelling as a bit set.
fn letters_of(spellings: &[String], at: usize) -> u32 {
    spellings.get(at).map_or(0, |spelling| spelling.bytes().fold(0, |set, letter| set | 1 << (letter & 31)))
}
