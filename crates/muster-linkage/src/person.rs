//! A record prepared for comparing: small, and read once.

use crate::{
    fold,
    places::{PlaceId, Places},
    record::{Born, Record, Sex, WrittenName},
    words::{Place, WordId, Words},
};
use muster_vocab::{Country, DocumentKind};
use smallvec::SmallVec;

/// A word of a name and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part(u32);

impl Part {
    const BETWEEN: Self = Self(3);

    /// In ASCII.
    fn written(self) -> [char; WRITTEN] {
        std::array::from_fn(|at| char::from((self.0 >> (7 * at) & 0x7f) as u8))
    }

    fn read(written: &[u8]) -> Self {
        Self(written.iter().rev().fold(0, |all, byte| all << 7 | u32::from(*byte)))
    }

    const fn new(word: WordId, place: Place) -> Self {
        Self(word << 2 | place as u32)
    }

    pub(crate) const fn word(self) -> WordId {
        self.0 >> 2
    }

    pub(crate) const fn place(self) -> Place {
        match self.0 & 3 {
            0 => Place::Given,
            1 => Place::Middle,
            _ => Place::Family,
        }
    }
}

/// What is told as text: kept in one piece, before each its kind and its length, so that nothing is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Text {
    Passport,
    IdentityCard,
    OtherDocument,
    Phone,
    Email,
    Address,
    /// The words of all names, if they are many.
    Names,
}

impl Text {
    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A bit for each kind of document.
const DOCUMENTS: u8 = Text::Passport.bit() | Text::IdentityCard.bit() | Text::OtherDocument.bit();

/// A record, prepared. `Debug` is not there: it is personal throughout. It fills one line of a cache: that much is read of
/// each candidate.
#[derive(Clone, PartialEq, Eq)]
#[repr(align(64))]
pub(crate) struct Person {
    /// The words of every name, given names first, family names last; between and behind names stands
    /// [`Part::BETWEEN`]. Where they are too many, they lie among the texts.
    names: [Part; SHORT],
    texts: Box<str>,
    /// What the numbers are told apart by without being read.
    signs: Signs,
    /// A bit for each [`Text`] that was told.
    told: u8,
    pub(crate) birthplace: PlaceId,
    pub(crate) town: PlaceId,
    pub(crate) born: Born,
    pub(crate) nations: [Land; 2],
    pub(crate) residence: Land,
    pub(crate) sex: Option<Sex>,
}

/// So many words of all names lie in the record itself.
const SHORT: usize = 4;

/// The words of all names, one after another.
pub(crate) struct Names(SmallVec<[Part; SHORT]>);

impl Names {
    /// The words of each name.
    pub(crate) fn each(&self) -> impl Iterator<Item = &[Part]> {
        self.0.split(|part| *part == Part::BETWEEN).filter(|name| !name.is_empty())
    }
}

/// A country in two bytes; 0 is unknown.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Land(u16);

impl Land {
    fn of(country: Option<&Country>) -> Self {
        Self(
            country
                .map_or(0, |country| country.code().bytes().fold(0, |all, byte| all << 8 | u16::from(byte))),
        )
    }

    pub(crate) const fn is_known(self) -> bool {
        self.0 != 0
    }

    pub(crate) const fn number(self) -> u64 {
        self.0 as u64
    }
}

/// The most names of one record that are compared.
const MOST_NAMES: usize = 4;
/// The most words of one name.
pub(crate) const MOST_WORDS: usize = 12;
/// A word of a name among the texts has so many signs of seven bits.
const WRITTEN: usize = 5;
/// The longest text kept.
const LONGEST: usize = 255;
/// Before a text stand three bytes of ASCII: its kind, and its length in two times seven bits.
const HEAD: usize = 3;

impl Person {
    pub(crate) fn read(record: &Record, words: &mut Words, places: &mut Places) -> Self {
        let mut names: Vec<Vec<Part>> = Vec::new();
        for name in record.names.iter().take(MOST_NAMES) {
            let parts = parts(name, words);
            if !parts.is_empty() && !names.contains(&parts) {
                names.push(parts);
            }
        }
        let names = names.join(&Part::BETWEEN);
        let mut texts = texts(record);
        let mut short = [Part::BETWEEN; SHORT];
        match short.get_mut(..names.len()) {
            Some(places) => places.copy_from_slice(&names),
            None => add(
                &mut texts,
                Text::Names,
                &names.iter().flat_map(|part| part.written()).collect::<String>(),
            ),
        }
        let mut nations = record.nationalities.clone();
        nations.sort_unstable();
        nations.dedup();
        let mut person = Self {
            names: short,
            texts: texts.into(),
            signs: Signs::default(),
            told: 0,
            birthplace: places.id(&record.birthplace),
            town: places.id(&record.town),
            born: record.born.unwrap_or_default(),
            nations: [nations.first(), nations.get(1)].map(Land::of),
            residence: Land::of(record.residence.as_ref()),
            sex: record.sex.filter(|sex| *sex != Sex::Unspecified),
        };
        let (mut signs, mut told) = (Signs::default(), 0);
        for (kind, text) in person.every_text() {
            told |= 1 << kind;
            signs.add(kind, text);
        }
        (person.signs, person.told) = (signs, told);
        person
    }

