//! Months and dates, in words.

use super::tables::{Month, names};
use crate::Locale;
use jiff::civil::Date;

/// So many letters of a month must be typed for it to be known.
const LETTERS_LEAST: usize = 3;

/// A month by itself: `March`, `березень`. `None` if it is not 1 to 12.
#[must_use]
pub fn month_name(locale: Locale, month: i8) -> Option<&'static str> {
    Some(row(locale, month)?.alone)
}

/// A month after a day: `March`, `березня`. `None` if it is not 1 to 12.
#[must_use]
pub fn month_name_in_date(locale: Locale, month: i8) -> Option<&'static str> {
    Some(row(locale, month)?.within)
}

/// A date in words: `3 March 2022`, `3 березня 2022`.
///
/// What CLDR writes as text behind the fields is left out, such as the `р.` of Ukrainian: it ends in a full stop, and so
/// do the sentences a date stands in.
#[must_use]
pub fn long_date(locale: Locale, date: Date) -> String {
    // In the pattern letters are fields, and what stands between quotation marks is text.
    let pattern: String = names(locale).date.split('\'').step_by(2).collect();
    // The month comes last, for its name has letters that are fields.
    let fields = pattern.replace('d', &date.day().to_string()).replace('y', &date.year().to_string());
    fields
        .replace("MMMM", month_name_in_date(locale, date.month()).unwrap_or_default())
        .trim_end_matches([' ', '.', '\u{202f}'])
        .to_owned()
}

/// The month somebody typed: its number, or its name in any language here, whole or cut short after three letters
/// or more, in any case, with or without a full stop. `None` for anything else, and for what could be two months.
#[must_use]
pub fn read_month(text: &str) -> Option<i8> {
    let word = text.trim().trim_end_matches('.').to_lowercase();
    if word.bytes().all(|letter| letter.is_ascii_digit()) {
        return word.parse().ok().filter(|month| (1..=12).contains(month));
    }
    let is = |name: &str| name.to_lowercase().trim_end_matches('.') == word;
    let begins = |name: &str| word.chars().count() >= LETTERS_LEAST && name.to_lowercase().starts_with(&word);
    only(|month| is(month.alone) || is(month.within) || is(month.short))
        .or_else(|| only(|month| begins(month.alone) || begins(month.within)))
}

/// The one month of which something is true.
fn only(holds: impl Fn(&Month) -> bool) -> Option<i8> {
    let mut found = None;
    for locale in Locale::spoken() {
        for (number, month) in (1..).zip(&names(locale).months) {
            if holds(month) && found.replace(number).is_some_and(|other| other != number) {
                return None;
            }
        }
    }
    found
}

fn row(locale: Locale, month: i8) -> Option<&'static Month> {
    names(locale).months.get(usize::try_from(month).ok()?.checked_sub(1)?)
}
