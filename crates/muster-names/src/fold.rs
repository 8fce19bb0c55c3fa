//! From what somebody wrote to words that can be compared: invisible letters out, look-alikes back, marks off.

use crate::romanise::readings;
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

/// The scripts a name may be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Alphabet {
    Latin,
    Cyrillic,
    Greek,
    Other,
}

const fn alphabet(letter: char) -> Alphabet {
    match letter as u32 {
        0x41..=0x5A | 0x61..=0x7A | 0xAA..=0x24F | 0x1E00..=0x1EFF => Alphabet::Latin,
        0x370..=0x3FF | 0x1F00..=0x1FFF => Alphabet::Greek,
        0x400..=0x52F => Alphabet::Cyrillic,
        _ => Alphabet::Other,
    }
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

const fn is_invisible(c: char) -> bool {
    matches!(c as u32, 0xAD | 0x34F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xE0000..=0xE0FFF)
}

const fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’'
            | '‘'
            | '‛'
            | '`'
            | '´'
            | 'ʹ'
            | 'ʺ'
            | 'ʻ'
            | 'ʼ'
            | 'ʽ'
            | 'ʾ'
            | 'ʿ'
            | 'ˈ'
            | '′'
            | '″'
            | '‵'
            | '＇'
            | 'ˮ'
            | 'ـ'
    )
}

/// Combining marks that belong to the letter before them.
const fn is_mark(c: char) -> bool {
    let code = c as u32;
    match code {
        // The scripts of India stand in blocks of the same order: nasals, dots, vowel signs, the sign for no vowel.
        0x900..=0xD7F => matches!(code & 0x7F, 0x00..=0x03 | 0x3A..=0x4F | 0x51..=0x57 | 0x62 | 0x63),
        // Accents; Hebrew points, Arabic vowels, Thaana vowels; Sinhala, Thai, Lao; Tibetan, Burmese, Khmer.
        0x300..=0x36F
        | 0x483..=0x489
        | 0x1AB0..=0x1AFF
        | 0x1DC0..=0x1DFF
        | 0x20D0..=0x20FF
        | 0xFE20..=0xFE2F
        | 0x591..=0x5C7
        | 0x610..=0x61A
        | 0x64B..=0x65F
        | 0x670
        | 0x6D6..=0x6ED
        | 0x7A6..=0x7B0
        | 0xD81..=0xD83
        | 0xDCA..=0xDDF
        | 0xE31
        | 0xE34..=0xE3A
        | 0xE47..=0xE4E
        | 0xEB1
        | 0xEB4..=0xEBC
        | 0xEC8..=0xECE
        | 0xF39
        | 0xF71..=0xF84
        | 0x102B..=0x103E
        | 0x17B6..=0x17D3 => true,
        _ => false,
    }
}

