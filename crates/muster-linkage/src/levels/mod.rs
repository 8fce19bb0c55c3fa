//! How two people compare, field by field: one level each, and a level has a name.

mod born;
mod names;
pub(crate) mod numbers;
mod where_from;

use crate::{
    answer::MilliBits,
    evidence::Likeness,
    person::{Person, Text},
    places::Places,
    weights::Weights,
    words::Words,
};
use serde::Serialize;

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The first given name.
    Given,
    /// The family names.
    Family,
    /// Further given names, the patronymic.
    Middle,
    /// The date of birth.
    Born,
    /// Numbers of documents of one kind.
    Document,
    /// Telephone numbers.
    Phone,
    /// E-mail addresses.
    Email,
    /// Place of birth and nationality, which go together.
    Origin,
    /// Street, number, postal code.
    Address,
    /// Town and country of residence, which go together.
    Residence,
    /// The sex.
    Sex,
}

/// Every field, in the order of evidence.
pub(crate) const FIELDS: [Field; 11] = [
    Field::Given,
    Field::Family,
    Field::Middle,
    Field::Born,
    Field::Document,
    Field::Phone,
    Field::Email,
    Field::Origin,
    Field::Address,
    Field::Residence,
    Field::Sex,
];

/// How many fields there are.
pub(crate) const COUNT: usize = FIELDS.len();
/// No field has more levels.
pub(crate) const MOST_LEVELS: usize = 20;

/// The level of each field; 0 is unknown on one side or both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Levels(pub(crate) [u8; COUNT]);

/// Not compared yet: anything may come.
pub(crate) const OPEN: u8 = u8::MAX;
/// Not compared yet: anything but the same may come.
pub(crate) const NOT_SAME: u8 = OPEN - 1;

/// Two people whose levels are found one after another: what takes little first, numbers last.
struct Comparing<'a> {
    a: &'a Person,
    b: &'a Person,
    levels: Levels,
}

impl<'a> Comparing<'a> {
    const fn new(a: &'a Person, b: &'a Person) -> Self {
        Self { a, b, levels: Levels([OPEN; COUNT]) }
    }

    fn set(&mut self, field: Field, level: u8) {
        self.levels.0[field as usize] = level;
    }

    /// What lies in the people themselves, and whatever only one of them told.
    fn dates_and_places(&mut self, places: &Places) {
        let (a, b) = (self.a, self.b);
        self.set(Field::Born, born::of(a, b));
        self.set(Field::Origin, where_from::origin(a, b, places));
        self.set(Field::Residence, where_from::residence(a, b, places));
        self.set(
            Field::Sex,
            match (a.sex, b.sex) {
                (Some(a), Some(b)) => 2 - u8::from(a == b),
                _ => 0,
            },
        );
        let seen = |both: bool, near: bool, otherwise: u8| match (both, near) {
            (false, _) => 0,
            (true, false) => otherwise,
            (true, true) => OPEN,
        };
        let documents = seen(a.both_told_document(b), a.documents_may_be_near(b), numbers::DIFFERS);
        let phones = seen(a.both_told(b, Text::Phone), a.phones_may_be_near(b), numbers::DIFFERS);
        // One address alone may be made of the other's name.
        let emails = seen(a.either_told(b, Text::Email), a.emails_may_be_same(b), NOT_SAME);
        self.set(Field::Document, documents);
        self.set(Field::Phone, phones);
        self.set(Field::Email, emails);
        self.set(Field::Address, seen(a.both_told(b, Text::Address), true, 0));
    }

