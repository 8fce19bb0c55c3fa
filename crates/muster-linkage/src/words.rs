//! The words of all names, each kept and measured once.

use crate::nicknames::full_names;
use muster_names::{Name, Role, distance_within, population, sounds};
use std::collections::HashMap;

/// A word's place in [`Words`].
pub(crate) type WordId = u32;

/// What a word does in a name, as far as comparing goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Given,
    Middle,
    Family,
}

/// How alike two words are, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Closeness {
    /// The same after folding.
    Same,
    /// A romanisation of one is a spelling of the other, or they sound the same.
    Sound,
    /// Variants of one name.
    Variant,
    /// The same consonants.
    Consonants,
    /// One letter differs.
    OneLetter,
    /// One consonant or two letters differ.
    Remote,
    /// One is the other's first letter.
    Initial,
    /// They begin with the same three letters: often a short form.
    Beginning,
    /// One is written in signs that are read in many ways, so nothing is known.
    Unreadable,
    /// Nothing in common.
    Other,
}

/// How many people have a name, in five classes: whoever is named so is at least one in 500, 2,000, 8,000, 46,000 words, or
/// fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rarity {
    Everyday,
    Common,
    Usual,
    Rare,
    VeryRare,
}

impl Rarity {
    /// By how surprising the name is, in thousandths of a bit.
    const fn of(surprise: i32) -> Self {
        match surprise {
            ..9_000 => Self::Everyday,
            9_000..11_000 => Self::Common,
            11_000..13_000 => Self::Usual,
            13_000..15_500 => Self::Rare,
            _ => Self::VeryRare,
        }
    }
}

/// What the table of names lacks is taken to occur so often among ten million.
const UNSEEN: u64 = 50;

/// What of a word tells most other words apart: small and side by side, so that little memory is read.
#[derive(Debug, Clone, Copy)]
struct Glance {
    /// What the word has of sounds, skeletons and groups, a bit for each: most words share none.
    has: [u64; 3],
    /// Which letters the spellings and the skeleton have.
    letters: [u32; 3],
    /// How long each is.
    long: [u8; 3],
    /// The first letters of the most usual spelling, if there are so many.
    beginning: [u8; 3],
    initial: bool,
    /// It is written in Chinese signs, which as names have many readings.
    signs: bool,
    rarity: Rarity,
}

impl Glance {
    /// Whether so few edits can make one of its texts one of the other's.
    fn may_be_near(&self, text: usize, other: &Self, others: usize, edits: usize) -> bool {
        (self.letters[text] ^ other.letters[others]).count_ones() as usize <= 2 * edits
            && usize::from(self.long[text].abs_diff(other.long[others])) <= edits
    }
}

/// A word with what it is compared by.
#[derive(Debug)]
pub(crate) struct Word {
    /// Its most usual spelling in Latin letters, or the first two.
    spellings: [Box<str>; 2],
    /// Hashes: of every spelling and of every sound, then of skeletons, then of groups.
    hashes: Box<[u32]>,
    /// Where skeletons and groups begin among the hashes.
    skeletons_from: u8,
    groups_from: u8,
    /// The longest skeleton, for words that differ in one consonant.
    skeleton: Box<str>,
    pub(crate) initial: bool,
}

