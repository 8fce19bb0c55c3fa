use super::{embedded, founding};

/// Whatever a Ukrainian reads: messages, and quoted words with Cyrillic letters in them.
fn ukrainian() -> impl Iterator<Item = (&'static str, &'static str)> {
    embedded::PORTAL.iter().copied().flat_map(|(file, text)| {
        text.split(|letter: char| !letter.is_alphabetic() && letter != '\'')
            .filter(|word| word.chars().any(|letter| ('\u{400}'..='\u{4ff}').contains(&letter)))
            .map(move |word| (file, word))
    })
}

#[test]
fn no_ukrainian_word_has_a_foreign_letter_in_it() {
    assert!(ukrainian().count() > 1500);
    for (file, word) in ukrainian() {
        let foreign = |letter: char| letter.is_ascii_alphabetic() || "ыэёъЫЭЁЪ".contains(letter);
        assert!(!word.chars().any(foreign), "{file}: {word}");
    }
}

#[test]
fn the_privacy_notice_names_how_long_each_class_of_case_is_kept() {
    let programme = founding();
    for (language, file, text) in &programme.portal().messages {
        if file != "privacy.ftl" {
            continue;
        }
        let said = text.lines().find(|line| line.starts_with("privacy-how-long =")).unwrap();
        for (class, days) in &programme.retention_days {
            assert!(said.contains(&format!("{days} ")), "{language}: {class} is kept for {days} days");
        }
    }
}

#[test]
fn every_address_of_a_mission_is_invented() {
    for mission in &founding().portal().missions {
        for official in &mission.official {
            let value = &official.value;
            let invented = value.contains("example")
                || value.contains("555")
                || value.contains("7946 0")
                || ["Sample", "Specimen", "Example"].iter().any(|word| value.contains(word));
            assert!(invented, "{value}");
        }
    }
}
