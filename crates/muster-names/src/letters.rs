//! Letters one by one: which alphabet they are of, which are marks, how they are spelled plainly.

/// The scripts a name may be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Alphabet {
    Latin,
    Cyrillic,
    Greek,
    Other,
}

pub(crate) const fn alphabet(letter: char) -> Alphabet {
    match letter as u32 {
        0x41..=0x5A | 0x61..=0x7A | 0xAA..=0x24F | 0x1E00..=0x1EFF => Alphabet::Latin,
        0x370..=0x3FF | 0x1F00..=0x1FFF => Alphabet::Greek,
        0x400..=0x52F => Alphabet::Cyrillic,
        _ => Alphabet::Other,
    }
}

/// Signs that nobody sees.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c as u32, 0xAD | 0x34F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xE0000..=0xE0FFF)
}

/// Signs that stand inside words and are written or left out at will.
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(
        c as u32,
        0x27 | 0x60 | 0xB4 | 0x2B9
            ..=0x2BF | 0x2C8 | 0x2EE | 0x640 | 0x2018 | 0x2019 | 0x201B | 0x2032 | 0x2033 | 0x2035 | 0xFF07
    )
}

/// Combining marks that belong to the letter before them.
pub(crate) const fn is_mark(c: char) -> bool {
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

/// Accents, vowel points: taken off. The signs of Brahmic scripts stay, they are vowels.
pub(crate) const fn is_dropped_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5C7 | 0x610..=0x61A | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6ED | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F)
}

/// Letters of other scripts that are spelled in two ways.
pub(crate) const fn other(letter: char) -> char {
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
pub(crate) const fn latin(letter: char) -> (&'static str, &'static str) {
    match letter {
        'ß' => ("ss", "ss"),
        'ø' | 'ö' => ("o", "oe"),
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
        'ʒ' | 'ž' | 'ź' | 'ż' => ("z", "zh"),
        'š' | 'ş' | 'ș' | 'ś' => ("s", "sh"),
        'ŝ' => ("s", "shch"),
        'č' | 'ç' | 'ć' | 'ĉ' => ("c", "ch"),
        'ĝ' | 'ǧ' => ("g", "j"),
        'ĥ' => ("h", "kh"),
        'ĵ' => ("j", "zh"),
        'â' => ("a", "ya"),
        'û' => ("u", "yu"),
        'ñ' => ("n", "ny"),
        _ => ("", ""),
    }
}
