//! The scripts of India, whose consonants carry a vowel unless a sign says otherwise.
//!
//! The blocks of nine of them stand in the same order in Unicode, so all are read as Devanagari.

/// A system for Brahmic scripts.
#[derive(Debug, Clone)]
pub(super) struct Brahmic {
    /// How consonants, vowels and signs are spelled, by their code in the Devanagari block.
    letters: Vec<(char, &'static str)>,
    /// The vowel that is not written; and whether it is silent where the modern languages drop it.
    inherent: &'static str,
    drops: bool,
}

/// The dot under a consonant that makes another of it.
const DOT: char = '\u{93C}';

/// The letter that a consonant and its dot are. Unicode keeps them apart in its normal forms.
const fn dotted(letter: char) -> char {
    match letter {
        '\u{915}' => '\u{958}',
        '\u{916}' => '\u{959}',
        '\u{917}' => '\u{95A}',
        '\u{91C}' => '\u{95B}',
        '\u{921}' => '\u{95C}',
        '\u{922}' => '\u{95D}',
        '\u{92B}' => '\u{95E}',
        '\u{92F}' => '\u{95F}',
        letter => letter,
    }
}

/// A consonant with what follows it, or a vowel by itself.
struct Sound {
    consonant: &'static str,
    vowel: &'static str,
    /// The vowel is the one that is not written.
    inherent: bool,
}

impl Brahmic {
    pub(super) fn parse(lines: &[&'static str]) -> Self {
        let value = |name: &str| {
            lines.iter().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).unwrap_or("")
        };
        let mut letters: Vec<(char, &'static str)> = lines
            .iter()
            .filter(|line| !line.contains(": "))
            .flat_map(|line| line.split(','))
            .filter_map(|rule| rule.trim().split_once(' '))
            .filter_map(|(letter, spelling)| {
                let mut parts = letter.chars();
                let base = parts.next()?;
                let letter = if parts.next() == Some(DOT) { dotted(base) } else { base };
                Some((letter, if spelling == "-" { "" } else { spelling }))
            })
            .collect();
        letters.sort_by_key(|(letter, _)| *letter);
        Self { letters, inherent: value("inherent"), drops: value("silent") == "yes" }
    }

    /// Reads the whole rest of the word at once: which vowels are silent is only plain from the end.
    pub(super) fn step(&self, word: &[char], at: usize, spelled: &mut String) -> Option<usize> {
        let mut sounds: Vec<Sound> = Vec::with_capacity(word.len());
        let mut rest = word[at..].iter().map(|letter| as_devanagari(*letter)).peekable();
        while let Some(letter) = rest.next() {
            let letter = letter?;
            let dot = rest.next_if_eq(&Some(DOT)).is_some();
            self.add(if dot { dotted(letter) } else { letter }, &mut sounds)?;
        }
        if self.drops {
            silence(&mut sounds);
        }
        for sound in &sounds {
            spelled.push_str(sound.consonant);
            spelled.push_str(sound.vowel);
        }
        Some(word.len())
    }

    fn add(&self, letter: char, sounds: &mut Vec<Sound>) -> Option<()> {
        let spelling = || {
            let at = self.letters.binary_search_by_key(&letter, |(known, _)| *known).ok()?;
            Some(self.letters[at].1)
        };
        match letter as u32 {
            // Consonants, also those with a dot.
            0x915..=0x939 | 0x958..=0x95F | 0x978..=0x97F => {
                sounds.push(Sound { consonant: spelling()?, vowel: self.inherent, inherent: true });
            }
            // A vowel sign takes the place of the inherent vowel; virama of any vowel.
            0x93A | 0x93B | 0x93E..=0x94F | 0x955..=0x957 | 0x962 | 0x963 => {
                let vowel = if letter == '\u{94D}' { "" } else { spelling()? };
                let last = sounds.last_mut()?;
                (last.vowel, last.inherent) = (vowel, false);
            }
            // A dot under a letter that has no dotted form, marks of recitation: nothing to spell.
            0x93C | 0x93D | 0x951..=0x954 => {}
            // Independent vowels, nasals, h.
            _ => sounds.push(Sound { consonant: "", vowel: spelling()?, inherent: false }),
        }
        Some(())
    }
}

/// Drops the inherent vowel at the end after a single consonant, and between a vowel with one consonant and a
/// consonant with a vowel, from the end backwards.
fn silence(sounds: &mut [Sound]) {
    for at in (1..sounds.len()).rev() {
        let vowel_before = !sounds[at - 1].vowel.is_empty();
        let last = at + 1 == sounds.len();
        let before_open = !last && !sounds[at + 1].consonant.is_empty() && !sounds[at + 1].vowel.is_empty();
        if sounds[at].inherent && vowel_before && (last || before_open) {
            sounds[at].vowel = "";
        }
    }
}

/// Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada and Malayalam letters at their Devanagari place.
fn as_devanagari(letter: char) -> Option<char> {
    let code = letter as u32;
    match code {
        0x900..=0xD7F => char::from_u32(0x900 + (code & 0x7F)),
        _ => None,
    }
}
