//! Months and dates in words.

use crate::both;
use jiff::civil::date;
use muster_i18n::{long_date, month_name, month_name_in_date, read_month};
use proptest::prelude::*;

#[test]
fn a_date_is_written_as_the_language_writes_it() {
    let (english, ukrainian) = both();
    assert_eq!(long_date(english, date(2022, 3, 3)), "3 March 2022");
    // No line breaks before the letter for the year.
    assert_eq!(long_date(ukrainian, date(2022, 3, 3)), "3 березня 2022");
    assert_eq!(long_date(ukrainian, date(1999, 12, 31)), "31 грудня 1999");
}

#[test]
fn a_month_has_a_name_by_itself_and_one_after_a_day() {
    let (english, ukrainian) = both();
    assert_eq!(month_name(ukrainian, 11), Some("листопад"));
    assert_eq!(month_name_in_date(ukrainian, 11), Some("листопада"));
    assert_eq!(month_name(english, 5), month_name_in_date(english, 5));
    for wrong in [i8::MIN, -1, 0, 13, i8::MAX] {
        assert_eq!(month_name(english, wrong), None);
    }
}

#[test]
fn a_month_is_read_as_people_type_it() {
    for (typed, month) in [
        ("3", 3),
        ("03", 3),
        (" 12 ", 12),
        ("March", 3),
        ("MARCH", 3),
        ("mar", 3),
        ("Sep", 9),
        ("sept.", 9),
        ("septem", 9),
        ("березень", 3),
        ("Березня", 3),
        ("БЕР.", 3),
        ("бер", 3),
        ("лист", 11),
        ("лис.", 11),
        ("листопада", 11),
        ("лютий", 2),
        ("трав", 5),
    ] {
        assert_eq!(read_month(typed), Some(month), "{typed}");
    }
}

#[test]
fn what_is_no_month_is_not_guessed() {
    for typed in [
        "",
        " ",
        ".",
        "0",
        "13",
        "-3",
        "3.5",
        "ma",
        "ju",
        "j",
        "ли",
        "marchish",
        "3 March",
        "٣",
        "999999999999",
    ] {
        assert_eq!(read_month(typed), None, "{typed:?}");
    }
}

#[test]
fn every_name_of_a_month_is_read_back() {
    let (english, ukrainian) = both();
    for locale in [english, ukrainian] {
        for month in 1..=12 {
            assert_eq!(read_month(month_name(locale, month).unwrap()), Some(month));
            assert_eq!(read_month(month_name_in_date(locale, month).unwrap()), Some(month));
        }
    }
}

proptest! {
    #[test]
    fn nothing_that_is_typed_breaks_it(text in "\\PC{0,20}") {
        prop_assert!(read_month(&text).is_none_or(|month| (1..=12).contains(&month)));
    }
}
