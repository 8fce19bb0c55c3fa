//! Two words: how alike, by which rule, and what that weighs.
//!
//! A weight is log2(m/u) as in Fellegi and Sunter (A Theory for Record Linkage, JASA 1969): m is how often two
//! writings of one name agree in this way, u how often those of two strangers do. u follows from how frequent the
//! name is; the m of a rule is a constant below.

use crate::{
    MilliBits, Role, Word,
    edit::distance_within,
    groups,
    population::{skeleton_weight, surprise, weight},
};

/// The rule by which two words are alike, the strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Letter by letter the same after folding.
    Same,
    /// A romanisation of one is a spelling of the other.
    Romanised,
    /// The same consonants and the same kinds of vowels.
    Sound,
    /// Variants of one name: William and Guillaume.
    Variant,
    /// One is the other with vowels left out.
    VowelsOut,
    /// The same consonants.
    Skeleton,
    /// One letter is added, missing, another, or two are swapped.
    OneEdit,
    /// One consonant differs.
    NearSkeleton,
    /// Two letters differ.
    TwoEdits,
    /// The word is the other's beginning, where a field may have been cut.
    CutOff,
    /// A letter that stands for a name.
    Initial,
}

impl Rule {
    /// Its name in evidence.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Same => "name.same",
            Self::Romanised => "name.romanised",
            Self::Sound => "name.sound",
            Self::Variant => "name.variant",
            Self::VowelsOut => "name.vowels_left_out",
            Self::Skeleton => "name.consonants",
            Self::OneEdit => "name.one_letter",
            Self::NearSkeleton => "name.one_consonant",
            Self::TwoEdits => "name.two_letters",
            Self::CutOff => "name.cut_off",
            Self::Initial => "name.initial",
        }
    }
}

/// How two words are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alike {
    /// By which rule.
    pub rule: Rule,
    /// What it weighs.
    pub bits: MilliBits,
}

/// What each rule takes off the surprise, in thousandths of a bit: log2 of how often one name is written so twice.
mod off {
    pub(super) const SAME: i32 = 700;
    pub(super) const ROMANISED: i32 = 1_000;
    pub(super) const SOUND: i32 = 1_200;
    pub(super) const VARIANT: i32 = 3_000;
    pub(super) const VOWELS_OUT: i32 = 0;
    pub(super) const SKELETON: i32 = 2_500;
    pub(super) const ONE_EDIT: i32 = 3_600;
    pub(super) const NEAR_SKELETON: i32 = 5_500;
    pub(super) const TWO_EDITS: i32 = 5_500;
    /// More if the other spelling is a name of its own.
    pub(super) const KNOWN_NAME: i32 = 3_000;
}

/// A known name is one that occurs at least so often among ten million tokens.
const KNOWN: u32 = 30;

/// The most an agreement in letters says more than one in consonants: tables of names are never complete.
const LETTERS_OVER_CONSONANTS: i32 = 4_000;

/// What one letter's difference weighs at least: it is no conflict, even in a short word.
const LEAST_EDIT: MilliBits = 300;

/// What a piece of a compound weighs at most: `abd`, `din`, `allah` are in thousands of names.
const PIECE: MilliBits = 3_000;

/// What an initial weighs.
pub const INITIAL: MilliBits = 3_500;

/// The most a title can weigh: many share it, and people add and leave it out.
pub const TITLE: MilliBits = 4_000;

