//! Two people's names: which word belongs to which, whatever the order of given and family name.

use crate::{
    person::{MOST_WORDS, Part, Person},
    words::{Closeness, Place, Rarity, WordId, Words},
};

pub(super) const GIVEN_RULES: [&str; 18] = [
    "given.unknown",
    "given.same_very_rare",
    "given.same_rare",
    "given.same_usual",
    "given.same_common",
    "given.same_everyday",
    "given.sounds_same_rare",
    "given.sounds_same_usual",
    "given.sounds_same_common",
    "given.variant",
    "given.consonants",
    "given.one_letter",
    "given.remote",
    "given.initial",
    "given.further_name_same",
    "given.same_beginning",
    "given.unreadable",
    "given.differs",
];
pub(super) const FAMILY_RULES: [&str; 20] = [
    "family.unknown",
    "family.same_very_rare",
    "family.same_rare",
    "family.same_usual",
    "family.same_common",
    "family.same_everyday",
    "family.sounds_same_rare",
    "family.sounds_same_usual",
    "family.sounds_same_common",
    "family.variant",
    "family.consonants",
    "family.one_letter",
    "family.remote",
    "family.initial",
    "family.one_same_others_differ",
    "family.same_beginning",
    "family.unreadable",
    "family.differs",
    "family.one_of_several_rare",
    "family.one_of_several_common",
];
pub(super) const MIDDLE_RULES: [&str; 5] =
    ["middle.unknown", "middle.same", "middle.nearly_same", "middle.initial", "middle.differs"];

/// Up to this level names are the same or sound the same.
pub(super) const LAST_SAME: usize = 8;
/// Up to this one they are similar.
pub(super) const LAST_SIMILAR: usize = 16;
pub(super) const DIFFERS: u8 = 17;
const FURTHER: u8 = 14;
const BEGINNING: u8 = 15;
const UNREADABLE: u8 = 16;
const ONE_OF_SEVERAL_RARE: u8 = 18;
const ONE_OF_SEVERAL_COMMON: u8 = 19;

/// The levels of given, family and middle names: those of the two names that agree best.
pub(super) fn levels(a: &Person, b: &Person, words: &Words) -> [u8; 3] {
    let mut best = None;
    let (all_a, all_b) = (a.names(), b.names());
    for left in all_a.each() {
        for right in all_b.each() {
            let found = two(left, right, words);
            if best.is_none_or(|best| found < best) {
                best = Some(found);
            }
        }
    }
    best.map_or([0; 3], |(_, levels)| levels)
}

/// Given names and family names of one name.
fn split(name: &[Part]) -> (&[Part], &[Part]) {
    name.split_at(name.iter().take_while(|part| part.place() != Place::Family).count())
}

/// How far apart two names are and their levels, in the order of words that fits best.
fn two(a: &[Part], b: &[Part], words: &Words) -> (u32, [u8; 3]) {
    let (split_a, split_b) = (split(a), split(b));
    let straight = pairs(split_a, split_b, words);
    if straight.0 <= 4 || !crosses(split_a, split_b, words) {
        return straight;
    }
    // The family name of one may be the first given name of the other.
    let swap_a =
        swapped(split_a).map(|(given, count, family)| pairs((&given[..count], &[family]), split_b, words));
    let swap_b =
        swapped(split_b).map(|(given, count, family)| pairs(split_a, (&given[..count], &[family]), words));
    // Two names that differ in both orders are told in the order written.
    let best = swap_a.into_iter().chain(swap_b).min();
    best.filter(|best| best.0 + 3 < straight.0).unwrap_or(straight)
}

/// The first given name as the family name, all others as given names: these, how many, that.
fn swapped((given, family): (&[Part], &[Part])) -> Option<([Part; MOST_WORDS], usize, Part)> {
    let (first, rest) = given.split_first()?;
    let mut all = [*first; MOST_WORDS];
    let count = all.iter_mut().zip(family.iter().chain(rest)).map(|(place, part)| *place = *part).count();
    Some((all, count, *first))
}

/// Whether a given name of one is like a family name of the other.
fn crosses(a: (&[Part], &[Part]), b: (&[Part], &[Part]), words: &Words) -> bool {
    let like = |given: &[Part], family: &[Part]| {
        let close = |a: Part, b: Part| words.closeness(a.word(), b.word()) < Closeness::Initial;
        given.first().is_some_and(|given| family.iter().any(|family| close(*given, *family)))
    };
    like(a.0, b.1) || like(b.0, a.1)
}

