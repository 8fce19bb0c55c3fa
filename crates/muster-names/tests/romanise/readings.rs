//! What a word may have been spelled as, and what the files say of themselves.

use muster_names::romanise::{Script, readings, script_of, system, systems};

#[test]
fn a_word_is_read_by_every_system_that_knows_its_letters_and_no_other() {
    let readings_of = |word| readings(word);
    let shcherbakov = readings_of("щербаков");
    for reading in ["shcherbakov", "chtcherbakov", "schtscherbakow", "szczerbakow"] {
        assert!(shcherbakov.contains(&reading.to_owned()), "{reading} is not in {shcherbakov:?}");
    }
    assert_eq!(readings_of("їжакевич")[0], "yizhakevych");
    // No Russian alphabet has ї.
    assert_eq!(system("rus-bgn-1947").and_then(|russian| russian.read("їжакевич")), None);
    assert_eq!(readings_of("ђорђевић"), ["dordevic", "djordjevich"]);
    assert_eq!(readings_of("müller"), ["muller"]);
    assert!(readings_of("").is_empty());
}

#[test]
fn every_reading_is_lower_case_ascii_and_told_once() {
    for word in [
        "щербаков",
        "юрій",
        "ўладзімір",
        "გიორგი",
        "հայկ",
        "χρήστος",
        "عبد",
        "יוסף",
        "राम",
        "สมชาย",
        "김",
        "さとう",
        "王",
    ] {
        let readings = readings(word);
        assert!(!readings.is_empty(), "{word}");
        let mut once = readings.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), readings.len(), "{word}: {readings:?}");
        for reading in readings {
            assert!(
                !reading.is_empty() && reading.bytes().all(|b| b.is_ascii_lowercase()),
                "{word}: {reading}"
            );
        }
    }
}

#[test]
fn every_file_says_what_it_is_and_has_its_own_code() {
    let mut codes: Vec<&str> = systems().iter().map(|system| system.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), systems().len());
    for system in systems() {
        assert_eq!(system.language.len(), 3, "{}", system.code);
        assert_ne!(system.script, Script::Other, "{}", system.code);
        assert!(!system.source.is_empty(), "{}", system.code);
        assert!(system.year.is_empty() || system.year.parse::<u16>().is_ok(), "{}", system.code);
    }
}

#[test]
fn letters_belong_to_their_script() {
    for (letter, script) in [
        ('ł', Script::Latin),
        ('ї', Script::Cyrillic),
        ('ώ', Script::Greek),
        ('ھ', Script::Arabic),
        ('ก', Script::Thai),
        ('々', Script::Han),
        ('ー', Script::Kana),
        ('7', Script::Other),
        ('-', Script::Other),
    ] {
        assert_eq!(script_of(letter), script, "{letter}");
    }
}
