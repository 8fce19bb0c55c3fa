//! Two dates of birth.

use crate::{
    person::{Person, Text},
    record::Born,
};

pub(super) const RULES: [&str; 11] = [
    "born.unknown",
    "born.same",
    "born.day_month_swapped",
    "born.one_digit",
    "born.same_as_far_as_known",
    "born.two_parts_same",
    "born.same_year",
    "born.differs",
    "born.neighbouring_year",
    "born.year_in_email",
    "born.other_year_in_email",
];

pub(super) const YEAR_IN_EMAIL: u8 = 9;
const OTHER_YEAR_IN_EMAIL: u8 = 10;

/// The level of two people. Where a date is missing, the year that people put into their e-mail addresses stands for it.
pub(super) fn of(a: &Person, b: &Person) -> u8 {
    if a.born.year != 0 && b.born.year != 0 {
        return level(a.born, b.born);
    }
    let told = |person: &Person| match person.born.year {
        0 => person.texts(Text::Email).find_map(year_in),
        year => Some(year % 100),
    };
    match (told(a), told(b)) {
        (Some(a), Some(b)) if a == b => YEAR_IN_EMAIL,
        (Some(_), Some(_)) => OTHER_YEAR_IN_EMAIL,
        _ => 0,
    }
}

/// The last two digits of the year of birth that an e-mail address seems to tell: `anna1990@`, `anna90@`.
fn year_in(email: &str) -> Option<u16> {
    let local = email.split('@').next()?;
    let letters = local.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &local[letters.len()..];
    let year: u16 = digits.parse().ok()?;
    match digits.len() {
        2 => Some(year),
        4 if (1930..2020).contains(&year) => Some(year % 100),
        _ => None,
    }
}

pub(super) fn level(a: Born, b: Born) -> u8 {
    if a.year == 0 || b.year == 0 {
        return 0;
    }
    if a.day == 0 || b.day == 0 {
        let months = a.month == 0 || b.month == 0 || a.month == b.month;
        return match (a.year.abs_diff(b.year), months) {
            (0, true) => 4,
            (0, false) => 6,
            (1, _) => 8,
            _ => 7,
        };
    }
    if a == b {
        return 1;
    }
    let same_year = a.year == b.year;
    if same_year && (a.month, a.day) == (b.day, b.month) {
        return 2;
    }
    if is_slip(a, b) {
        return 3;
    }
    match u8::from(same_year) + u8::from(a.month == b.month) + u8::from(a.day == b.day) {
        2 => 5,
        _ if same_year => 6,
        _ => 7,
    }
}

/// One digit differs, or two neighbours are swapped.
fn is_slip(a: Born, b: Born) -> bool {
    let (a, b) = (digits(a), digits(b));
    let differ = |at: &usize| a[*at] != b[*at];
    match (0..8).filter(differ).count() {
        1 => true,
        2 => (0..8).find(differ).is_some_and(|at| at < 7 && a[at] == b[at + 1] && a[at + 1] == b[at]),
        _ => false,
    }
}

fn digits(born: Born) -> [u16; 8] {
    let (year, month, day) = (born.year, u16::from(born.month), u16::from(born.day));
    [year / 1000, year / 100 % 10, year / 10 % 10, year % 10, month / 10, month % 10, day / 10, day % 10]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_two_dates_can_differ_has_its_name() {
        for (a, b, rule) in [
            ("1990-04-17", "1990-04-17", "born.same"),
            ("1990-04-07", "1990-07-04", "born.day_month_swapped"),
            ("1990-04-17", "9190-04-17", "born.one_digit"),
            ("1990-04-17", "1990-04-18", "born.one_digit"),
            ("1990-04-17", "1990", "born.same_as_far_as_known"),
            ("1990-04-17", "1990-05", "born.same_year"),
            ("1990-04-17", "1990-04-28", "born.two_parts_same"),
            ("1990-04-17", "1990-12-28", "born.same_year"),
            ("1990-04-17", "1991", "born.neighbouring_year"),
            ("1990-04-17", "1981-12-28", "born.differs"),
        ] {
            let (a, b): (Born, Born) = (a.parse().unwrap(), b.parse().unwrap());
            assert_eq!(RULES[usize::from(level(a, b))], rule, "{a} {b}");
            assert_eq!(level(a, b), level(b, a), "{a} {b}");
        }
        assert_eq!(["anna1990@x.org", "anna90@x.org"].map(year_in), [Some(90); 2]);
        assert_eq!(["anna@x.org", "anna123@x.org", "anna4711@x.org"].map(year_in), [None; 3]);
        assert_eq!(level(Born::default(), Born { year: 1990, month: 1, day: 1 }), 0);
    }
}
