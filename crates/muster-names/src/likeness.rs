//! Two words: how alike, by which rule, and what that weighs.
//!
//! A weight is log2(m/u) as in Fellegi and Sunter (A Theory for Record Linkage, JASA 1969): m is how often two
//! writings of one name agree in this way, u how often those of two strangers do. u follows from how frequent the
//! name is; the m of a rule is a constant below.

use crate::{
    MilliBits, Role, Word,
    edit::distance_within,
    population::surprise,
    word::{Heard, Writing},
};
use serde::{Deserialize, Serialize};

/// The rule by which two words are alike, the strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rule {
    /// Letter by letter the same after folding.
    Same,
    /// A romanisation of one is a spelling of the other.
    Romanised,
    /// The same consonants and the same kinds of vowels.
    Sound,
    /// Variants of one name: Alexander and Sasha.
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
    /// Where one side is written without vowels.
    pub(super) const ABJAD: i32 = 1_800;
    /// A long i at the end is always written: Hashem is not Hashemi.
    pub(super) const OTHER_END: i32 = 4_000;
    pub(super) const ONE_EDIT: i32 = 3_600;
    pub(super) const NEAR_SKELETON: i32 = 5_500;
    pub(super) const TWO_EDITS: i32 = 5_500;
    /// More if the other spelling is a name of its own.
    pub(super) const KNOWN_NAME: i32 = 3_000;
}

/// A known name is one that occurs at least so often among ten million tokens.
const KNOWN: u32 = 30;

/// The most an agreement in letters says more than one in consonants: tables of names are never complete.
const LETTERS_OVER_CONSONANTS: i32 = 5_000;

/// What one letter's difference weighs at least: it is no conflict, even in a short word.
const LEAST_EDIT: MilliBits = 300;

/// What a piece of a compound weighs at most: `abd`, `din`, `allah` are in thousands of names.
const PIECE: MilliBits = 3_000;

/// What an initial weighs.
pub const INITIAL: MilliBits = 3_500;

/// The most a legal form can weigh: it is in every other name.
const LEGAL_FORM: MilliBits = 300;

/// The most a title can weigh: many share it, and people add and leave it out.
pub const TITLE: MilliBits = 4_000;

/// How alike `asked` and `listed` are. `last`: `asked` is the last word of a name that may be cut off.
#[must_use]
pub fn alike(asked: &Word, listed: &Word, last: bool) -> Option<Alike> {
    if asked.role == Role::Initial || listed.role == Role::Initial {
        return initial(asked, listed);
    }
    let mut best = Best { most: most(asked, listed), found: None };
    let consonants = consonants(asked, listed);
    if asked.text == listed.text {
        let bits =
            consonants.map_or(listed.letters, |bits| listed.letters.min(bits + LETTERS_OVER_CONSONANTS));
        best.offer(Rule::Same, bits - off::SAME);
        return best.found;
    }
    let variant = asked.groups.iter().any(|group| listed.groups.contains(group));
    if (asked.script == Writing::Syllables) != (listed.script == Writing::Syllables) {
        // Only whole spellings and known variants count; what sounds alike is too much.
        if asked.spellings.iter().any(|a| listed.spellings.contains(a)) {
            best.offer(Rule::Romanised, listed.letters.min(SYLLABLES) - off::ROMANISED);
        } else if variant {
            best.offer(Rule::Variant, SYLLABLES - off::VARIANT);
        }
        return best.found;
    }
    // A Latin spelling many people have, where the list has another: that both sound alike says less.
    let another = asked.weight >= KNOWN && asked.script == Writing::Latin && listed.script == Writing::Latin;
    let known = if another { off::KNOWN_NAME } else { 0 };
    if let Some(bits) = consonants {
        if asked.spellings.iter().any(|a| listed.spellings.contains(a)) {
            best.offer(
                Rule::Romanised,
                listed.letters.min(bits + LETTERS_OVER_CONSONANTS / 2) - off::ROMANISED,
            );
        }
        if asked.sounds.iter().any(|a| listed.sounds.iter().any(|b| a.sound == b.sound)) {
            best.offer(Rule::Sound, bits + 500 - off::SOUND);
        }
        // Where a script leaves vowels out they are not known, so they do not disagree.
        let without = (asked.script == Writing::Consonants) != (listed.script == Writing::Consonants);
        let off = match without {
            false => off::SKELETON,
            true if ends_in_i(asked) == ends_in_i(listed) => off::ABJAD,
            true => off::ABJAD + off::OTHER_END,
        };
        best.offer(Rule::Skeleton, bits - off - known);
    }
    if vowels_left_out(asked, listed) {
        let bits = listed.sounds.iter().map(|sounds| sounds.bits).max().unwrap_or(0);
        best.offer(Rule::VowelsOut, bits - off::VOWELS_OUT);
    }
    if variant {
        let mass = asked.weight.max(listed.weight);
        best.offer(Rule::Variant, surprise(u64::from(mass) * 2, 4_000) - off::VARIANT);
    }
    edited(asked, listed, &mut best);
    if let Some(bits) = near_skeleton(asked, listed) {
        let known = if asked.weight >= KNOWN { off::KNOWN_NAME } else { 0 };
        best.offer(Rule::NearSkeleton, bits - off::NEAR_SKELETON - known);
    }
    if last && is_cut_off(asked, listed) {
        let own = if asked.weight >= KNOWN { off::KNOWN_NAME } else { 0 };
        best.offer(Rule::CutOff, cut_bits(asked.text.chars().count()).min(listed.letters) - own);
    }
    best.found
}