fn pairs((ga, fa): (&[Part], &[Part]), (gb, fb): (&[Part], &[Part]), words: &Words) -> (u32, [u8; 3]) {
    let (given, middle) = given(ga, gb, words);
    let family = family(fa, fb, words);
    let far = |level: u8| match level {
        0 => 5,
        1..=5 => 0,
        6..=8 | ONE_OF_SEVERAL_RARE | ONE_OF_SEVERAL_COMMON => 1,
        9..=11 => 2,
        12 | 13 | FURTHER | UNREADABLE => 4,
        BEGINNING => 6,
        _ => 9,
    };
    (far(given) + far(family), [given, family, middle])
}

fn same(word: WordId, words: &Words) -> u8 {
    match words.rarity(word) {
        Rarity::VeryRare => 1,
        Rarity::Rare => 2,
        Rarity::Usual => 3,
        Rarity::Common => 4,
        Rarity::Everyday => 5,
    }
}

/// The more frequent spelling says how rare a name is that two spell differently.
fn close(closeness: Closeness, a: Part, b: Part, words: &Words) -> u8 {
    match closeness {
        Closeness::Same | Closeness::Sound => match words.rarity(a.word()).min(words.rarity(b.word())) {
            Rarity::VeryRare | Rarity::Rare => 6,
            Rarity::Usual => 7,
            Rarity::Common | Rarity::Everyday => 8,
        },
        Closeness::Variant => 9,
        Closeness::Consonants => 10,
        Closeness::OneLetter => 11,
        Closeness::Remote => 12,
        Closeness::Initial => 13,
        Closeness::Beginning => BEGINNING,
        Closeness::Unreadable => UNREADABLE,
        Closeness::Other => DIFFERS,
    }
}

/// The level of the first given names, and that of the others.
fn given(a: &[Part], b: &[Part], words: &Words) -> (u8, u8) {
    let (Some((first_a, rest_a)), Some((first_b, rest_b))) = (a.split_first(), b.split_first()) else {
        return (0, 0);
    };
    let close_parts = |a: Part, b: Part| words.closeness(a.word(), b.word());
    let closeness = close_parts(*first_a, *first_b);
    let level = match closeness {
        Closeness::Same => same(first_a.word(), words),
        Closeness::Other | Closeness::Initial | Closeness::Beginning | Closeness::Unreadable => {
            let further = |one: Part, others: &[Part]| {
                others.iter().any(|other| close_parts(one, *other) <= Closeness::Variant)
            };
            if further(*first_a, rest_b) || further(*first_b, rest_a) {
                FURTHER
            } else {
                close(closeness, *first_a, *first_b, words)
            }
        }
        other => close(other, *first_a, *first_b, words),
    };
    let middle = rest_a.iter().flat_map(|a| rest_b.iter().map(|b| close_parts(*a, *b))).min();
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
fn family(a: &[Part], b: &[Part], words: &Words) -> u8 {
    let close_parts = |a: Part, b: Part| words.closeness(a.word(), b.word());
    let best = (0..a.len())
        .flat_map(|i| (0..b.len()).map(move |j| (i, j)))
        .map(|(i, j)| (close_parts(a[i], b[j]), i, j))
        .min();
    let Some((closeness, i, j)) = best else { return 0 };
    if a.len() == 1 && b.len() == 1 || closeness >= Closeness::Beginning {
        return if closeness == Closeness::Same {
            same(a[i].word(), words)
        } else {
            close(closeness, a[i], b[j], words)
        };
    }
    let without = |all: usize, at: usize| (0..all).filter(move |other| *other != at);
    let left = without(a.len(), i)
        .flat_map(|i| without(b.len(), j).map(move |j| (i, j)))
        .map(|(i, j)| (close_parts(a[i], b[j]), i))
        .min();
    match (closeness, left) {
        (_, Some((left, _))) if left >= Closeness::Initial => FURTHER,
        (Closeness::Same | Closeness::Sound, None) => {
            if words.rarity(a[i].word()) >= Rarity::Rare {
                ONE_OF_SEVERAL_RARE
            } else {
                ONE_OF_SEVERAL_COMMON
            }
        }
        (Closeness::Same, Some((Closeness::Same, other))) => {
            same(a[i].word(), words).min(same(a[other].word(), words))
        }
        (closeness, Some((left, _))) => close(closeness.max(left), a[i], b[j], words),
        (closeness, None) => close(closeness, a[i], b[j], words),
    }
}
