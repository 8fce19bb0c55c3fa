//! Two people's names: which word belongs to which, whatever the order of given and family name.

use crate::{
    person::{Part, Person},
    words::{Closeness, Place, Rarity, WordId, Words},
};

pub(super) const GIVEN_RULES: [&str; 15] = [
    "given.unknown",
    "given.same_rare",
    "given.same_usual",
    "given.same_common",
    "given.sounds_same",
    "given.sounds_same_common",
    "given.variant",
    "given.consonants",
    "given.one_letter",
    "given.remote",
    "given.initial",
    "given.further_name_same",
    "given.differs",
    "given.same_beginning",
    "given.unreadable",
];
pub(super) const FAMILY_RULES: [&str; 15] = [
    "family.unknown",
    "family.same_rare",
    "family.same_usual",
    "family.same_common",
    "family.sounds_same",
    "family.one_of_several",
    "family.variant",
    "family.consonants",
    "family.one_letter",
    "family.remote",
    "family.initial",
    "family.one_same_others_differ",
    "family.differs",
    "family.same_beginning",
    "family.unreadable",
];
pub(super) const MIDDLE_RULES: [&str; 5] =
    ["middle.unknown", "middle.same", "middle.nearly_same", "middle.initial", "middle.differs"];

pub(super) const DIFFERS: u8 = 12;
const FURTHER: u8 = 11;
const BEGINNING: u8 = 13;
const UNREADABLE: u8 = 14;

/// The levels of given, family and middle names: those of the two names that agree best.
pub(super) fn levels(a: &Person, b: &Person, words: &Words) -> [u8; 3] {
    let mut best = None;
    for left in &a.names {
        for right in &b.names {
            let found = two(left, right, words);
            if best.is_none_or(|(rank, _)| found.0 < rank) {
                best = Some(found);
            }
        }
    }
    best.map_or([0; 3], |(_, levels)| levels)
}

/// The words of one name by their places.
struct Split {
    given: Vec<WordId>,
    family: Vec<WordId>,
}

impl Split {
    fn of(name: &[Part]) -> Self {
        let place = |wanted: &[Place]| -> Vec<WordId> {
            name.iter().filter(|part| wanted.contains(&part.place())).map(|part| part.word()).collect()
        };
        let (mut given, mut family) = (place(&[Place::Given, Place::Middle]), place(&[Place::Family]));
        // A name written in one piece: the first word is taken for the given name; the other order is tried anyway.
        if given.is_empty() && family.len() >= 2 {
            given.push(family.remove(0));
        } else if family.is_empty() && given.len() >= 2 {
            family.extend(given.pop());
        }
        Self { given, family }
    }
}

/// How far apart two names are and their levels, in the order of words that fits best.
fn two(a: &[Part], b: &[Part], words: &Words) -> (u32, [u8; 3]) {
    let (a, b) = (Split::of(a), Split::of(b));
    let straight = pairs(&a.given, &a.family, &b.given, &b.family, words);
    if straight.0 <= 4 {
        return straight;
    }
    // Swapped: the family name of one is the first given name of the other.
    let (family_b, given_b) = match (b.given.split_first(), b.family.len()) {
        (Some((first, rest)), 1..) => {
            let given: Vec<WordId> = b.family.iter().chain(rest).copied().collect();
            (vec![*first], given)
        }
        (None, 1..) => (Vec::new(), b.family.clone()),
        (Some(_), 0) => (b.given.clone(), Vec::new()),
        (None, 0) => return straight,
    };
    let swapped = pairs(&a.given, &a.family, &given_b, &family_b, words);
    // Two names that differ in both orders are told in the order written.
    if swapped.0 + 3 < straight.0 { swapped } else { straight }
}