/// How alike `asked` and `listed` are. `last`: `asked` is the last word of a name that may be cut off.
#[must_use]
pub fn alike(asked: &Word, listed: &Word, last: bool) -> Option<Alike> {
    if asked.role == Role::Initial || listed.role == Role::Initial {
        return initial(asked, listed);
    }
    let optional = asked.role.is_optional() || listed.role.is_optional();
    let piece = is_piece(&listed.text);
    let mut best: Option<Alike> = None;
    let mut offer = |rule, bits: MilliBits| {
        let bits = if optional { bits.min(TITLE) } else { bits };
        let bits = if piece { bits.min(PIECE) } else { bits };
        if bits > 0 && best.is_none_or(|best: Alike| bits > best.bits) {
            best = Some(Alike { rule, bits });
        }
    };
    let letters = listed_surprise(listed);
    if asked.text == listed.text {
        offer(
            Rule::Same,
            letters.min(consonants(listed, asked).map_or(letters, |bits| bits + LETTERS_OVER_CONSONANTS))
                - off::SAME,
        );
        return best;
    }
    if in_syllables(asked) != in_syllables(listed) {
        across_syllables(asked, listed, letters, &mut offer);
        return best;
    }
    let sounds = asked.sounds.iter().any(|a| listed.sounds.iter().any(|b| a.sound == b.sound));
    let spelled = asked.spellings.iter().any(|a| listed.spellings.contains(a));
    if let Some(bits) = consonants(asked, listed) {
        if spelled {
            offer(Rule::Romanised, letters.min(bits + LETTERS_OVER_CONSONANTS / 2) - off::ROMANISED);
        }
        if sounds {
            offer(Rule::Sound, bits + 500 - off::SOUND);
        }
        let known = if known_as_another(asked, listed) { off::KNOWN_NAME } else { 0 };
        offer(Rule::Skeleton, bits - off::SKELETON - known);
    }
    if vowels_left_out(asked, listed) {
        let bits = listed
            .sounds
            .iter()
            .map(|sounds| surprise(skeleton_weight(&sounds.skeleton), floor(sounds.skeleton.len())))
            .max();
        offer(Rule::VowelsOut, bits.unwrap_or(0) - off::VOWELS_OUT);
    }
    if groups::share_group(&asked.text, &listed.text) {
        let mass = weight(&asked.text).max(weight(&listed.text));
        offer(Rule::Variant, surprise(u64::from(mass) * 2, 4_000) - off::VARIANT);
    }
    for (a, b) in nearby(asked, listed) {
        let shorter = a.len().min(b.len());
        let allowed = allowed_edits(shorter);
        let Some(edits @ 1..) = distance_within(a.as_bytes(), b.as_bytes(), allowed) else { continue };
        let mass = u64::from(weight(b));
        let known = if weight(a) >= KNOWN && weight(a) * 20 > weight(b) { off::KNOWN_NAME } else { 0 };
        match edits {
            1 => {
                let bits = surprise(mass, neighbours(shorter, 1)) - off::ONE_EDIT - known;
                offer(Rule::OneEdit, bits.max(LEAST_EDIT));
            }
            _ => offer(Rule::TwoEdits, surprise(mass, neighbours(shorter, 2)) - off::TWO_EDITS - known),
        }
    }
    if let Some(bits) = near_skeleton(asked, listed) {
        let known = if weight(&asked.text) >= KNOWN { off::KNOWN_NAME } else { 0 };
        offer(Rule::NearSkeleton, bits - off::NEAR_SKELETON - known);
    }
    if last && is_cut_off(asked, listed) {
        let own = if weight(&asked.text) >= KNOWN { off::KNOWN_NAME } else { 0 };
        offer(Rule::CutOff, cut_bits(asked.text.chars().count()).min(letters) - own);
    }
    best
}

/// Spellings compared letter by letter: the first two of each, Latin ones only once.
fn nearby<'a>(asked: &'a Word, listed: &'a Word) -> impl Iterator<Item = (&'a str, &'a str)> {
    asked
        .spellings
        .iter()
        .take(2)
        .flat_map(move |a| listed.spellings.iter().take(2).map(move |b| (a.as_str(), b.as_str())))
}

/// How many letters may differ in words of this length.
#[must_use]
pub const fn allowed_edits(shorter: usize) -> usize {
    match shorter {
        0 | 1 => 0,
        2..=7 => 1,
        _ => 2,
    }
}

