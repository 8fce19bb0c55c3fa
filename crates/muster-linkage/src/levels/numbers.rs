//! Documents, telephone numbers, e-mail addresses.

use crate::{
    fold,
    person::{Person, Text},
    words::{Place, Words},
};
use muster_names::distance_within;

pub(super) const DOCUMENT_RULES: [&str; 4] =
    ["document.unknown", "document.same", "document.nearly_same", "document.differs"];
pub(super) const PHONE_RULES: [&str; 4] = ["phone.unknown", "phone.same", "phone.one_digit", "phone.differs"];
pub(super) const EMAIL_RULES: [&str; 8] = [
    "email.unknown",
    "email.same",
    "email.other_provider",
    "email.nearly_same",
    "email.same_letters",
    "email.differs",
    "email.has_given_name_of_other",
    "email.same_named_after_one",
];

/// The fewest signs of which one may differ.
const NEAR_FROM: usize = 6;
/// The fewest letters in an address that say something.
const LETTERS_FROM: usize = 5;

/// The best of every pair: the smallest level that is not 0.
fn best(levels: impl Iterator<Item = u8>) -> u8 {
    levels.min().unwrap_or(0)
}

fn near(a: &str, b: &str, edits: usize) -> bool {
    // An edit changes one length by one, and two signs of the set at most: most pairs part here.
    let signs = |text: &str| text.bytes().fold(0_u64, |set, byte| set | 1 << (byte & 63));
    a.len().abs_diff(b.len()) <= edits
        && a.len().min(b.len()) >= NEAR_FROM
        && (signs(a) ^ signs(b)).count_ones() as usize <= 2 * edits
        && distance_within(a.as_bytes(), b.as_bytes(), edits).is_some()
}

pub(super) fn document(a: &Person, b: &Person) -> u8 {
    best(a.documents().flat_map(|(kind, a)| {
        b.documents().filter(move |(other, _)| *other == kind).map(move |(_, b)| match a == b {
            true => 1,
            false if near(a, b, 1) => 2,
            false => 3,
        })
    }))
}

pub(super) fn phone(a: &Person, b: &Person) -> u8 {
    best(a.texts(Text::Phone).flat_map(|a| {
        b.texts(Text::Phone).map(move |b| match a == b {
            true => 1,
            false if near(a, b, 1) => 2,
            false => 3,
        })
    }))
}

pub(super) fn email(a: &Person, b: &Person) -> u8 {
    best(a.texts(Text::Email).flat_map(|a| b.texts(Text::Email).map(move |b| email_level(a, b))))
}

/// The level of documents and telephone numbers that differ.
pub(super) const DIFFERS: u8 = 3;

/// The address of one has the other's given name in it, though both go by different given names.
const HAS_OTHER_NAME: u8 = 6;
const EMAIL_SAME: u8 = 1;
const EMAIL_DIFFERS: u8 = 5;
/// Both write from one address, made of the given name of one of them: a family's, or one person's under two names.
const SAME_NAMED_AFTER_ONE: u8 = 7;
const NAME_FROM: usize = 4;

/// The level of addresses if one of them has the other's given name in it.
pub(crate) const fn named_after_other(email: u8) -> u8 {
    match email {
        0 | EMAIL_DIFFERS => HAS_OTHER_NAME,
        EMAIL_SAME => SAME_NAMED_AFTER_ONE,
        other => other,
    }
}

pub(super) fn has_name_of_other(a: &Person, b: &Person, words: &Words) -> bool {
    let named = |mail: &Person, name: &Person| {
        let given = name
            .parts()
            .filter(|part| part.place() == Place::Given)
            .map(|part| words.get(part.word()).spelling());
        given
            .filter(|given| given.len() >= NAME_FROM)
            .any(|given| mail.texts(Text::Email).any(|email| fold::email_letters(email).contains(given)))
    };
    named(a, b) || named(b, a)
}

fn email_level(a: &str, b: &str) -> u8 {
    if a == b {
        return 1;
    }
    let (left, right) = (before_at(a), before_at(b));
    let without_dots = |byte: &u8| *byte != b'.';
    if left.bytes().filter(without_dots).eq(right.bytes().filter(without_dots)) {
        return 2;
    }
    let is_letter = |c: &char| c.is_alphabetic();
    let same = left.chars().filter(is_letter).eq(right.chars().filter(is_letter));
    if same && left.chars().filter(is_letter).count() >= LETTERS_FROM {
        return 4;
    }
    if near(a, b, 2) { 3 } else { 5 }
}

fn before_at(email: &str) -> &str {
    email.split('@').next().unwrap_or(email)
}
