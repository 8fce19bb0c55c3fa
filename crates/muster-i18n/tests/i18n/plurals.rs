//! Numbers in messages.

use crate::{both, catalog};
use muster_i18n::{Arg, number};

const ENGLISH: &str = "\
queue = { $count ->
    [0] Nobody waits
    [one] { $count } person waits
   *[other] { $count } people wait
}
";
const UKRAINIAN: &str = "\
queue = { $count ->
    [0] Ніхто не чекає
    [one] чекає { $count } особа
    [few] чекають { $count } особи
   *[many] чекають { $count } осіб
}
";

#[test]
fn english_has_one_and_many() {
    let catalog = catalog(ENGLISH, UKRAINIAN);
    let said = |count| catalog.say_plain(both().0, "queue", &[("count", Arg::Number(count))]);
    assert_eq!(
        [0, 1, 2, 21].map(said),
        ["Nobody waits", "1 person waits", "2 people wait", "21 people wait"]
    );
}

#[test]
fn ukrainian_has_one_few_and_many() {
    let catalog = catalog(ENGLISH, UKRAINIAN);
    let said = |count| catalog.say_plain(both().1, "queue", &[("count", Arg::Number(count))]);
    assert_eq!(said(0), "Ніхто не чекає");
    for (form, counts) in [
        ("чекає # особа", [1, 21, 101, 131]),
        ("чекають # особи", [2, 3, 24, 102]),
        ("чекають # осіб", [5, 11, 12, 114]),
    ] {
        for count in counts {
            assert_eq!(said(count), form.replace('#', &count.to_string()));
        }
    }
}

#[test]
fn large_numbers_have_the_separators_of_the_language() {
    let catalog = catalog(ENGLISH, UKRAINIAN);
    let (english, ukrainian) = both();
    let count = [("count", Arg::from(1_234_567_usize))];
    assert_eq!(catalog.say_plain(english, "queue", &count), "1,234,567 people wait");
    assert_eq!(catalog.say_plain(ukrainian, "queue", &count), "чекають 1\u{a0}234\u{a0}567 осіб");
}

#[test]
fn numbers_are_grouped_by_threes() {
    let (english, ukrainian) = both();
    for (given, written) in [(0, "0"), (999, "999"), (1_000, "1,000"), (-20_066, "-20,066")] {
        assert_eq!(number(english, given), written);
        assert_eq!(number(ukrainian, given), written.replace(',', "\u{a0}"));
    }
    assert_eq!(number(english, i64::MIN), "-9,223,372,036,854,775,808");
}

#[test]
fn a_message_can_ask_for_a_number_without_separators() {
    let text = "year = In { NUMBER($year, useGrouping: \"false\") }";
    let catalog = catalog(text, text);
    assert_eq!(catalog.say_plain(both().0, "year", &[("year", Arg::Number(2022))]), "In 2022");
}
