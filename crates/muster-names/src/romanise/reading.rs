//! All the ways a word of another script may have been spelled in Latin letters.

use super::{Script, script_of, system::letters, systems};

/// Every distinct lower-case ASCII reading of a word, that of the most usual system first.
///
/// Only systems count whose alphabet has all of the word's letters: a word with `ї` is not read as Russian. A word that
/// fits no system is read letter by letter; one that has no reading at all gives none.
#[must_use]
pub fn readings(word: &str) -> Vec<String> {
    let script =
        word.chars().map(readable_as).find(|script| *script != Script::Other).unwrap_or(Script::Other);
    let mut readings: Vec<String> = Vec::new();
    if script == Script::Latin {
        return plain(word).into_iter().collect();
    }
    let letters = letters(word);
    let mut spelled = String::new();
    for system in systems().iter().filter(|system| system.script == script) {
        spelled.clear();
        if system.spell(&letters, &mut spelled) {
            let reading = plain(&spelled).filter(|reading| !readings.contains(reading));
            readings.extend(reading);
        }
    }
    if readings.is_empty() {
        readings.extend(plain(word));
    }
    readings
}

/// The script whose systems read a letter: the other scripts of India are read as Devanagari.
const fn readable_as(letter: char) -> Script {
    match letter as u32 {
        0x980..=0xD7F => Script::Devanagari,
        _ => script_of(letter),
    }
}

/// Without marks, signs and primes: what a form that takes only A to Z would show.
fn plain(spelling: &str) -> Option<String> {
    let mut plain = String::with_capacity(spelling.len());
    for letter in spelling.chars() {
        if letter.is_ascii_alphanumeric() {
            plain.push(letter.to_ascii_lowercase());
        } else if !letter.is_ascii() {
            let ascii = any_ascii::any_ascii_char(letter).chars().filter(char::is_ascii_alphanumeric);
            plain.extend(ascii.map(|letter| letter.to_ascii_lowercase()));
        }
    }
    (!plain.is_empty()).then_some(plain)
}
