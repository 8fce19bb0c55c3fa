//! Faults in files of messages, each with its place.

use crate::read;
use muster_i18n::{Catalog, Source};

/// The faults of two files, a line each.
fn faults(english: &str, ukrainian: &str) -> Vec<String> {
    let problems = read(english, ukrainian).expect_err("there are faults");
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn every_fault_is_told_at_once_with_its_place() {
    let english = "start-title = Apply\n\nstart-note = Wait for { $days } days\n";
    let ukrainian = "start-title = Подати заяву\nstart-old = Старе\nstart-note = Чекайте { $hours } годин\n";
    assert_eq!(
        faults(english, ukrainian),
        [
            "uk/start.ftl:2: `start-old` is not in en; write it there, or take it out here",
            "uk/start.ftl:3: `start-note` does not use $days, which en does",
            "uk/start.ftl:3: `start-note` uses $hours, which en does not",
        ]
    );
}

#[test]
fn what_cannot_be_read_has_its_line_and_hides_nothing_else() {
    let broken = "start-title = Apply\n\nstart-note = Wait { $days\nstart-more = More\n";
    let told = faults(broken, "start-title = Подати заяву\nstart-note = Чекайте\n");
    assert!(told[0].starts_with("en/start.ftl:3: this cannot be read: "), "{told:?}");
    assert!(
        told.contains(
            &"en/start.ftl:4: `start-more` is not in uk; write it there, or take it out here".into()
        ),
        "{told:?}"
    );
}

#[test]
fn lines_of_what_cannot_be_read_are_right() {
    for (broken, line) in [
        ("1a = b\n", 1),
        ("\n\ng@ = b", 3),
        ("a = {\n", 1),
        ("a = {", 1),
        ("ok = Yes\na = { $n ->\n    [one] x\n}\n", 3),
    ] {
        let told = faults(broken, "");
        let place = format!("en/start.ftl:{line}: this cannot be read");
        assert!(told.iter().any(|fault| fault.starts_with(&place)), "{broken:?}: {told:?}");
    }
}

#[test]
fn an_id_is_there_once_in_all_files_of_a_language() {
    let source = |language, file, text| Source { language, file, text };
    let problems = Catalog::read(
        "en",
        &[
            source("en", "a.ftl", "# Why.\nstart-title = One\n"),
            source("en", "b.ftl", "\nstart-title = Two\n"),
        ],
    )
    .unwrap_err();
    assert_eq!(
        problems[0].to_string(),
        "en/b.ftl:2: `start-title` is already in en/a.ftl:2; give one of them another name"
    );
    assert_eq!(problems.len(), 1);
}

#[test]
fn a_message_that_says_nothing_is_found() {
    let told = faults("a = { \"\" }\nb =\nc = Words\n", "a = Слова\nc = { \" \" }\n");
    for place in ["en/start.ftl:1: `a`", "en/start.ftl:2: `b`", "uk/start.ftl:2: `c`"] {
        assert!(told.contains(&format!("{place} says nothing")), "{place} in {told:?}");
    }
}

#[test]
fn a_choice_between_nothing_and_nothing_says_nothing() {
    let choice = "a = { $way ->\n    [train] { \"\" }\n   *[ship] { \"\" }\n}\n";
    assert_eq!(
        faults(choice, choice),
        ["en/start.ftl:1: `a` says nothing", "uk/start.ftl:1: `a` says nothing"]
    );
}

#[test]
fn terms_and_attributes_that_nobody_sees_are_found() {
    let told = faults("-ship = Ark\na = Words\n    .title = More words\n", "a = Слова\n");
    assert_eq!(
        told,
        [
            "en/start.ftl:1: `-ship` is used by no message of this language; take it out",
            "en/start.ftl:2: `a.title` is used by no message of this language; take it out",
        ]
    );
}

#[test]
fn a_message_that_asks_for_nothing_there_is_found() {
    let told = faults("a = { -ship } { b } { DATE($c) }\n", "a = { $c }\n");
    for what in ["-ship", "b", "DATE()"] {
        let line = format!("en/start.ftl:1: `a` asks for `{what}`, which is not in this language");
        assert!(told.contains(&line), "{line} in {told:?}");
    }
}

#[test]
fn a_message_that_contains_itself_is_found() {
    let told = faults("a = { b }\nb = { a }\n", "a = Слово\nb = Слово\n");
    assert_eq!(told, ["en/start.ftl:1: `a` contains itself", "en/start.ftl:2: `b` contains itself"]);
}

#[test]
fn a_variable_counts_wherever_it_stands_in_a_message() {
    let english = "inner = By { $name }\na = { inner }, { $n ->\n    [one] { $day }\n   *[other] no\n}\n";
    let ukrainian = "inner = Від { $name }\na = { $day } { $name } { NUMBER($n) }\n";
    assert!(read(english, ukrainian).is_ok());
}

#[test]
fn a_plural_without_a_form_that_numbers_need_is_found() {
    let english = "a = { $n ->\n    [one] { $n } day\n   *[other] { $n } days\n}\n";
    let ukrainian = "a = { $n ->\n    [one] { $n } день\n   *[other] { $n } днів\n}\n";
    assert_eq!(
        faults(english, ukrainian),
        [
            "uk/start.ftl:1: `a` has no form for `few`, which numbers need in this language",
            "uk/start.ftl:1: `a` has no form for `many`, which numbers need in this language",
        ]
    );
    let choice = "a = { $way ->\n    [train] by train\n   *[other] somehow\n}\n";
    assert!(read(choice, choice).is_ok(), "a choice between words is no plural");
}

#[test]
fn a_language_without_names_and_a_default_without_messages_are_found() {
    let source = Source { language: "tlh", file: "start.ftl", text: "a = nuqneH" };
    let told: Vec<String> =
        Catalog::read("en", &[source]).unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(told[0], "en: there are no messages in the default language");
    assert!(told[1].starts_with("tlh/start.ftl: there are no names in this language yet"), "{told:?}");
}

#[test]
fn lines_are_counted_past_comments_and_text_of_many_lines() {
    let english = "### All\n\n# One\na =\n    many\n    b = lines\n\nb = Words { $x }\n";
    assert_eq!(
        faults(english, "a = Слова\nb = Слова\n"),
        ["uk/start.ftl:2: `b` does not use $x, which en does"]
    );
    assert_eq!(
        faults(english, "a = Слова\n"),
        ["en/start.ftl:8: `b` is not in uk; write it there, or take it out here"]
    );
}
