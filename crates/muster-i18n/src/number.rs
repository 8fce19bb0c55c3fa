//! Whole numbers as a language writes them.

use crate::{Locale, names::marks};
use fluent_bundle::FluentValue;

/// A whole number with the separators of the language: `12,345`, `12 345`.
#[must_use]
pub fn number(locale: Locale, number: i64) -> String {
    let (group, minus) = marks(locale);
    let digits = number.unsigned_abs().to_string();
    let mut text = if number < 0 { String::from(minus) } else { String::new() };
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    text
}

/// What writes the numbers within messages.
pub(crate) fn formatter<M>(locale: Locale) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    match locale {
        Locale::UKRAINIAN => |value, _| within(Locale::UKRAINIAN, value),
        _ => |value, _| within(Locale::ENGLISH, value),
    }
}

fn within(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(given) = value else { return None };
    let options = &given.options;
    let plain = options.use_grouping
        && options.minimum_integer_digits.is_none()
        && options.minimum_fraction_digits.is_none();
    (plain && given.value.fract() == 0.0).then(|| number(locale, given.value as i64))
}
