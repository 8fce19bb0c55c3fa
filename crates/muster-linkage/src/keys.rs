//! Under which keys a person is found: two records of one person should share at least one.
//!
//! No key is of a bare name or a bare date: each puts several things together, or is a number somebody was given.
//! Parts are ordered by value, not by place, so that swapped names and swapped days and months meet.

use crate::{
    fold::hash,
    person::{Person, Text},
    record::Born,
    words::{Place, Word, Words},
};

/// A key, hashed. A collision costs a comparison, never an answer.
pub(crate) type Key = u32;

/// Whoever told fewer of document, telephone and e-mail address is found by less, too.
const NUMBERS: u32 = 2;

/// What a key is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    /// A document's number, with its kind.
    Document = 1,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// The date of birth with a name, whichever of them.
    BornName,
    /// The date of birth but for one part, with a name, the nationality and the sex.
    NearlyBornName,
    /// The date of birth with the place of birth.
    BornPlace,
    /// Two names.
    Names,
    /// Two names that many have, and the year of birth.
    NamesYear,
    /// Two names that many have, and the place of birth.
    NamesPlace,
    /// A word of the address with a name.
    Address,
    /// One name and the place of birth.
    NameBirthplace,
    /// One name and the town.
    NameTown,
    /// One name and the place of birth that many have, and the town.
    NamePlaces,
    /// One name, a birthday, or a part of an e-mail address, of people who told little else.
    Rare,
}

impl Family {
    /// A key of this kind that more share tells nobody apart. It is closed: whom it held is found by keys that say more.
    pub(crate) const fn most(self) -> usize {
        match self {
            Self::NameBirthplace | Self::NameTown | Self::Rare => 16,
            Self::Address | Self::NamePlaces | Self::Names | Self::NearlyBornName => 40,
            _ => 100,
        }
    }
}

/// The keys that take the place of one that is closed: each says more.
pub(crate) fn finer((key, family): (Key, Family), person: &Person) -> impl Iterator<Item = (Key, Family)> {
    let (year, birthplace, town) = (u32::from(person.born.year), person.birthplace, person.town);
    let more = match family {
        Family::Names => [(Family::NamesYear, year), (Family::NamesPlace, birthplace)],
        Family::NameBirthplace => [(Family::NamePlaces, town), (Family::NamePlaces, 0)],
        _ => [(family, 0); 2],
    };
    let known = more.into_iter().filter(|(_, part)| *part != 0);
    known.map(move |(family, part)| (mix(family as u64, &[key.into(), part.into()]), family))
}

/// The keys of a person with what each is of.
pub(crate) struct Keys {
    found: Vec<(Key, Family)>,
}

impl Keys {
    /// Every key once.
    pub(crate) fn of(person: &Person, words: &Words) -> Vec<(Key, Family)> {
        let mut keys = Self { found: Vec::with_capacity(40) };
        keys.numbers(person);
        let codes = Codes::of(person, words);
        keys.dates(person, &codes);
        for pair in &codes.pairs {
            keys.add(Family::Names, &[*pair]);
        }
        keys.places(person, &codes);
        if person.numbers_told() < NUMBERS {
            keys.rare(person, &codes);
        }
        keys.found.sort_unstable_by_key(|(key, _)| *key);
        keys.found.dedup_by_key(|(key, _)| *key);
        keys.found
    }

    fn add(&mut self, family: Family, parts: &[u64]) {
        self.found.push((mix(family as u64, parts), family));
    }

    fn numbers(&mut self, person: &Person) {
        for (kind, number) in person.documents() {
            self.add(Family::Document, &[kind.into(), hash(number)]);
        }
        for phone in person.texts(Text::Phone) {
            self.add(Family::Phone, &[hash(phone)]);
        }
        for email in person.texts(Text::Email) {
            self.add(Family::Email, &[hash(email)]);
        }
    }

    fn dates(&mut self, person: &Person, codes: &Codes) {
        let Born { year, month, day } = person.born;
        if day == 0 {
            return;
        }
        let year = u64::from(year);
        let day_month = unordered(month, day);
        for code in codes.leading.iter().chain(&codes.further) {
            self.add(Family::BornName, &[year, day_month, *code]);
        }
        let nation = person.nations[0].number();
        let sex = person.sex.map_or(0, |sex| 1 + sex as u64);
        for code in &codes.usual {
            self.add(Family::NearlyBornName, &[1, year, month.into(), *code, nation, sex]);
            self.add(Family::NearlyBornName, &[2, year, day.into(), *code, nation, sex]);
            self.add(Family::NearlyBornName, &[3, day_month, *code, nation, sex]);
        }
        if person.birthplace != 0 {
            self.add(Family::BornPlace, &[year, day_month, person.birthplace.into()]);
        }
        if person.town != 0 {
            self.add(Family::BornPlace, &[year, day_month, person.town.into()]);
        }
    }

