//! Countries and languages by name.

use crate::both;
use icu_collator::{Collator, options::CollatorOptions};
use muster_i18n::{Locale, countries, country_name, language_name, languages};
use muster_vocab::{Country, Language};
use std::collections::BTreeSet;

fn country(code: &str) -> Country {
    code.parse().unwrap()
}

#[test]
fn every_country_has_a_name_in_each_language() {
    let (english, ukrainian) = both();
    let codes = |locale| countries(locale).iter().map(|(code, _)| *code).collect::<BTreeSet<_>>();
    assert_eq!(codes(english).len(), 250, "249 of ISO 3166-1, and Kosovo");
    assert_eq!(codes(english), codes(ukrainian));
    for locale in [english, ukrainian] {
        for (code, name) in countries(locale) {
            assert_eq!(country_name(locale, *code), Some(*name));
            assert!(!name.trim().is_empty() && *name != code.code());
        }
        let different: BTreeSet<&str> = countries(locale).iter().map(|(_, name)| *name).collect();
        assert_eq!(different.len(), 250, "no two countries share a name");
    }
}

#[test]
fn a_country_is_called_as_its_language_calls_it() {
    let (english, ukrainian) = both();
    assert_eq!(country_name(english, country("UA")), Some("Ukraine"));
    assert_eq!(country_name(ukrainian, country("UA")), Some("Україна"));
    assert_eq!(country_name(ukrainian, country("GE")), Some("Грузія"));
    assert_eq!(country_name(english, country("XK")), Some("Kosovo"));
}

#[test]
fn what_is_no_country_has_no_name() {
    let (english, _) = both();
    for code in ["EU", "UN", "EZ", "ZZ", "XA", "XB", "QO", "SU", "AA"] {
        assert_eq!(country_name(english, country(code)), None, "{code}");
    }
}

#[test]
fn every_language_of_two_letters_has_a_name_in_each_language() {
    let (english, ukrainian) = both();
    let codes = |locale| languages(locale).iter().map(|(code, _)| *code).collect::<BTreeSet<_>>();
    assert_eq!(codes(english).len(), 183);
    assert_eq!(codes(english), codes(ukrainian));
    let georgian: Language = "ka".parse().unwrap();
    assert_eq!(language_name(english, georgian), Some("Georgian"));
    assert_eq!(language_name(ukrainian, georgian), Some("грузинська"));
    assert!(languages(ukrainian).contains(&(georgian, "Грузинська")), "in a list it begins with a capital");
    assert_eq!(language_name(english, "sh".parse().unwrap()), None, "it is no longer a code");
}

#[test]
fn rows_stand_as_the_language_sorts() {
    fn sorted<T>(locale: Locale, rows: &[(T, &str)]) {
        let tag: icu_locale_core::Locale = locale.tag().parse().unwrap();
        let collator = Collator::try_new(tag.into(), CollatorOptions::default()).unwrap();
        for pair in rows.windows(2) {
            let (one, other) = (pair[0].1, pair[1].1);
            assert!(collator.compare(one, other).is_le(), "{one} stands before {other}");
        }
    }
    let (english, ukrainian) = both();
    for locale in [english, ukrainian] {
        sorted(locale, countries(locale));
        sorted(locale, languages(locale));
    }
    let place = |wanted: &str| countries(ukrainian).iter().position(|(_, name)| *name == wanted).unwrap();
    assert!(place("Ірландія") > place("Зімбабве") && place("Ірландія") < place("Йорданія"));
}
