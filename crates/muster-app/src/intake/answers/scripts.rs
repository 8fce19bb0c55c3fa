//! Words that mix Latin and Cyrillic letters: mostly a slip of the keyboard, sometimes meant.

/// Cyrillic letters and their Latin twins: only pairs that nobody can tell apart in print, in both sizes. The engine
/// that screens names knows more, on purpose: here the word is shown to the one who typed it.
const TWINS: &[(char, char)] = &[
    ('А', 'A'),
    ('В', 'B'),
    ('С', 'C'),
    ('Е', 'E'),
    ('Ё', 'Ë'),
    ('Н', 'H'),
    ('І', 'I'),
    ('Ї', 'Ï'),
    ('Ј', 'J'),
    ('К', 'K'),
    ('М', 'M'),
    ('О', 'O'),
    ('Р', 'P'),
    ('Ѕ', 'S'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('У', 'Y'),
    ('а', 'a'),
    ('с', 'c'),
    ('е', 'e'),
    ('ё', 'ë'),
    ('і', 'i'),
    ('ї', 'ï'),
    ('ј', 'j'),
    ('к', 'k'),
    ('о', 'o'),
    ('р', 'p'),
    ('ѕ', 's'),
    ('х', 'x'),
    ('у', 'y'),
];

const fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}')
}

fn is_latin(letter: char) -> bool {
    letter.is_alphabetic()
        && matches!(letter, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// The parts of a hyphenated word may be of two scripts; each by itself may not.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    word.split(['-', '\u{2010}', '\u{2011}', '\u{2013}'])
}

/// Whether any word of a text mixes scripts.
pub(super) fn has_mixed_word(text: &str) -> bool {
    text.split_whitespace().any(mixes_scripts)
}

/// Whether a word has Latin and Cyrillic letters in one part.
fn mixes_scripts(word: &str) -> bool {
    parts(word).any(|part| part.chars().any(is_latin) && part.chars().any(is_cyrillic))
}

/// The text with every word of two scripts in one of them, that of most of its letters if that can be; nothing if no
/// word mixes scripts, or a letter has no twin.
#[must_use]
pub fn suggestion(text: &str) -> Option<String> {
    if !has_mixed_word(text) {
        return None;
    }
    let mut whole = String::with_capacity(text.len());
    let mut part = String::new();
    for letter in text.chars() {
        if letter.is_whitespace() || matches!(letter, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}') {
            whole.push_str(&one_script(&part)?);
            whole.push(letter);
            part.clear();
        } else {
            part.push(letter);
        }
    }
    whole.push_str(&one_script(&part)?);
    Some(whole)
}

/// A part of a word in one script.
fn one_script(part: &str) -> Option<String> {
    let latin = part.chars().filter(|letter| is_latin(*letter)).count();
    let cyrillic = part.chars().filter(|letter| is_cyrillic(*letter)).count();
    if latin == 0 || cyrillic == 0 {
        return Some(part.to_owned());
    }
    let to_cyrillic = || fold(part, is_latin, |(cyrillic, latin)| (*latin, *cyrillic));
    let to_latin = || fold(part, is_cyrillic, |(cyrillic, latin)| (*cyrillic, *latin));
    if cyrillic > latin { to_cyrillic().or_else(to_latin) } else { to_latin().or_else(to_cyrillic) }
}

/// The part with every letter of a script replaced by its twin; nothing if one has none.
fn fold(part: &str, of: fn(char) -> bool, from_to: fn(&(char, char)) -> (char, char)) -> Option<String> {
    let twin = |letter: char| TWINS.iter().map(from_to).find(|(from, _)| *from == letter).map(|(_, to)| to);
    part.chars().map(|letter| if of(letter) { twin(letter) } else { Some(letter) }).collect()
}