/// The weightiest rule so far, under a ceiling.
struct Best {
    most: MilliBits,
    found: Option<Alike>,
}

impl Best {
    fn offer(&mut self, rule: Rule, bits: MilliBits) {
        let bits = bits.min(self.most);
        if bits > 0 && self.found.is_none_or(|found| bits > found.bits) {
            self.found = Some(Alike { rule, bits });
        }
    }
}

/// What two words can weigh at most.
fn most(asked: &Word, listed: &Word) -> MilliBits {
    if is_piece(&listed.text) {
        PIECE
    } else if asked.role == Role::LegalForm || listed.role == Role::LegalForm {
        LEGAL_FORM
    } else if asked.role.is_optional() || listed.role.is_optional() {
        TITLE
    } else if is_syllable(&listed.text) {
        SYLLABLE
    } else {
        MilliBits::MAX
    }
}

/// Letters added, missing, changed or swapped, between the first two spellings of each.
fn edited(asked: &Word, listed: &Word, best: &mut Best) {
    for ((a, a_weight), a_letters) in asked.spellings.iter().zip(asked.weights).zip(asked.letters_of) {
        for ((b, b_weight), b_letters) in listed.spellings.iter().zip(listed.weights).zip(listed.letters_of) {
            let shorter = a.len().min(b.len());
            let allowed = allowed_edits(shorter);
            // One edit changes at most two letters of the set: most words part here.
            if (a_letters ^ b_letters).count_ones() as usize > 2 * allowed {
                continue;
            }
            let Some(edits @ 1..) = distance_within(a.as_bytes(), b.as_bytes(), allowed) else { continue };
            let own = a_weight >= KNOWN && u64::from(a_weight) * 20 > u64::from(b_weight);
            let bits = surprise(u64::from(b_weight), neighbours(shorter, edits))
                - if own { off::KNOWN_NAME } else { 0 };
            if edits == 1 {
                best.offer(Rule::OneEdit, (bits - off::ONE_EDIT).max(LEAST_EDIT));
            } else {
                best.offer(Rule::TwoEdits, bits - off::TWO_EDITS);
            }
        }
    }
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

/// What a spelling of syllables says at most: some hundreds of them make all names.
const SYLLABLES: MilliBits = 9_000;

/// The pieces that compounds of Arabic names are made with.
fn is_piece(text: &str) -> bool {
    matches!(text, "abd" | "din" | "allah" | "عبد" | "دين" | "الله" | "ullah" | "abdul" | "abdel" | "uddin")
}

/// What one syllable in Latin letters says at most: Korean and Chinese names are made of a few hundred.
const SYLLABLE: MilliBits = 9_500;

/// Whether a word is one syllable as Korean and Chinese names have them.
fn is_syllable(text: &str) -> bool {
    const STARTS: [&str; 25] = [
        "ch", "zh", "sh", "ts", "hs", "kk", "tt", "pp", "b", "c", "d", "f", "g", "h", "j", "k", "l", "m",
        "n", "p", "r", "s", "t", "x", "z",
    ];
    if text.len() > 6 {
        return false;
    }
    let rest = STARTS.iter().find_map(|start| text.strip_prefix(start)).unwrap_or(text);
    let vowels = rest
        .bytes()
        .take_while(|letter| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'w' | b'y'))
        .count();
    (1..=3).contains(&vowels) && matches!(&rest[vowels..], "" | "k" | "n" | "t" | "l" | "m" | "p" | "ng")
}

