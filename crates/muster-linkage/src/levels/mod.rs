//! How two people compare, field by field: one level each, and a level has a name.

mod born;
mod names;
mod numbers;
mod where_from;

use crate::{
    evidence::Likeness,
    person::{Person, Places},
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

impl Levels {
    /// Compares two people.
    pub(crate) fn of(a: &Person, b: &Person, words: &Words, places: &Places) -> Self {
        let [given, family, middle] = names::levels(a, b, words);
        let mut email = numbers::email(a, b);
        if given == names::DIFFERS && family != names::DIFFERS && numbers::has_name_of_other(a, b, words) {
            email = match email {
                0 | numbers::EMAIL_DIFFERS => numbers::HAS_OTHER_NAME,
                numbers::EMAIL_SAME => numbers::SAME_NAMED_AFTER_ONE,
                other => other,
            };
        }
        Self([
            given,
            family,
            middle,
            born::of(a, b),
            numbers::document(a, b),
            numbers::phone(a, b),
            email,
            where_from::origin(a, b, places),
            where_from::address(a, b),
            where_from::residence(a, b, places),
            match (a.sex, b.sex) {
                (Some(a), Some(b)) => 2 - u8::from(a == b),
                _ => 0,
            },
        ])
    }

    pub(crate) const fn get(self, field: Field) -> u8 {
        self.0[field as usize]
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