    /// By what people are found who told so little that each part of it must do: it closes where many share it.
    fn rare(&mut self, person: &Person, codes: &Codes) {
        for code in &codes.leading {
            self.add(Family::Rare, &[1, *code]);
        }
        let Born { year, month, day } = person.born;
        if day != 0 {
            self.add(Family::Rare, &[2, year.into(), unordered(month, day)]);
        }
        for email in person.texts(Text::Email) {
            if let Some((local, domain)) = email.split_once('@') {
                self.add(Family::Rare, &[3, hash(local)]);
                self.add(Family::Rare, &[4, hash(domain)]);
            }
        }
    }

    fn places(&mut self, person: &Person, codes: &Codes) {
        for code in &codes.leading {
            for (family, place) in
                [(Family::NameBirthplace, person.birthplace), (Family::NameTown, person.town)]
            {
                if place != 0 {
                    self.add(family, &[*code, place.into()]);
                }
            }
            for word in person.texts(Text::Address).filter(|word| word.len() >= 4) {
                self.add(Family::Address, &[hash(word), *code]);
            }
        }
    }
}

/// By what the words of a person's names are found.
#[derive(Default)]
struct Codes {
    /// Of every other word.
    further: Vec<u64>,
    /// Of the words people keep: the first given name, the first and the last family name.
    leading: Vec<u64>,
    /// Of those, as they are usually read.
    usual: Vec<u64>,
    /// Of a given and a family name together.
    pairs: Vec<u64>,
}

/// Codes of one word that two names together are found by.
const CODES_IN_PAIRS: usize = 2;

impl Codes {
    fn of(person: &Person, words: &Words) -> Self {
        let mut codes = Self::default();
        for name in person.names().each() {
            let place = |place| name.iter().filter(move |part| part.place() == place);
            let given = place(Place::Given).next().or_else(|| place(Place::Middle).next());
            let (first, last) = (place(Place::Family).next(), place(Place::Family).next_back());
            let last = last.filter(|last| Some(*last) != first);
            let leading = |part| word_codes(words.get(part)).take(CODES_IN_PAIRS);
            for part in [given, first, last].into_iter().flatten() {
                codes.leading.extend(leading(part.word()));
                codes.usual.extend(leading(part.word()).take(1));
            }
            let leads = [given, first, last];
            for part in name.iter().filter(|part| !leads.contains(&Some(*part))) {
                codes.further.extend(word_codes(words.get(part.word())));
            }
            let Some(given) = given else { continue };
            for family in [first, last].into_iter().flatten() {
                for a in leading(given.word()) {
                    for b in leading(family.word()) {
                        codes.pairs.push(mix(0, &[a.min(b), a.max(b)]).into());
                    }
                }
            }
        }
        for all in [&mut codes.further, &mut codes.leading, &mut codes.usual, &mut codes.pairs] {
            all.sort_unstable();
            all.dedup();
        }
        codes
    }
}

/// The codes of a word: its consonants as usually read and its first group of variants, then other readings.
fn word_codes(word: &Word) -> impl Iterator<Item = u64> {
    let (usual, others) = word.skeletons().split_at(word.skeletons().len().min(1));
    let group = word.groups().first().map(|group| 1 << 32 | u64::from(*group));
    let skeleton = |skeleton: &u32| u64::from(*skeleton);
    usual
        .iter()
        .map(skeleton)
        .chain(group)
        .chain(others.iter().take(1).map(skeleton))
        .filter(|_| !word.initial)
}

fn unordered(month: u8, day: u8) -> u64 {
    u64::from(month.min(day)) << 8 | u64::from(month.max(day))
}

/// Puts parts together (the finaliser of SplitMix64 after each).
fn mix(of: u64, parts: &[u64]) -> u32 {
    let mixed = parts.iter().fold(of.wrapping_mul(0x9e37_79b9_7f4a_7c15), |hash, part| {
        let mut hash = (hash ^ part).wrapping_add(0x9e37_79b9_7f4a_7c15);
        hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        hash ^ (hash >> 31)
    });
    (mixed >> 32) as u32
}
