//! Asking for messages.

use crate::catalog;
use muster_i18n::{Arg, Catalog, Direction, Source};

const ENGLISH: &str = "\
start-title = Apply to help
start-place = Send it to { $place }, please
start-both = { start-title }, today
-ship = Ark
start-ship = The { -ship } sails
";
const UKRAINIAN: &str = "\
start-title = Подати заяву
start-place = Надішліть це сюди: { $place }, будь ласка
start-both = { start-title } сьогодні
-ship = Ковчег
start-ship = { -ship } відпливає
";

#[test]
fn a_message_is_said_in_each_language() {
    let catalog = catalog(ENGLISH, UKRAINIAN);
    let said: Vec<&str> =
        catalog.locales().iter().map(|locale| catalog.say(*locale, "start-title")).collect();
    assert_eq!(said, ["Apply to help", "Подати заяву"]);
    assert_eq!(catalog.say(catalog.default_locale(), "start-both"), "Apply to help, today");
    assert_eq!(catalog.say(catalog.default_locale(), "start-ship"), "The Ark sails");
}

#[test]
fn what_is_put_in_keeps_its_own_direction_on_a_page_and_is_bare_in_a_mail() {
    let catalog = catalog(ENGLISH, UKRAINIAN);
    let locale = catalog.default_locale();
    let place = [("place", Arg::from("חיפה"))];
    assert_eq!(catalog.say_with(locale, "start-place", &place), "Send it to \u{2068}חיפה\u{2069}, please");
    assert_eq!(catalog.say_plain(locale, "start-place", &place), "Send it to חיפה, please");
}

#[test]
fn what_is_put_in_is_never_read_as_a_message() {
    let catalog = catalog(ENGLISH, UKRAINIAN);
    let place = [("place", Arg::from("{ start-title }"))];
    let said = catalog.say_plain(catalog.default_locale(), "start-place", &place);
    assert_eq!(said, "Send it to { start-title }, please");
}

#[test]
fn one_knows_which_messages_there_are() {
    let catalog = catalog(ENGLISH, UKRAINIAN);
    assert!(catalog.has("start-title"));
    assert!(!catalog.has("start-nothing"));
    assert!(!catalog.has("-ship"), "a term is not for pages");
    assert_eq!(catalog.ids().collect::<Vec<_>>(), ["start-both", "start-place", "start-ship", "start-title"]);
}

#[test]
fn languages_stand_in_the_order_of_the_sources() {
    let source = |language, text| Source { language, file: "start.ftl", text };
    let sources = [source("uk", UKRAINIAN), source("en", ENGLISH)];
    let catalog = Catalog::read("en", &sources).unwrap();
    let shown: Vec<_> =
        catalog.locales().iter().map(|it| (it.tag(), it.own_name(), it.direction())).collect();
    assert_eq!(shown, [("uk", "Українська", Direction::Ltr), ("en", "English", Direction::Ltr)]);
    assert_eq!(catalog.default_locale().tag(), "en");
    assert_eq!(catalog.locale("de"), None);
}

#[test]
fn a_catalogue_is_shared_between_threads() {
    let catalog = catalog(ENGLISH, UKRAINIAN);
    std::thread::scope(|scope| {
        for place in ["Odesa", "Lviv"] {
            let catalog = &catalog;
            scope.spawn(move || {
                let said =
                    catalog.say_plain(catalog.default_locale(), "start-place", &[("place", place.into())]);
                assert!(said.contains(place));
            });
        }
    });
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "`start-nothing` is no message")]
fn a_page_that_asks_for_what_is_not_there_fails_its_first_test() {
    let catalog = catalog(ENGLISH, UKRAINIAN);
    let _ = catalog.say(catalog.default_locale(), "start-nothing");
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "`start-place` needs variables")]
fn a_message_with_variables_is_not_said_without_them() {
    let catalog = catalog(ENGLISH, UKRAINIAN);
    let _ = catalog.say(catalog.default_locale(), "start-place");
}

#[test]
#[cfg(not(debug_assertions))]
fn a_stranger_sees_an_unknown_message_as_its_id_and_keeps_the_page() {
    let catalog = catalog(ENGLISH, UKRAINIAN);
    let locale = catalog.default_locale();
    assert_eq!(catalog.say(locale, "start-nothing"), "start-nothing");
    assert_eq!(catalog.say(locale, "start-nothing"), "start-nothing");
    assert_eq!(catalog.say_with(locale, "start-other", &[]), "start-other");
    for number in 0..3_000 {
        let _ = catalog.say(locale, &format!("start-{number}"));
    }
    assert_eq!(catalog.say(locale, "start-2999"), "?", "what is kept is bounded");
}
