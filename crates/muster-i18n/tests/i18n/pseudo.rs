//! The locale that nobody speaks.

use crate::catalog;
use muster_i18n::{Arg, Direction, Locale, countries, long_date, read_month};

const TEXT: &str = "\
start-title = Apply to help
start-queue = { $count ->
    [one] { $count } person, { $name }
   *[other] { $count } people, { $name }
}
";

#[test]
fn its_words_are_backwards_and_its_blanks_are_not() {
    let catalog = catalog("a = Apply  now", "a = Слово").with_pseudo();
    assert_eq!(catalog.say(Locale::PSEUDO, "a"), "\u{202e}Apply\u{202c}  \u{202e}now\u{202c}");
    assert_eq!(catalog.locales().last(), Some(&Locale::PSEUDO));
    assert_eq!(catalog.locale("ar-XB"), Some(Locale::PSEUDO));
    assert_eq!((Locale::PSEUDO.language(), Locale::PSEUDO.direction()), ("ar", Direction::Rtl));
    assert_eq!(Locale::PSEUDO.direction().word(), "rtl");
}

#[test]
fn what_is_put_in_stays_as_it_is_and_plurals_are_those_of_the_model() {
    let text = TEXT.replace("[one]", "[few] few\n    [many] many\n    [one]");
    let catalog = catalog(TEXT, &text).with_pseudo();
    let said = |count| {
        let args = [("count", Arg::Number(count)), ("name", Arg::from("Anna Maria"))];
        catalog.say_plain(Locale::PSEUDO, "start-queue", &args)
    };
    assert_eq!(said(1), "1 \u{202e}person,\u{202c} Anna Maria");
    assert_eq!(said(3), "3 \u{202e}people,\u{202c} Anna Maria", "not the few of Arabic");
    assert_eq!(said(1_000), "1,000 \u{202e}people,\u{202c} Anna Maria");
}

#[test]
fn every_mark_that_is_opened_is_closed() {
    let catalog = catalog(TEXT, TEXT_UK).with_pseudo();
    let args = [("count", Arg::Number(2)), ("name", Arg::from("Anna"))];
    let said = catalog.say_with(Locale::PSEUDO, "start-queue", &args);
    let count = |mark: char| said.matches(mark).count();
    assert_eq!(count('\u{202e}'), count('\u{202c}'));
    assert_eq!(count('\u{2068}'), count('\u{2069}'));
    assert!(said.contains("\u{2068}Anna\u{2069}"), "{said:?}");
}

const TEXT_UK: &str = "\
start-title = Подати заяву
start-queue = { $count ->
    [one] { $count } особа, { $name }
    [few] { $count } особи, { $name }
   *[many] { $count } осіб, { $name }
}
";

#[test]
fn it_is_added_once_and_has_all_names() {
    let catalog = catalog(TEXT, TEXT_UK).with_pseudo().with_pseudo();
    assert_eq!(catalog.locales().len(), 3);
    assert_eq!(countries(Locale::PSEUDO).len(), countries(catalog.default_locale()).len());
    let day = jiff::civil::date(2022, 3, 3);
    assert_eq!(long_date(Locale::PSEUDO, day), "3 \u{202e}March\u{202c} 2022");
    assert_eq!(read_month("\u{202e}March\u{202c}"), None, "nobody types it");
}
