//! Everything but the name: date and place of birth, nationality, sex, father, documents.
//!
//! Every comparison is between the subject's value and the entry's. No value weighs anything by itself.

use super::{align_words, born::born_level, reading::Read};
use crate::{Born, Entry, Field, Likeness, ListedDocument, MilliBits, Part, Sex, Subject, country};
use muster_names::{Name, Word, distance_within, plain_words};
use serde::{Deserialize, Serialize};

/// The fields of one side, ready to be compared.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Fields {
    born: Vec<(u16, u16, u8, u8, bool)>,
    nations: Vec<[u8; 2]>,
    sex: Option<Sex>,
    places: Vec<u64>,
    fathers: Vec<Read<Word>>,
    documents: Vec<String>,
}

/// One comparison: by which rule, in a word, how much; and which values of both sides.
struct Level {
    field: Field,
    rule: &'static str,
    likeness: Likeness,
    bits: i32,
    asked: usize,
    listed: usize,
}

/// The most that fields add together, without a document's whole number.
pub(crate) const MOST_OF_FIELDS: i32 = 9_000 + 2_000 + 500 + 2_500 + 8_400 + 8_000;

impl Fields {
    pub(crate) fn of_subject(subject: &Subject) -> Self {
        Self::of(
            &subject.born,
            &subject.nationalities,
            subject.sex,
            &subject.birthplaces,
            &subject.fathers,
            &subject.documents,
        )
    }

    pub(crate) fn of_entry(entry: &Entry) -> Self {
        Self::of(
            &entry.born,
            &entry.nationalities,
            entry.sex,
            &entry.birthplaces,
            &entry.fathers,
            &entry.documents,
        )
    }

    fn of(
        born: &[Born],
        nationalities: &[String],
        sex: Option<Sex>,
        places: &[String],
        fathers: &[String],
        documents: &[ListedDocument],
    ) -> Self {
        Self {
            born: born
                .iter()
                .map(|date| (date.year, date.to_year, date.month, date.day, date.about))
                .collect(),
            nations: nationalities.iter().flat_map(|name| country::codes(name)).collect(),
            sex,
            places: places.iter().flat_map(|place| place_words(place)).collect(),
            fathers: fathers.iter().map(|father| Read::of(&Name::read(father))).collect(),
            documents: documents.iter().map(|document| plain_number(&document.number)).collect(),
        }
    }

    /// Numbers by which a document is found.
    pub(crate) fn documents(&self) -> impl Iterator<Item = &str> {
        self.documents.iter().map(String::as_str).filter(|number| is_telling(number))
    }

    /// Whether a document of both sides has the same number.
    pub(crate) fn shares_document(&self, listed: &Self) -> bool {
        document(self, listed).is_some_and(|level| level.rule == SAME_DOCUMENT)
    }

    /// The sum of all comparisons.
    pub(crate) fn bits(&self, listed: &Self) -> i32 {
        let mut sum = 0;
        self.each(listed, |level| sum += level.bits);
        sum
    }

    fn each(&self, listed: &Self, mut take: impl FnMut(Level)) {
        let levels = [
            document(self, listed),
            born(self, listed),
            nationality(self, listed),
            birthplace(self, listed),
            sex(self, listed),
            father(self, listed),
        ];
        levels.into_iter().flatten().for_each(&mut take);
    }
}

/// The parts of all fields that either side has.
pub(crate) fn fields(subject: &Subject, asked: &Fields, entry: &Entry, listed: &Fields) -> Vec<Part> {
    let mut parts = Vec::new();
    asked.each(listed, |level| {
        let (a, l) = values(level.field, subject, entry, Some((level.asked, level.listed)));
        parts.push(Part {
            field: level.field,
            rule: level.rule,
            likeness: level.likeness,
            asked: a,
            listed: l,
            bits: MilliBits(level.bits),
        });
    });
    for (field, rule) in [
        (Field::Born, "born.unknown"),
        (Field::Nationality, "nationality.unknown"),
        (Field::Birthplace, "birthplace.unknown"),
        (Field::Sex, "sex.unknown"),
        (Field::Father, "father.unknown"),
    ] {
        if parts.iter().any(|part| part.field == field) {
            continue;
        }
        let (asked, listed) = values(field, subject, entry, None);
        if !asked.is_empty() || !listed.is_empty() {
            parts.push(Part { field, rule, likeness: Likeness::Unknown, asked, listed, bits: MilliBits(0) });
        }
    }
    parts
}

/// What both sides have of a field, as written; the values compared where it is one of several.
fn values(field: Field, subject: &Subject, entry: &Entry, which: Option<(usize, usize)>) -> (String, String) {
    let dates = |dates: &[Born], at: Option<usize>| match at {
        Some(at) => dates[at].to_string(),
        None => dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | "),
    };
    let sex = |sex: Option<Sex>| match sex {
        Some(Sex::Female) => "female".to_owned(),
        Some(Sex::Male) => "male".to_owned(),
        None => String::new(),
    };
    match field {
        Field::Name => Default::default(),
        Field::Born => (dates(&subject.born, which.map(|w| w.0)), dates(&entry.born, which.map(|w| w.1))),
        Field::Birthplace => (subject.birthplaces.join(" | "), entry.birthplaces.join(" | ")),
        Field::Nationality => (subject.nationalities.join(" | "), entry.nationalities.join(" | ")),
        Field::Sex => (sex(subject.sex), sex(entry.sex)),
        Field::Father => (subject.fathers.join(" | "), entry.fathers.join(" | ")),
        Field::Document => which.map_or_else(Default::default, |(a, l)| {
            (subject.documents[a].number.clone(), entry.documents[l].number.clone())
        }),
    }
}

