//! Which script a letter belongs to.

/// The scripts with a romanisation of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Latin, with all its marks.
    Latin,
    /// Cyrillic, with the letters of all its languages.
    Cyrillic,
    /// Greek, monotonic and polytonic.
    Greek,
    /// Armenian.
    Armenian,
    /// Georgian, in its three alphabets.
    Georgian,
    /// Arabic, with the letters of Persian, Pashto, Urdu, Kurdish and Uyghur.
    Arabic,
    /// Hebrew.
    Hebrew,
    /// Devanagari: Hindi, Nepali, Marathi.
    Devanagari,
    /// Thai.
    Thai,
    /// Korean syllables.
    Hangul,
    /// Japanese syllables, both kinds.
    Kana,
    /// Chinese characters, also as Japanese and Korean use them.
    Han,
    /// Anything else.
    Other,
}

impl Script {
    /// Its name in English, as the Unicode standard calls it; empty for [`Script::Other`].
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Latin => "Latin",
            Self::Cyrillic => "Cyrillic",
            Self::Greek => "Greek",
            Self::Armenian => "Armenian",
            Self::Georgian => "Georgian",
            Self::Arabic => "Arabic",
            Self::Hebrew => "Hebrew",
            Self::Devanagari => "Devanagari",
            Self::Thai => "Thai",
            Self::Hangul => "Hangul",
            Self::Kana => "Kana",
            Self::Han => "Han",
            Self::Other => "",
        }
    }

    pub(super) fn named(name: &str) -> Self {
        const ALL: [Script; 12] = [
            Script::Latin,
            Script::Cyrillic,
            Script::Greek,
            Script::Armenian,
            Script::Georgian,
            Script::Arabic,
            Script::Hebrew,
            Script::Devanagari,
            Script::Thai,
            Script::Hangul,
            Script::Kana,
            Script::Han,
        ];
        ALL.into_iter().find(|script| script.name() == name).unwrap_or(Self::Other)
    }
}

/// The script of a letter; marks, digits and punctuation are [`Script::Other`].
#[must_use]
pub const fn script_of(letter: char) -> Script {
    match letter as u32 {
        0x41..=0x5A | 0x61..=0x7A | 0xAA | 0xBA | 0xC0..=0x24F | 0x250..=0x2AF | 0x1E00..=0x1EFF => {
            Script::Latin
        }
        0x370..=0x3FF | 0x1F00..=0x1FFF => Script::Greek,
        0x400..=0x482 | 0x48A..=0x52F | 0x1C80..=0x1C8F => Script::Cyrillic,
        0x531..=0x58F | 0xFB13..=0xFB17 => Script::Armenian,
        0x5D0..=0x5F2 | 0xFB1D..=0xFB4F => Script::Hebrew,
        0x620..=0x64A
        | 0x66E..=0x6D5
        | 0x6EE..=0x6FF
        | 0x750..=0x77F
        | 0x8A0..=0x8C9
        | 0xFB50..=0xFDFF
        | 0xFE70..=0xFEFC => Script::Arabic,
        0x900..=0x97F => Script::Devanagari,
        0xE01..=0xE4E => Script::Thai,
        0x10A0..=0x10FF | 0x1C90..=0x1CBF | 0x2D00..=0x2D2F => Script::Georgian,
        0x1100..=0x11FF | 0x3131..=0x318E | 0xAC00..=0xD7A3 => Script::Hangul,
        0x3041..=0x30FF | 0x31F0..=0x31FF | 0xFF66..=0xFF9F => Script::Kana,
        0x3005..=0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_134F => {
            Script::Han
        }
        _ => Script::Other,
    }
}