    /// The words of all names.
    pub(crate) fn names(&self) -> Names {
        if self.told & Text::Names.bit() == 0 {
            return Names(self.names.into());
        }
        Names(
            self.texts(Text::Names)
                .flat_map(|text| text.as_bytes().chunks(WRITTEN))
                .map(Part::read)
                .collect(),
        )
    }

    /// Whether both told a text of one kind.
    pub(crate) const fn both_told(&self, other: &Self, kind: Text) -> bool {
        self.told & other.told & kind.bit() != 0
    }

    /// Whether either told a text of one kind.
    pub(crate) const fn either_told(&self, other: &Self, kind: Text) -> bool {
        (self.told | other.told) & kind.bit() != 0
    }

    /// Whether both told a document of one kind.
    pub(crate) const fn both_told_document(&self, other: &Self) -> bool {
        self.told & other.told & DOCUMENTS != 0
    }

    /// How many of document, telephone and e-mail address were told.
    pub(crate) fn numbers_told(&self) -> u32 {
        [DOCUMENTS, Text::Phone.bit(), Text::Email.bit()]
            .into_iter()
            .map(|kinds| u32::from(self.told & kinds != 0))
            .sum()
    }

    /// Whether a document of one may be nearly that of the other; if not, they differ.
    pub(crate) const fn documents_may_be_near(&self, other: &Self) -> bool {
        self.signs.documents & other.signs.documents != 0
    }

    /// Whether a telephone number of one may be nearly that of the other; if not, they differ.
    pub(crate) const fn phones_may_be_near(&self, other: &Self) -> bool {
        self.signs.phones & other.signs.phones != 0
    }

    /// Whether they may have an e-mail address in common.
    pub(crate) const fn emails_may_be_same(&self, other: &Self) -> bool {
        self.signs.emails & other.signs.emails != 0
    }

    /// Whether they may have a telephone, an e-mail address or an address in common.
    pub(crate) const fn may_share_household(&self, other: &Self) -> bool {
        self.phones_may_be_near(other)
            || self.emails_may_be_same(other)
            || self.both_told(other, Text::Address)
    }

    /// Its texts of a kind.
    pub(crate) fn texts(&self, of: Text) -> impl Iterator<Item = &str> {
        self.every_text().filter(move |(kind, _)| *kind == of as u8).map(|(_, text)| text)
    }

    fn every_text(&self) -> impl Iterator<Item = (u8, &str)> {
        let mut rest: &str = &self.texts;
        std::iter::from_fn(move || {
            let [kind, high, low] = *rest.as_bytes().first_chunk()?;
            let (text, others) = rest[HEAD..].split_at(usize::from(high) << 7 | usize::from(low));
            rest = others;
            Some((kind, text))
        })
    }

    /// The documents of all kinds: kind and number.
    pub(crate) fn documents(&self) -> impl Iterator<Item = (u8, &str)> {
        self.every_text().filter(|(kind, _)| *kind <= Text::OtherDocument as u8)
    }

    /// The words of every name.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Part> {
        self.names().0.into_iter().filter(|part| *part != Part::BETWEEN)
    }
}

/// A few bits for each number: where two people have none in common, their numbers differ in more than one sign.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Signs {
    documents: u32,
    phones: u32,
    emails: u32,
}

