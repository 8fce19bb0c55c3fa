//! From what somebody wrote to words that can be compared: invisible letters out, look-alikes back, marks off.

use crate::{
    letters::{Alphabet, alphabet, is_apostrophe, is_dropped_mark, is_invisible, is_mark, latin, other},
    look_alike::{digits_to_letters, one_script},
    romanise::readings,
};
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// What was unusual in a name, kept as evidence: a name is not written so by accident often.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    /// Invisible characters were inside a word.
    pub invisible: bool,
    /// Letters of two scripts were in one word and were read as look-alikes.
    pub look_alikes: bool,
    /// A digit stood in for a letter.
    pub digits: bool,
}

/// One word as written and as folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// As written, without the marks around it.
    pub(crate) raw: String,
    /// Lower case, no marks, one script; Latin letters are ASCII.
    pub(crate) text: String,
    /// The same with letters that carry marks spelled by sound (`š` as `sh`), if that differs.
    pub(crate) by_sound: Option<String>,
}

/// Splits a text into folded words.
pub(crate) fn pieces(text: &str) -> (Vec<Piece>, Marks) {
    let mut marks = Marks::default();
    // Apostrophes first: compatibility forms of some are a space and a mark, which would part the word.
    let text: String = text.chars().filter(|c| !is_apostrophe(*c)).collect();
    let text = ComposingNormalizerBorrowed::new_nfkc().normalize(&text);
    let mut pieces = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        if is_invisible(c) {
            marks.invisible |= !word.is_empty();
        } else if is_mark(c) {
            // It belongs to the letter before it.
            if !word.is_empty() {
                word.push(c);
            }
        } else if c.is_alphanumeric() {
            word.push(c);
        } else if !word.is_empty() {
            pieces.extend(fold(&std::mem::take(&mut word), &mut marks));
        }
    }
    if !word.is_empty() {
        pieces.extend(fold(&word, &mut marks));
    }
    (pieces, marks)
}

/// The folded words of a text that is no name, in Latin letters: of a place, say.
#[must_use]
pub fn plain_words(text: &str) -> Vec<String> {
    let usual = |text: String| if text.is_ascii() { text } else { readings(&text).swap_remove(0) };
    pieces(text).0.into_iter().map(|piece| usual(piece.text)).filter(|word| !word.is_empty()).collect()
}

fn fold(raw: &str, marks: &mut Marks) -> Option<Piece> {
    let mut letters: Vec<char> = raw.chars().flat_map(char::to_lowercase).collect();
    one_script(&mut letters, marks);
    digits_to_letters(&mut letters, marks);
    let mut text = String::new();
    let mut by_sound = String::new();
    for letter in letters {
        match alphabet(letter) {
            Alphabet::Latin if !letter.is_ascii() => spell_latin(letter, &mut text, &mut by_sound),
            Alphabet::Other if !letter.is_ascii() && is_dropped_mark(letter) => {}
            alphabet => {
                let plain = match alphabet {
                    Alphabet::Greek => greek(letter),
                    Alphabet::Cyrillic => cyrillic(letter),
                    Alphabet::Latin | Alphabet::Other => other(letter),
                };
                text.push(plain);
                by_sound.push(plain);
            }
        }
    }
    if text.is_empty() {
        return None;
    }
    let by_sound = (by_sound != text).then_some(by_sound);
    Some(Piece { raw: raw.to_owned(), text, by_sound })
}

/// A Latin letter with more to it than A to Z has.
fn spell_latin(letter: char, text: &mut String, by_sound: &mut String) {
    let (plain, sound) = latin(letter);
    if !plain.is_empty() {
        text.push_str(plain);
        by_sound.push_str(sound);
        return;
    }
    let base = without_marks(letter);
    // A letter with several marks may decompose to one of the special letters.
    let plain = if base.is_ascii() { String::from(base) } else { latin(base).0.to_owned() };
    text.push_str(&plain);
    by_sound.push_str(if sound.is_empty() { &plain } else { sound });
}

fn greek(letter: char) -> char {
    match without_marks(letter) {
        'ς' => 'σ',
        base => base,
    }
}

const fn cyrillic(letter: char) -> char {
    match letter {
        'ѐ' => 'е',
        'ѝ' => 'и',
        _ => letter,
    }
}

/// The letter under its marks.
fn without_marks(letter: char) -> char {
    let decomposed = DecomposingNormalizerBorrowed::new_nfd()
        .normalize_iter(std::iter::once(letter))
        .find(|c| !is_mark(*c));
    decomposed.unwrap_or(letter)
}