fn fold(raw: &str, marks: &mut Marks) -> Option<Piece> {
    let mut letters: Vec<char> = raw.chars().flat_map(char::to_lowercase).collect();
    one_script(&mut letters, marks);
    digits_to_letters(&mut letters, marks);
    let mut text = String::new();
    let mut by_sound = String::new();
    let nfd = DecomposingNormalizerBorrowed::new_nfd();
    let mut buffer = [0; 4];
    for &letter in &letters {
        match alphabet(letter) {
            _ if letter.is_ascii() => {
                text.push(letter);
                by_sound.push(letter);
            }
            Alphabet::Latin => {
                let (plain, sound) = latin(letter);
                if plain.is_empty() {
                    let base = nfd.normalize(letter.encode_utf8(&mut buffer)).chars().find(|c| !is_mark(*c));
                    // A letter with several marks may decompose to one of the special letters.
                    let base = base.unwrap_or(letter);
                    let (again, _) = latin(base);
                    let plain = if base.is_ascii() { String::from(base) } else { again.to_owned() };
                    text.push_str(&plain);
                    by_sound.push_str(if sound.is_empty() { &plain } else { sound });
                } else {
                    text.push_str(plain);
                    by_sound.push_str(sound);
                }
            }
            Alphabet::Greek => {
                let base = nfd
                    .normalize(letter.encode_utf8(&mut buffer))
                    .chars()
                    .find(|c| !is_mark(*c))
                    .unwrap_or(letter);
                let base = if base == 'ς' { 'σ' } else { base };
                text.push(base);
                by_sound.push(base);
            }
            Alphabet::Cyrillic => {
                let plain = if letter == 'ѐ' {
                    'е'
                } else if letter == 'ѝ' {
                    'и'
                } else {
                    letter
                };
                text.push(plain);
                by_sound.push(plain);
            }
            Alphabet::Other if is_dropped_mark(letter) => {}
            Alphabet::Other => {
                let plain = other(letter);
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

/// Accents, vowel points: taken off. The signs of Brahmic scripts stay, they are vowels.
const fn is_dropped_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5C7 | 0x610..=0x61A | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6ED | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F)
}

/// Letters of other scripts that are spelled in two ways.
const fn other(letter: char) -> char {
    match letter {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ک' | 'ڪ' => 'ك',
        'ی' | 'ى' | 'ئ' | 'ې' => 'ي',
        'ؤ' => 'و',
        'ہ' | 'ھ' | 'ە' | 'ۀ' => 'ه',
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        _ => letter,
    }
}

/// A Latin letter that is more than a letter and a mark: its plain spelling, and its spelling by sound.
/// Two empty strings: take the letter under the mark; an empty plain spelling with a sound: the same, but it sounds so.
const fn latin(letter: char) -> (&'static str, &'static str) {
    match letter {
        'ß' => ("ss", "ss"),
        'ø' => ("o", "oe"),
        'ö' => ("o", "oe"),
        'ü' => ("u", "ue"),
        'ä' => ("a", "ae"),
        'å' => ("a", "aa"),
        'æ' => ("ae", "ae"),
        'œ' => ("oe", "oe"),
        'ł' => ("l", "l"),
        'đ' => ("d", "dj"),
        'ð' => ("d", "dh"),
        'þ' => ("th", "th"),
        'ħ' => ("h", "h"),
        'ı' => ("i", "i"),
        'ŋ' => ("ng", "ng"),
        'ə' | 'ǝ' => ("a", "e"),
        'ʒ' => ("z", "zh"),
        'š' | 'ş' | 'ș' => ("s", "sh"),
        'ŝ' => ("s", "shch"),
        'č' => ("c", "ch"),
        'ç' => ("c", "ch"),
        'ć' => ("c", "ch"),
        'ž' => ("z", "zh"),
        'ź' | 'ż' => ("z", "zh"),
        'ś' => ("s", "sh"),
        'ĉ' => ("c", "ch"),
        'ĝ' | 'ǧ' => ("g", "j"),
        'ĥ' => ("h", "kh"),
        'ĵ' => ("j", "zh"),
        'â' => ("a", "ya"),
        'û' => ("u", "yu"),
        'ñ' => ("n", "ny"),
        _ => ("", ""),
    }
}

/// A word with letters of two alphabets is read in the one that has most of them; the others are look-alikes.
fn one_script(letters: &mut [char], marks: &mut Marks) {
    let count = |which| letters.iter().filter(|c| c.is_alphabetic() && alphabet(**c) == which).count();
    let (latin, cyrillic, greek) =
        (count(Alphabet::Latin), count(Alphabet::Cyrillic), count(Alphabet::Greek));
    if [latin, cyrillic, greek].into_iter().filter(|n| *n > 0).count() < 2 {
        return;
    }
    marks.look_alikes = true;
    let to_latin = latin >= cyrillic.max(greek) || greek > cyrillic;
    for letter in letters {
        let twin = if to_latin { to_latin_twin(*letter) } else { to_cyrillic_twin(*letter) };
        if let Some(twin) = twin {
            *letter = twin;
        }
    }
}

/// The Latin letter a Cyrillic or Greek one looks like (Unicode TR 39, the letters people use).
const fn to_latin_twin(letter: char) -> Option<char> {
    Some(match letter {
        'а' | 'α' => 'a',
        'в' | 'ь' | 'β' => 'b',
        'с' | 'ς' => 'c',
        'ԁ' => 'd',
        'е' | 'ё' | 'ε' | 'є' => 'e',
        'ԍ' => 'g',
        'н' | 'һ' | 'η' => 'h',
        'і' | 'ї' | 'ι' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'ӏ' => 'l',
        'м' | 'μ' => 'm',
        'п' | 'ν' => 'n',
        'о' | 'ο' | 'σ' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'г' => 'r',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'υ' | 'ц' => 'u',
        'ѵ' => 'v',
        'ѡ' | 'ш' | 'ω' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'ү' | 'γ' => 'y',
        'з' | 'ζ' => 'z',
        _ => return None,
    })
}

const fn to_cyrillic_twin(letter: char) -> Option<char> {
    Some(match letter {
        'a' | 'α' => 'а',
        'b' | 'β' => 'в',
        'c' => 'с',
        'e' | 'ε' => 'е',
        'h' => 'н',
        'i' | 'ι' => 'і',
        'j' => 'ј',
        'k' | 'κ' => 'к',
        'm' | 'μ' => 'м',
        'o' | 'ο' => 'о',
        'p' | 'ρ' => 'р',
        's' => 'ѕ',
        't' | 'τ' => 'т',
        'x' | 'χ' => 'х',
        'y' | 'υ' => 'у',
        _ => return None,
    })
}

/// A digit among letters is a letter somebody or some scanner took for a digit.
fn digits_to_letters(letters: &mut [char], marks: &mut Marks) {
    let digits = letters.iter().filter(|c| c.is_ascii_digit()).count();
    if digits == 0 || digits > 2 || letters.len() < digits + 2 {
        return;
    }
    for letter in letters {
        let read = match *letter {
            '0' => 'o',
            '1' => 'l',
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            '6' => 'b',
            '8' => 'b',
            '9' => 'g',
            _ => continue,
        };
        marks.digits = true;
        *letter = read;
    }
}