impl Word {
    fn read(word: &muster_names::Word) -> (Glance, Self) {
        let mut hashes: Vec<u32> = Vec::new();
        let mut skeletons: Vec<u32> = Vec::new();
        for spelling in &word.spellings {
            add(&mut hashes, hash(1, spelling.as_bytes()));
            for heard in sounds(spelling) {
                add(&mut hashes, hash(2, heard.sound.as_bytes()));
            }
        }
        for heard in &word.sounds {
            add(&mut skeletons, hash(3, heard.skeleton.as_bytes()));
        }
        let skeletons_from = hashes.len().min(MOST) as u8;
        hashes.truncate(MOST);
        hashes.extend(skeletons.into_iter().take(MOST_SKELETONS));
        let groups_from = hashes.len() as u8;
        hashes.extend(muster_names::groups::groups_of(&word.text));
        for spelling in word.spellings.iter().take(2) {
            for full in full_names(spelling) {
                add(&mut hashes, hash(4, full.as_bytes()) | A_FULL_NAME);
                if *full != spelling {
                    hashes.extend(muster_names::groups::groups_of(full));
                }
            }
        }
        hashes.truncate(MOST_HASHES);
        let has = |hashes: &[u32]| hashes.iter().fold(0_u64, |set, hash| set | 1 << (hash & 63));
        let (from, to) = (usize::from(skeletons_from), usize::from(groups_from));
        let has = [has(&hashes[..from]), has(&hashes[from..to]), has(&hashes[to..])];
        let second = word.spellings.get(1).map_or("", String::as_str);
        let weight =
            word.spellings.iter().take(2).map(|spelling| population::weight(spelling)).max().unwrap_or(0);
        let known = u64::from(weight.max(population::weight(&word.text)));
        let skeleton = word.sounds.first().map_or("", |heard| heard.skeleton.as_str());
        let texts = [word.spelling(), second, skeleton];
        let initial = word.role == Role::Initial;
        let glance = Glance {
            has,
            letters: texts.map(letters_of),
            long: texts.map(|text| text.len().min(usize::from(u8::MAX)) as u8),
            beginning: word.spelling().as_bytes().first_chunk().copied().unwrap_or_default(),
            initial,
            signs: word.text.chars().any(is_sign),
            rarity: Rarity::of(population::surprise(known, UNSEEN)),
        };
        let word = Self {
            spellings: [word.spelling().into(), second.into()],
            hashes: hashes.into(),
            skeletons_from,
            groups_from,
            skeleton: skeleton.into(),
            initial,
        };
        (glance, word)
    }

    fn sounds(&self) -> &[u32] {
        &self.hashes[..usize::from(self.skeletons_from)]
    }

    /// Hashes of its consonants, those of the usual reading first.
    pub(crate) fn skeletons(&self) -> &[u32] {
        &self.hashes[usize::from(self.skeletons_from)..usize::from(self.groups_from)]
    }

    /// The groups of variants it is in.
    pub(crate) fn groups(&self) -> &[u32] {
        &self.hashes[usize::from(self.groups_from)..]
    }

    /// Its most usual spelling.
    pub(crate) fn spelling(&self) -> &str {
        &self.spellings[0]
    }
}

/// The most spellings and sounds of a word that are kept.
const MOST: usize = 24;
/// The most hashes of a word in all.
const MOST_HASHES: usize = 60;
/// Groups of variants have 24 bits; full names are told from them by this one.
const A_FULL_NAME: u32 = 1 << 31;
/// The most skeletons of a word that are kept.
const MOST_SKELETONS: usize = 4;

fn add(all: &mut Vec<u32>, hash: u32) {
    if !all.contains(&hash) {
        all.push(hash);
    }
}

fn share(a: &[u32], b: &[u32]) -> bool {
    a.iter().any(|a| b.contains(a))
}