/// Whether a word ends in a long i.
fn ends_in_i(word: &Word) -> bool {
    word.spellings.iter().take(1).any(|spelling| spelling.ends_with(['i', 'y', 'e']))
}

/// Whether `asked` is no name of its own and lacks only vowels of `listed`.
fn vowels_left_out(asked: &Word, listed: &Word) -> bool {
    let (short, long) = (asked.text.as_bytes(), listed.text.as_bytes());
    if asked.script != Writing::Latin || short.len() >= long.len() || short.len() < 2 || asked.weight >= KNOWN
    {
        return false;
    }
    let mut rest = short.iter().peekable();
    long.iter().all(|letter| {
        rest.next_if_eq(&letter).is_some() || matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
    }) && rest.peek().is_none()
}

/// The smallest skeleton that may differ in a consonant.
pub(crate) const NEAR_SKELETON_FROM: usize = 5;

fn near_skeleton(asked: &Word, listed: &Word) -> Option<MilliBits> {
    let mut best = None;
    for a in asked.sounds.iter().filter(|a| a.skeleton.len() >= NEAR_SKELETON_FROM) {
        for b in listed.sounds.iter().filter(|b| b.skeleton.len() >= NEAR_SKELETON_FROM) {
            if distance_within(a.skeleton.as_bytes(), b.skeleton.as_bytes(), 1) == Some(1) {
                best = best.max(Some(b.bits - NEAR_MASS));
            }
        }
    }
    best
}

/// log2 of how many skeletons lie within a consonant of one.
const NEAR_MASS: MilliBits = 1_500;

/// The surprise of sharing consonants. If the usual readings agree they count; else the least surprising of those that do.
fn consonants(asked: &Word, listed: &Word) -> Option<MilliBits> {
    let (first, others) = asked.sounds.split_first()?;
    if listed.sounds.first().is_some_and(|b| first.consonants == b.consonants) {
        return Some(first.bits);
    }
    let shared = |a: &&Heard| listed.sounds.iter().any(|b| a.consonants == b.consonants);
    std::iter::once(first).chain(others).filter(shared).map(|a| a.bits).min()
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
    let letter = |word: &Word| word.spelling().bytes().next();
    let (a, b) = (letter(asked)?, letter(listed)?);
    (a == b).then_some(Alike { rule: Rule::Initial, bits: INITIAL })
}

/// The fewest letters of a word that may be cut off.
pub const CUT_FROM: usize = 3;

fn is_cut_off(asked: &Word, listed: &Word) -> bool {
    asked.text.len() < listed.text.len()
        && listed.text.starts_with(&asked.text)
        && asked.text.chars().count() >= CUT_FROM
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