fn pairs(ga: &[WordId], fa: &[WordId], gb: &[WordId], fb: &[WordId], words: &Words) -> (u32, [u8; 3]) {
    let (given, middle) = given(ga, gb, words);
    let family = family(fa, fb, words);
    let far = |level: u8| match level {
        0 => 5,
        1..=3 => 0,
        4 | 5 => 1,
        6..=8 => 2,
        9 | 10 | FURTHER | UNREADABLE => 4,
        BEGINNING => 6,
        _ => 9,
    };
    (far(given) + far(family), [given, family, middle])
}

fn same(word: WordId, words: &Words) -> u8 {
    match words.get(word).rarity {
        Rarity::Rare => 1,
        Rarity::Usual => 2,
        Rarity::Common => 3,
    }
}

fn close(closeness: Closeness) -> u8 {
    match closeness {
        Closeness::Same | Closeness::Sound => 4,
        Closeness::Variant => 6,
        Closeness::Consonants => 7,
        Closeness::OneLetter => 8,
        Closeness::Remote => 9,
        Closeness::Initial => 10,
        Closeness::Beginning => BEGINNING,
        Closeness::Unreadable => UNREADABLE,
        Closeness::Other => DIFFERS,
    }
}

/// The level of the first given names, and that of the others.
fn given(a: &[WordId], b: &[WordId], words: &Words) -> (u8, u8) {
    let (Some((first_a, rest_a)), Some((first_b, rest_b))) = (a.split_first(), b.split_first()) else {
        return (0, 0);
    };
    let closeness = words.closeness(*first_a, *first_b);
    let common = |word: WordId| words.get(word).rarity == Rarity::Common;
    let level = match closeness {
        Closeness::Same => same(*first_a, words),
        Closeness::Sound if common(*first_a) && common(*first_b) => 5,
        Closeness::Other | Closeness::Initial | Closeness::Beginning | Closeness::Unreadable => {
            let further = |one: WordId, others: &[WordId]| {
                others.iter().any(|other| words.closeness(one, *other) <= Closeness::Variant)
            };
            if further(*first_a, rest_b) || further(*first_b, rest_a) { FURTHER } else { close(closeness) }
        }
        other => close(other),
    };
    let middle = rest_a.iter().flat_map(|a| rest_b.iter().map(|b| words.closeness(*a, *b))).min();
    let middle = match middle {
        None | Some(Closeness::Unreadable) => 0,
        Some(Closeness::Same | Closeness::Sound) => 1,
        Some(Closeness::Variant | Closeness::Consonants | Closeness::OneLetter) => 2,
        Some(Closeness::Initial) => 3,
        Some(Closeness::Remote | Closeness::Beginning | Closeness::Other) => 4,
    };
    (level, middle)
}

/// The level of the family names: the best pair, and whether others are left over.
fn family(a: &[WordId], b: &[WordId], words: &Words) -> u8 {
    let best = (0..a.len())
        .flat_map(|i| (0..b.len()).map(move |j| (i, j)))
        .map(|(i, j)| (words.closeness(a[i], b[j]), i, j))
        .min();
    let Some((closeness, i, j)) = best else { return 0 };
    if a.len() == 1 && b.len() == 1 || closeness >= Closeness::Beginning {
        return if closeness == Closeness::Same { same(a[i], words) } else { close(closeness) };
    }
    let rest = |all: &[WordId], at: usize| -> Vec<WordId> {
        all.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, word)| *word).collect()
    };
    let (rest_a, rest_b) = (rest(a, i), rest(b, j));
    let left = rest_a.iter().flat_map(|a| rest_b.iter().map(|b| words.closeness(*a, *b))).min();
    match (closeness, left) {
        (_, Some(Closeness::Other | Closeness::Initial | Closeness::Beginning | Closeness::Unreadable)) => {
            FURTHER
        }
        (Closeness::Same | Closeness::Sound, None) => 5,
        (Closeness::Same, Some(Closeness::Same)) => same(a[i], words).min(same(rest_a[0], words)),
        (closeness, Some(left)) => close(closeness.max(left)),
        (closeness, None) => close(closeness),
    }
}
