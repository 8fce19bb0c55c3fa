//! What each language calls countries, languages and months: tables of CLDR, compiled in.

mod dates;
mod tables;

pub use dates::{long_date, month_name, month_name_in_date, read_month};

use crate::Locale;
use muster_vocab::{Country, Language};
use tables::names;

/// What a language calls a country; `None` if there is no such country.
#[must_use]
pub fn country_name(locale: Locale, country: Country) -> Option<&'static str> {
    names(locale).country.get(&country).copied()
}

/// All countries and territories, as the language sorts them.
#[must_use]
pub fn countries(locale: Locale) -> &'static [(Country, &'static str)] {
    &names(locale).countries
}

/// What a language calls a language, as it stands within a sentence (`українська`); `None` if there is no such
/// language.
#[must_use]
pub fn language_name(locale: Locale, language: Language) -> Option<&'static str> {
    names(locale).language.get(&language).copied()
}

/// All languages with a code of two letters, as the language sorts them and writes them in a list (`Українська`).
#[must_use]
pub fn languages(locale: Locale) -> &'static [(Language, &'static str)] {
    &names(locale).languages
}

/// What stands between the digits and before them.
pub(crate) fn marks(locale: Locale) -> (char, char) {
    (names(locale).group, names(locale).minus)
}