    /// Numbers and addresses, once the names are known.
    fn texts(&mut self, words: &Words) {
        let (a, b) = (self.a, self.b);
        for (field, level) in [
            (Field::Document, numbers::document as fn(&Person, &Person) -> u8),
            (Field::Phone, numbers::phone),
            (Field::Email, numbers::email),
            (Field::Address, where_from::address),
        ] {
            if self.levels.get(field) >= NOT_SAME {
                self.set(field, level(a, b));
            }
        }
        let [given, family] = [Field::Given, Field::Family].map(|field| self.levels.get(field));
        if given == names::DIFFERS && family != names::DIFFERS && numbers::has_name_of_other(a, b, words) {
            let email = self.levels.get(Field::Email);
            self.set(Field::Email, numbers::named_after_other(email));
        }
    }

    fn names(&mut self, words: &Words) {
        let (a, b) = (self.a, self.b);
        let [given, family, middle] = names::levels(a, b, words);
        self.set(Field::Given, given);
        self.set(Field::Family, family);
        self.set(Field::Middle, middle);
    }
}

impl Levels {
    /// Compares two people.
    pub(crate) fn of(a: &Person, b: &Person, words: &Words, places: &Places) -> Self {
        let mut both = Comparing::new(a, b);
        both.dates_and_places(places);
        both.names(words);
        both.texts(words);
        both.levels
    }

    /// Compares two people, as long as they may still reach a score, and, if `household`, as long as they may live
    /// together. Most pairs part before their numbers are compared.
    pub(crate) fn of_at_least(
        (a, b): (&Person, &Person),
        (words, places): (&Words, &Places),
        weights: &Weights,
        least: MilliBits,
        household: bool,
    ) -> Option<Self> {
        let mut both = Comparing::new(a, b);
        both.dates_and_places(places);
        let household = household && a.may_share_household(b);
        if !household && weights.most(both.levels) < least {
            return None;
        }
        both.names(words);
        if !household && weights.most(both.levels) < least {
            return None;
        }
        both.texts(words);
        Some(both.levels)
    }

    pub(crate) const fn get(self, field: Field) -> u8 {
        self.0[field as usize]
    }

    /// A telephone, an e-mail address or an address is the same.
    pub(crate) const fn share_household(self) -> bool {
        self.get(Field::Phone) == 1
            || self.get(Field::Email) == 1
            || matches!(self.get(Field::Address), 1 | 2)
    }
}

impl Field {
    /// Whether a level agrees, nearly agrees or differs.
    pub(crate) const fn likeness(self, level: usize) -> Likeness {
        use Likeness::{Different, Same, Similar};
        let (same_to, similar_to) = match self {
            Self::Family if level > names::DIFFERS as usize => return Same,
            Self::Email if level > 5 => return Similar,
            Self::Origin | Self::Residence => {
                return match level {
                    1 | 2 | 4 | 5 => Same,
                    9 | 11 => Different,
                    _ => Similar,
                };
            }
            Self::Given | Self::Family => (names::LAST_SAME, names::LAST_SIMILAR),
            Self::Middle => (1, 3),
            Self::Born if level == born::YEAR_IN_EMAIL as usize => return Similar,
            Self::Born => (1, 5),
            Self::Document | Self::Phone => (1, 2),
            Self::Email => (1, 4),
            Self::Address => (2, 3),
            Self::Sex => (1, 1),
        };
        if level <= same_to {
            Same
        } else if level <= similar_to {
            Similar
        } else {
            Different
        }
    }

    /// The names of its levels, in evidence; the first is of what is unknown.
    pub(crate) const fn rules(self) -> &'static [&'static str] {
        match self {
            Self::Given => &names::GIVEN_RULES,
            Self::Family => &names::FAMILY_RULES,
            Self::Middle => &names::MIDDLE_RULES,
            Self::Born => &born::RULES,
            Self::Document => &numbers::DOCUMENT_RULES,
            Self::Phone => &numbers::PHONE_RULES,
            Self::Email => &numbers::EMAIL_RULES,
            Self::Origin => &where_from::ORIGIN_RULES,
            Self::Address => &where_from::ADDRESS_RULES,
            Self::Residence => &where_from::RESIDENCE_RULES,
            Self::Sex => &["sex.unknown", "sex.same", "sex.differs"],
        }
    }
}
