//! One word of a name with everything it is compared by.

use crate::{
    Role,
    fold::Piece,
    romanise::readings,
    sound::{Sounds, sounds},
};

/// One word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    pub sounds: Vec<Sounds>,
}

/// The most spellings a word is given.
const MOST: usize = 12;

impl Word {
    pub(crate) fn new(piece: Piece, role: Role) -> Self {
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
        let mut heard: Vec<Sounds> = Vec::with_capacity(spellings.len());
        for spelling in &spellings {
            for sound in sounds(spelling) {
                if !heard.contains(&sound) {
                    heard.push(sound);
                }
            }
        }
        Self { raw: piece.raw, text: piece.text, role, spellings, sounds: heard }
    }

    /// Two neighbouring words written as one.
    #[must_use]
    pub fn joined(&self, next: &Self) -> Self {
        let mut piece = Piece {
            raw: format!("{} {}", self.raw, next.raw),
            text: format!("{}{}", self.text, next.text),
            by_sound: None,
        };
        if !piece.text.is_ascii() && self.text.is_ascii() != next.text.is_ascii() {
            piece.text = format!("{}{}", self.spelling(), next.spelling());
        }
        Self::new(piece, Role::Name)
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
