//! Choosing a language from what a browser accepts.

use crate::catalog;
use proptest::prelude::*;

fn chosen(accept_language: &str) -> &'static str {
    let catalog = catalog("start-title = Apply", "start-title = Подати заяву").with_pseudo();
    catalog.negotiate(accept_language).tag()
}

#[test]
fn the_dearest_language_we_speak_is_chosen() {
    assert_eq!(chosen("uk"), "uk");
    assert_eq!(chosen("uk-UA,uk;q=0.9,en;q=0.8"), "uk");
    assert_eq!(chosen("en;q=0.4, uk;q=0.6"), "uk", "weights count, not places");
    assert_eq!(chosen("pl, uk;q=0.1"), "uk", "a language we lack is passed over");
    assert_eq!(chosen("en-AU,en;q=0.9"), "en");
    assert_eq!(chosen("uk;q=0, pl"), "en", "what is refused is not given");
}

#[test]
fn nonsense_gives_the_default() {
    for nonsense in ["", "*", ";;;,", "q=1", "zz-ZZ", "uk;q=often", "\u{0}", "ar", "ar-XB"] {
        assert_eq!(chosen(nonsense), "en", "{nonsense:?}");
    }
}

proptest! {
    #[test]
    fn nothing_a_browser_sends_is_too_much(text in "(uk|en|[ -~]{0,9}|[,;=*-]){0,60}") {
        prop_assert!(["en", "uk"].contains(&chosen(&text)));
    }
}