fn born(asked: &Fields, listed: &Fields) -> Option<Level> {
    let date = |(year, to_year, month, day, about): (u16, u16, u8, u8, bool)| Born {
        year,
        to_year,
        month,
        day,
        about,
    };
    let mut best: Option<Level> = None;
    for (a, x) in asked.born.iter().enumerate() {
        for (l, y) in listed.born.iter().enumerate() {
            let (rule, likeness, bits) = born_level(date(*x), date(*y));
            if best.as_ref().is_none_or(|best| bits > best.bits) {
                best = Some(Level { field: Field::Born, rule, likeness, bits, asked: a, listed: l });
            }
        }
    }
    best
}

fn nationality(asked: &Fields, listed: &Fields) -> Option<Level> {
    if asked.nations.is_empty() || listed.nations.is_empty() {
        return None;
    }
    let level =
        |rule, likeness, bits| Level { field: Field::Nationality, rule, likeness, bits, asked: 0, listed: 0 };
    let any = |same: fn([u8; 2], [u8; 2]) -> bool| {
        asked.nations.iter().any(|a| listed.nations.iter().any(|l| same(*a, *l)))
    };
    Some(if any(|a, l| a == l) {
        level("nationality.same", Likeness::Same, 2_000)
    } else if any(country::compatible) {
        level("nationality.successor_state", Likeness::Similar, 500)
    } else {
        level("nationality.other", Likeness::Different, -2_500)
    })
}

fn birthplace(asked: &Fields, listed: &Fields) -> Option<Level> {
    if asked.places.is_empty() || listed.places.is_empty() {
        return None;
    }
    let level =
        |rule, likeness, bits| Level { field: Field::Birthplace, rule, likeness, bits, asked: 0, listed: 0 };
    Some(if asked.places.iter().any(|place| listed.places.contains(place)) {
        level("birthplace.shares_a_word", Likeness::Similar, 2_500)
    } else {
        level("birthplace.other", Likeness::Different, -500)
    })
}

fn sex(asked: &Fields, listed: &Fields) -> Option<Level> {
    let level = |rule, likeness, bits| Level { field: Field::Sex, rule, likeness, bits, asked: 0, listed: 0 };
    Some(if asked.sex? == listed.sex? {
        level("sex.same", Likeness::Same, 500)
    } else {
        level("sex.other", Likeness::Different, -4_000)
    })
}

fn father(asked: &Fields, listed: &Fields) -> Option<Level> {
    let pairs = asked.fathers.iter().flat_map(|a| listed.fathers.iter().map(move |l| align_words(a, l).bits));
    let level =
        |rule, likeness, bits| Level { field: Field::Father, rule, likeness, bits, asked: 0, listed: 0 };
    Some(match pairs.max()? {
        bits @ 6_000.. => level("father.same", Likeness::Same, bits.min(12_000) * 7 / 10),
        bits @ 0..6_000 => level("father.similar", Likeness::Similar, bits / 2),
        _ => level("father.other", Likeness::Different, -4_000),
    })
}

fn document(asked: &Fields, listed: &Fields) -> Option<Level> {
    let level = |rule, likeness, bits, asked, listed| Level {
        field: Field::Document,
        rule,
        likeness,
        bits,
        asked,
        listed,
    };
    let mut similar = None;
    for (a, x) in asked.documents.iter().enumerate().filter(|(_, number)| is_telling(number)) {
        for (l, y) in listed.documents.iter().enumerate() {
            if x == y {
                return Some(level(SAME_DOCUMENT, Likeness::Same, 25_000, a, l));
            }
            if x.len() >= 7 && distance_within(x.as_bytes(), y.as_bytes(), 1) == Some(1) {
                similar = Some(level("document.one_character", Likeness::Similar, 8_000, a, l));
            }
        }
    }
    similar
}

/// The rule that alerts alone.
pub(crate) const SAME_DOCUMENT: &str = "document.same_number";

/// A number without blanks and hyphens, in capitals.
fn plain_number(number: &str) -> String {
    number.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// Long enough, and with a digit: not a remark that stands where a number should.
fn is_telling(number: &str) -> bool {
    number.len() >= 5 && number.bytes().any(|byte| byte.is_ascii_digit())
}

/// The words of a place, hashed.
fn place_words(place: &str) -> Vec<u64> {
    let hash = |text: &str| {
        text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    };
    plain_words(place).iter().filter(|word| word.chars().count() >= 4).map(|word| hash(word)).collect()
}