/// Whether a word is written in syllables or whole words, of which Latin spellings keep little.
fn in_syllables(word: &Word) -> bool {
    word.text.chars().any(|letter| {
        matches!(letter as u32, 0x1100..=0x11FF | 0x3040..=0x30FF | 0x3130..=0x318F | 0x3400..=0x9FFF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
    })
}

/// A word in syllables and one in letters: only whole spellings and known variants count; what sounds alike is too much.
fn across_syllables(
    asked: &Word,
    listed: &Word,
    letters: MilliBits,
    offer: &mut impl FnMut(Rule, MilliBits),
) {
    if asked.spellings.iter().any(|a| listed.spellings.contains(a)) {
        offer(Rule::Romanised, letters.min(SYLLABLES) - off::ROMANISED);
    } else if groups::share_group(&asked.text, &listed.text) {
        offer(Rule::Variant, SYLLABLES - off::VARIANT);
    }
}

/// What a spelling of syllables says at most: some hundreds of them make all names.
const SYLLABLES: MilliBits = 9_000;

/// The pieces that compounds of Arabic names are made with.
fn is_piece(text: &str) -> bool {
    matches!(text, "abd" | "din" | "allah" | "عبد" | "دين" | "الله" | "ullah" | "abdul" | "abdel" | "uddin")
}

/// Whether what was asked is a Latin spelling many people have and the list has another: then that both sound alike
/// says less.
fn known_as_another(asked: &Word, listed: &Word) -> bool {
    asked.text.is_ascii() && listed.text.is_ascii() && weight(&asked.text) >= KNOWN
}

/// Whether `asked` is no name of its own and lacks only vowels of `listed`.
fn vowels_left_out(asked: &Word, listed: &Word) -> bool {
    let (short, long) = (asked.text.as_str(), listed.text.as_str());
    if !short.is_ascii() || short.len() >= long.len() || short.len() < 2 || weight(short) >= KNOWN {
        return false;
    }
    let mut rest = short.chars().peekable();
    long.chars()
        .all(|letter| rest.next_if_eq(&letter).is_some() || matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u'))
        && rest.peek().is_none()
}

/// The smallest skeleton that may differ in a consonant.
pub const NEAR_SKELETON_FROM: usize = 5;

fn near_skeleton(asked: &Word, listed: &Word) -> Option<MilliBits> {
    let mut best = None;
    for a in &asked.sounds {
        for b in &listed.sounds {
            let shorter = a.skeleton.len().min(b.skeleton.len());
            if shorter >= NEAR_SKELETON_FROM
                && distance_within(a.skeleton.as_bytes(), b.skeleton.as_bytes(), 1) == Some(1)
            {
                let bits = surprise(skeleton_weight(&b.skeleton), floor(shorter) * 3);
                best = best.max(Some(bits));
            }
        }
    }
    best
}

/// The surprise of sharing a skeleton: the best over the readings both have.
fn consonants(asked: &Word, listed: &Word) -> Option<MilliBits> {
    let mut best = None;
    for a in &asked.sounds {
        if listed.sounds.iter().any(|b| a.skeleton == b.skeleton) {
            let bits = surprise(skeleton_weight(&a.skeleton), floor(a.skeleton.len()));
            best = best.max(Some(bits));
        }
    }
    best
}

/// The surprise of a listed word, letter by letter.
fn listed_surprise(listed: &Word) -> MilliBits {
    let length = listed.text.chars().count();
    let unseen = match (listed.text.is_ascii(), length) {
        (_, 0 | 1) => 100_000,
        (true, 2) => 20_000,
        (true, 3) => 3_000,
        (true, 4) => 500,
        (true, 5) => 120,
        (true, _) => 50,
        (false, 2) => 1_000,
        (false, 3) => 200,
        (false, _) => 50,
    };
    surprise(u64::from(weight(&listed.text)), unseen)
}

/// Occurrences of skeletons of a length that the table does not know.
const fn floor(length: usize) -> u64 {
    match length {
        0 | 1 => 300_000,
        2 => 40_000,
        3 => 6_000,
        4 => 1_200,
        5 => 300,
        6 => 100,
        _ => 50,
    }
}

/// Occurrences of names within one or two letters of a name of a length.
const fn neighbours(length: usize, edits: usize) -> u64 {
    let one = match length {
        0..=3 => 60_000,
        4 => 12_000,
        5 => 3_000,
        6 => 900,
        7 => 300,
        _ => 120,
    };
    if edits == 1 { one } else { one * 8 }
}

fn initial(asked: &Word, listed: &Word) -> Option<Alike> {
    let letter = |word: &Word| word.spelling().chars().next();
    let (a, b) = (letter(asked)?, letter(listed)?);
    (a == b).then_some(Alike { rule: Rule::Initial, bits: INITIAL })
}

/// The fewest letters of a word that may be cut off.
pub const CUT_FROM: usize = 3;

fn is_cut_off(asked: &Word, listed: &Word) -> bool {
    asked.text.chars().count() >= CUT_FROM
        && asked.text.len() < listed.text.len()
        && listed.text.starts_with(&asked.text)
}

const fn cut_bits(letters: usize) -> MilliBits {
    match letters {
        0..=3 => 5_000,
        4 => 7_500,
        5 => 9_500,
        6 => 11_000,
        _ => 12_500,
    }
}
