//! Words that are no name by themselves: articles, particles, titles.

use serde::{Deserialize, Serialize};
use std::{collections::HashSet, sync::LazyLock};

/// What a word does in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// A name.
    Name,
    /// One letter that stands for a name.
    Initial,
    /// The father's name as a middle name (`-ovich`, `-ivna`, `-oglu`, `-kyzy`).
    Patronymic,
    /// A word between names: `bin`, `von`, `de la`.
    Particle,
    /// The Arabic article in its spellings: `al`, `el`, `ash` before `sh`.
    Article,
    /// A title, rank or form of address.
    Title,
    /// The legal form of an organisation.
    LegalForm,
}

impl Role {
    /// A word that must find a partner: a name, an initial, a patronymic.
    #[must_use]
    pub const fn is_core(self) -> bool {
        matches!(self, Self::Name | Self::Initial | Self::Patronymic)
    }

    /// A word that may find a partner: it weighs little if it does and nothing if it does not.
    #[must_use]
    pub const fn is_optional(self) -> bool {
        matches!(self, Self::Title | Self::LegalForm)
    }
}

/// A table of words: lines of words parted by blanks, and remarks behind `#`.
type Words = LazyLock<HashSet<&'static str>>;

static PARTICLES: Words = LazyLock::new(|| words(include_str!("../data/words/particles.txt")).collect());
static TITLES: Words = LazyLock::new(|| words(include_str!("../data/words/titles.txt")).collect());
static LEGAL_FORMS: Words = LazyLock::new(|| words(include_str!("../data/words/legal_forms.txt")).collect());
static PATRONYMIC_ENDINGS: LazyLock<Vec<&str>> =
    LazyLock::new(|| words(include_str!("../data/words/patronymic_endings.txt")).collect());

fn words(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// Particles that follow the father's name in Turkic languages.
const AFTER_FATHER: &[&str] = &["oglu", "ogli", "ogly", "qizi", "kizi", "kyzy", "gyzy"];

/// The role of a folded word, given the folded word after it.
pub(crate) fn role(word: &str, next: Option<&str>, first: bool) -> Role {
    let mut letters = word.chars();
    // A letter of an alphabet stands for a name; one sign of a script of syllables is a name.
    let single = letters.next().is_some_and(|first| has_initials(first) && letters.next().is_none());
    if single && (first || !matches!(word, "y" | "e")) {
        return Role::Initial;
    }
    if is_article(word, next) {
        return Role::Article;
    }
    // What stands last is a name, but for what follows the father's name in Turkic languages.
    if PARTICLES.contains(word) && (next.is_some() || AFTER_FATHER.contains(&word)) {
        return Role::Particle;
    }
    if is_title(word) {
        return Role::Title;
    }
    if word.chars().count() >= 6 && PATRONYMIC_ENDINGS.iter().any(|ending| word.ends_with(ending)) {
        return Role::Patronymic;
    }
    if single { Role::Initial } else { Role::Name }
}

/// Letters of alphabets in which names are abbreviated to one letter: Latin, Greek, Cyrillic, Armenian, Georgian.
const fn has_initials(letter: char) -> bool {
    letter.is_ascii_lowercase() || matches!(letter as u32, 0x370..=0x587 | 0x10A0..=0x10FF)
}

/// Whether a folded word is a title, rank or form of address.
pub(crate) fn is_title(word: &str) -> bool {
    TITLES.contains(word)
}

/// The role of a folded word in the name of an organisation.
pub(crate) fn role_in_organisation(word: &str) -> Role {
    if LEGAL_FORMS.contains(word) {
        return Role::LegalForm;
    }
    match word {
        "of" | "the" | "and" | "de" | "for" | "la" | "del" | "y" | "di" | "et" | "al" | "el" => {
            Role::Particle
        }
        _ => Role::Name,
    }
}

/// `al`, `el`, `ul`, and the forms that take on the next word's first sound: `ash-Shami`, `ar-Rahman`.
fn is_article(word: &str, next: Option<&str>) -> bool {
    let Some(next) = next else { return false };
    match word {
        "al" | "el" | "ul" | "ال" => true,
        "ad" | "ud" | "ed" => next.starts_with('d'),
        "an" | "en" | "un" => next.starts_with('n'),
        "ar" | "er" | "ur" => next.starts_with('r'),
        "as" | "es" | "us" | "ash" | "esh" | "ush" => next.starts_with('s'),
        "at" | "et" | "ut" => next.starts_with('t'),
        "az" | "ez" | "uz" => next.starts_with('z'),
        _ => false,
    }
}