fn is_sign(letter: char) -> bool {
    matches!(letter as u32, 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

fn letters_of(spelling: &str) -> u32 {
    spelling.bytes().fold(0, |set, letter| set | 1 << (letter & 31))
}

/// FNV-1a, folded to 32 bits.
fn hash(of: u64, bytes: &[u8]) -> u32 {
    let start = (0xcbf2_9ce4_8422_2325_u64 ^ of).wrapping_mul(0x0100_0000_01b3);
    let hash =
        bytes.iter().fold(start, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    (hash ^ (hash >> 32)) as u32
}

/// All words seen so far.
#[derive(Debug, Default)]
pub(crate) struct Words {
    all: Vec<Word>,
    glances: Vec<Glance>,
    by_text: HashMap<Box<str>, WordId>,
    /// What a field reads as: most fields have been read before.
    by_field: HashMap<Box<str>, Box<[WordId]>>,
}

impl Words {
    /// The words of a field that must find partners.
    pub(crate) fn read(&mut self, field: &str) -> &[WordId] {
        if !self.by_field.contains_key(field) {
            let name = Name::read(field);
            let words = name.core().map(|word| self.word(word)).collect();
            self.by_field.insert(field.into(), words);
        }
        &self.by_field[field]
    }

    fn word(&mut self, word: &muster_names::Word) -> WordId {
        if let Some(known) = self.by_text.get(word.text.as_str()) {
            return *known;
        }
        let id = self.all.len() as WordId;
        let (glance, word_read) = Word::read(word);
        self.all.push(word_read);
        self.glances.push(glance);
        self.by_text.insert(word.text.as_str().into(), id);
        id
    }

    pub(crate) fn get(&self, id: WordId) -> &Word {
        &self.all[id as usize]
    }

    fn glance(&self, id: WordId) -> &Glance {
        &self.glances[id as usize]
    }

    /// How many people have the name.
    pub(crate) fn rarity(&self, id: WordId) -> Rarity {
        self.glance(id).rarity
    }

    /// How close two words are.
    pub(crate) fn closeness(&self, a: WordId, b: WordId) -> Closeness {
        if a == b {
            return Closeness::Same;
        }
        let (at_a, at_b) = (self.glance(a), self.glance(b));
        if at_a.initial || at_b.initial {
            let first = |word: WordId| self.get(word).spellings[0].bytes().next();
            return if first(a) == first(b) { Closeness::Initial } else { Closeness::Other };
        }
        let may_share = |kind: usize| at_a.has[kind] & at_b.has[kind] != 0;
        if may_share(0) && share(self.get(a).sounds(), self.get(b).sounds()) {
            return Closeness::Sound;
        }
        if may_share(2) && share(self.get(a).groups(), self.get(b).groups()) {
            return Closeness::Variant;
        }
        if may_share(1)
            && at_a.long[2].min(at_b.long[2]) >= 2
            && share(self.get(a).skeletons(), self.get(b).skeletons())
        {
            return Closeness::Consonants;
        }
        match self.edits(a, b) {
            Some(1) => Closeness::OneLetter,
            Some(_) => Closeness::Remote,
            None if self.near_consonants(a, b) => Closeness::Remote,
            None if at_a.signs != at_b.signs => Closeness::Unreadable,
            None if at_a.beginning != [0; 3] && at_a.beginning == at_b.beginning => Closeness::Beginning,
            None => Closeness::Other,
        }
    }

    /// The fewest edits between their spellings, if they are few.
    fn edits(&self, a: WordId, b: WordId) -> Option<usize> {
        let (at_a, at_b) = (self.glance(a), self.glance(b));
        let pairs = [(0, 0), (0, 1), (1, 0), (1, 1)];
        let distance = |(i, j): (usize, usize)| {
            let shorter = usize::from(at_a.long[i].min(at_b.long[j]));
            let allowed = muster_names::allowed_edits(shorter);
            if shorter == 0 || !at_a.may_be_near(i, at_b, j, allowed) {
                return None;
            }
            let [a, b] = [&self.get(a).spellings[i], &self.get(b).spellings[j]];
            distance_within(a.as_bytes(), b.as_bytes(), allowed)
        };
        pairs.into_iter().filter_map(distance).min()
    }

    fn near_consonants(&self, a: WordId, b: WordId) -> bool {
        let (at_a, at_b) = (self.glance(a), self.glance(b));
        at_a.long[2].min(at_b.long[2]) >= 4
            && at_a.may_be_near(2, at_b, 2, 1)
            && distance_within(self.get(a).skeleton.as_bytes(), self.get(b).skeleton.as_bytes(), 1).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str) -> Closeness {
        let mut words = Words::default();
        let (a, b) = (words.read(a)[0], words.read(b)[0]);
        assert_eq!(words.closeness(a, b), words.closeness(b, a));
        words.closeness(a, b)
    }

    #[test]
    fn a_name_in_two_scripts_sounds_the_same() {
        for (a, b) in [("Sofìâ", "Софія"), ("Shevchenko", "Шевченко"), ("გეგეშიძე", "Gegeshidze")]
        {
            assert!(check(a, b) <= Closeness::Sound, "{a} {b}: {:?}", check(a, b));
        }
    }

    #[test]
    fn variants_slips_and_initials_are_told_apart() {
        assert_eq!(check("Alexander", "Sasha"), Closeness::Variant);
        assert_eq!(check("Ollie", "Oliver"), Closeness::Variant);
        assert_eq!(check("William", "Robert"), Closeness::Other);
        assert_eq!(check("Hoshino", "Hpshino"), Closeness::OneLetter);
        assert_eq!(check("M", "Maria"), Closeness::Initial);
        assert_eq!(check("Kelly", "Byron"), Closeness::Other);
    }

    #[test]
    fn a_common_name_is_known_to_be_common() {
        let mut words = Words::default();
        let (maria, rare) = (words.read("Maria")[0], words.read("Bazavluchenko")[0]);
        assert!(words.rarity(maria) < words.rarity(rare));
    }
}
