//! From what somebody wrote to words that can be compared.

use crate::summary::{read, texts, word};
use muster_names::{Marks, Name, plain_words};
use proptest::prelude::*;

fn marks(text: &str) -> Marks {
    Name::read(text).marks
}

const NONE: Marks = Marks { invisible: false, look_alikes: false, digits: false };

#[test]
fn an_ordinary_name_has_nothing_unusual() {
    for name in ["Anna Example", "O’Example, Anna", "Анна Выдуманная", "أحمد المخترع", "Zoë Ängström-Ñuñez"]
    {
        assert_eq!(marks(name), NONE, "{name}");
    }
}

#[test]
fn invisible_letters_are_taken_out_and_told() {
    for sign in
        ['\u{200B}', '\u{200D}', '\u{AD}', '\u{2060}', '\u{FEFF}', '\u{202E}', '\u{FE0F}', '\u{E0041}']
    {
        let name = Name::read(&format!("An{sign}na Example"));
        assert_eq!(texts(&name), "anna example", "{sign:?}");
        assert_eq!(name.marks, Marks { invisible: true, ..NONE }, "{sign:?}");
    }
}

#[test]
fn invisible_letters_around_a_name_are_nothing_unusual() {
    let name = Name::read("\u{FEFF}Anna \u{200B}Example");
    assert_eq!((texts(&name), name.marks), ("anna example".to_owned(), NONE));
}

#[test]
fn look_alikes_are_read_in_the_alphabet_most_letters_have() {
    for (written, meant) in [
        ("P\u{435}tr\u{43E}v", "petrov"),
        ("Ann\u{3B1}", "anna"),
        ("К\u{61}р\u{65}лин", "карелин"),
        ("\u{41}лександр", "александр"),
    ] {
        let name = Name::read(written);
        assert_eq!(texts(&name), meant, "{written}");
        assert_eq!(name.marks, Marks { look_alikes: true, ..NONE }, "{written}");
    }
}

#[test]
fn two_words_of_two_alphabets_are_no_look_alikes() {
    assert_eq!(marks("Анна Example"), NONE);
}

#[test]
fn a_digit_among_letters_is_the_letter_it_looks_like() {
    for (written, meant) in
        [("J0hn", "john"), ("A1ex", "alex"), ("P3t3r", "peter"), ("8oris", "boris"), ("9eorge", "george")]
    {
        let name = Name::read(written);
        assert_eq!(texts(&name), meant);
        assert_eq!(name.marks, Marks { digits: true, ..NONE }, "{written}");
    }
}

#[test]
fn numbers_stay_numbers() {
    for number in ["1984", "a1", "4x4", "r2d2c3"] {
        let name = Name::read(number);
        assert_eq!((texts(&name), name.marks), (number.to_owned(), NONE), "{number}");
    }
}

#[test]
fn apostrophes_part_no_word_however_they_are_written() {
    for sign in ['\'', '’', '‘', '`', '´', 'ʹ', 'ʼ', 'ʾ', 'ʿ', '′', '＇'] {
        assert_eq!(read(&format!("D{sign}Arcy")), "darcy", "{sign:?}");
    }
    assert_eq!(read("Мар’яна"), "маряна");
}

#[test]
fn presentation_forms_are_the_letters_they_present() {
    assert_eq!(read("Ａｎｎａ"), "anna", "full width");
    assert_eq!(read("ﬁona"), "fiona", "a ligature");
    assert_eq!(read("ﻣﺤﻤﺪ"), "محمد", "Arabic letters as they join");
    assert_eq!(read("محمـــد"), "محمد", "stretched");
    assert_eq!(read("ｶﾅ"), "カナ", "half width");
}

#[test]
fn accents_and_vowel_points_are_taken_off() {
    assert_eq!(read("José Núñez"), "jose nunez");
    assert_eq!(read("Jose\u{301}"), "jose", "a mark of its own");
    assert_eq!(read("Nguyễn Ǻsa"), "nguyen asa");
    assert_eq!(read("مُحَمَّد"), "محمد");
    assert_eq!(read("Ἀλέξανδρος"), "αλεξανδροσ");
    assert_eq!(read("ЍѐЙЇ"), "иейї", "letters of their own stay");
}

#[test]
fn letters_with_marks_are_also_spelled_by_sound() {
    for (written, spellings) in [
        ("Müller", ["muller", "mueller"]),
        ("Šimić", ["simic", "shimich"]),
        ("Đorđe", ["dorde", "djordje"]),
        ("Åse", ["ase", "aase"]),
        ("Ørsted", ["orsted", "oersted"]),
        ("Żak", ["zak", "zhak"]),
    ] {
        assert_eq!(word(written).spellings, spellings, "{written}");
    }
    assert_eq!(word("Weiß").spellings, ["weiss"], "one spelling");
}

#[test]
fn letters_that_are_spelled_in_two_ways_are_one() {
    for (a, b) in [("أحمد", "احمد"), ("علی", "علي"), ("کریم", "كريم"), ("مؤمن", "مومن"), ("ہادی", "هادي")]
    {
        assert_eq!(read(a), read(b));
    }
}

#[test]
fn the_family_name_before_a_comma_goes_last() {
    assert_eq!(read("EXAMPLE, Anna Maria"), "anna maria example");
    assert_eq!(read("Example,"), "example");
}

#[test]
fn places_are_words_in_latin_letters() {
    assert_eq!(plain_words("Санкт-Петербург (СССР)")[0], "sankt");
    assert_eq!(plain_words("Al-Ḥasakah, Syria"), ["al", "hasakah", "syria"]);
    assert!(plain_words(" -- ").is_empty());
}

proptest! {
    #[test]
    fn any_text_is_read_to_words_in_small_letters(text in "\\PC{0,24}") {
        for name in [Name::read(&text), Name::read_machine(&text), Name::read_organisation(&text)] {
            for word in &name.words {
                prop_assert!(!word.text.is_empty());
                prop_assert!(word.text.chars().all(|c| c.to_lowercase().eq([c])), "{:?} is in small letters", word.text);
            }
        }
    }

    #[test]
    fn case_and_blanks_say_nothing(name in "[a-z]{2,9}( [a-z]{2,9}){0,3}") {
        prop_assert_eq!(read(&name), read(&name.to_uppercase()));
        prop_assert_eq!(read(&name), read(&format!("  {} ", name.replace(' ', "   "))));
    }
}