/// How many signs at the beginning and at the end make a bit each.
const AT_EITHER_END: usize = 3;

impl Signs {
    fn add(&mut self, kind: u8, text: &str) {
        let bit = |text: &[u8]| 1_u32 << (fold::hash(text).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 59);
        let text = text.as_bytes();
        // One slip changes the beginning or the end, and not both; unless they touch.
        let ends = || {
            if text.len() > 2 * AT_EITHER_END {
                bit(&text[..AT_EITHER_END]) | bit(&text[text.len() - AT_EITHER_END..])
            } else {
                u32::MAX
            }
        };
        if kind <= Text::OtherDocument as u8 {
            self.documents |= ends();
        } else if kind == Text::Phone as u8 {
            self.phones |= ends();
        } else if kind == Text::Email as u8 {
            self.emails |= bit(text);
        }
    }
}

fn parts(name: &WrittenName, words: &mut Words) -> Vec<Part> {
    let mut parts = Vec::new();
    for (text, place) in
        [(&name.given, Place::Given), (&name.middle, Place::Middle), (&name.family, Place::Family)]
    {
        if !text.trim().is_empty() {
            parts.extend(words.read(text.trim()).iter().map(|word| Part::new(*word, place)));
        }
    }
    parts.truncate(MOST_WORDS);
    in_one_piece(&mut parts);
    parts
}

/// A name written in one piece: the first word is taken for the given name, or the last for the family name. The other
/// order is tried anyway.
fn in_one_piece(parts: &mut [Part]) {
    let places = |place| {
        parts.iter().filter(|part| (part.place() == Place::Family) == (place == Place::Family)).count()
    };
    let (given, family) = (places(Place::Given), places(Place::Family));
    if given == 0 && family >= 2 {
        parts[0] = Part::new(parts[0].word(), Place::Given);
    } else if family == 0 && given >= 2 {
        let last = given - 1;
        parts[last] = Part::new(parts[last].word(), Place::Family);
    }
}

fn add(texts: &mut String, kind: Text, text: &str) {
    if !text.is_empty() && text.len() <= LONGEST {
        texts.push(char::from(kind as u8));
        texts.extend([text.len() >> 7, text.len() & 0x7f].map(|part| char::from(part as u8)));
        texts.push_str(text);
    }
}

fn texts(record: &Record) -> String {
    let mut texts = String::new();
    let mut add = |kind: Text, text: &str| add(&mut texts, kind, text);
    for paper in &record.documents {
        let kind = match paper.kind {
            DocumentKind::Passport => Text::Passport,
            DocumentKind::IdentityCard => Text::IdentityCard,
            DocumentKind::Other => Text::OtherDocument,
        };
        let number = fold::number(&paper.number);
        if number.chars().count() >= 4 {
            add(kind, &number);
        }
    }
    for phone in &record.phones {
        add(Text::Phone, &fold::phone(phone).unwrap_or_default());
    }
    for email in &record.emails {
        add(Text::Email, &fold::email(email).unwrap_or_default());
    }
    for word in muster_names::plain_words(&record.address) {
        add(Text::Address, &word);
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_fits_into_one_line_of_a_cache() {
        assert_eq!(size_of::<Option<Person>>(), 64);
    }

    #[test]
    fn many_words_are_read_back_as_they_were_written() {
        let (mut words, mut places) = (Words::default(), Places::default());
        let name = |given: &str, family: &str| WrittenName {
            given: given.into(),
            family: family.into(),
            ..WrittenName::default()
        };
        let names = vec![name("Ana Maria Luisa", "Gomez Perez"), name("Анна", "Гомес")];
        let record = Record { names, phones: vec!["+34 600 123 456".into()], ..Record::default() };
        let person = Person::read(&record, &mut words, &mut places);
        let read: Vec<Vec<&str>> = person
            .names()
            .each()
            .map(|name| name.iter().map(|part| words.get(part.word()).spelling()).collect())
            .collect();
        assert_eq!(read, [vec!["ana", "maria", "luisa", "gomez", "perez"], vec!["anna", "gomes"]]);
        assert_eq!(person.texts(Text::Phone).collect::<Vec<_>>(), ["600123456"]);
    }
}
