//! How alike two words are, and by which rule.

use crate::summary::word;
use muster_names::{INITIAL, Name, Rule, TITLE, Word, alike, allowed_edits, distance_within};

fn rule(asked: &str, listed: &str) -> Option<Rule> {
    alike(&word(asked), &word(listed), false).map(|found| found.rule)
}

fn bits(asked: &Word, listed: &Word) -> i32 {
    alike(asked, listed, false).map_or(0, |found| found.bits)
}

#[test]
fn every_rule_is_reached() {
    for (asked, listed, expected) in [
        ("Karelin", "KARELIN", Rule::Same),
        ("Karelin", "Карелин", Rule::Romanised),
        ("Yusuf", "Youssouf", Rule::Sound),
        ("Bartholomew", "Варфоломей", Rule::Variant),
        ("Hmzt", "Hamzat", Rule::VowelsOut),
        ("Kasimov", "Kosimiv", Rule::Skeleton),
        ("Karelin", "Karepin", Rule::OneEdit),
        ("Shcherbakenko", "Cherbatenku", Rule::NearSkeleton),
        ("Dehghanpour", "Dehfhanpor", Rule::TwoEdits),
        ("A", "Anna", Rule::Initial),
    ] {
        assert_eq!(rule(asked, listed), Some(expected), "{asked} {listed}");
    }
    let (beginning, whole) = (word("Konstantinop"), word("Konstantinopolski"));
    assert_eq!(alike(&beginning, &whole, true).map(|found| found.rule), Some(Rule::CutOff));
}

#[test]
fn every_rule_has_a_name_of_its_own_in_evidence() {
    let all = [
        Rule::Same,
        Rule::Romanised,
        Rule::Sound,
        Rule::Variant,
        Rule::VowelsOut,
        Rule::Skeleton,
        Rule::OneEdit,
        Rule::NearSkeleton,
        Rule::TwoEdits,
        Rule::CutOff,
        Rule::Initial,
    ];
    let mut names = all.map(Rule::word).to_vec();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all.len());
    assert!(names.iter().all(|name| name.starts_with("name.")));
}

#[test]
fn a_word_is_cut_off_only_where_its_name_ends() {
    let (beginning, whole) = (word("Konstantinop"), word("Konstantinopolski"));
    assert_eq!(alike(&beginning, &whole, false), None);
    assert_eq!(alike(&whole, &beginning, true), None, "lists cut nothing off");
}

#[test]
fn strangers_are_not_alike() {
    for (a, b) in [("Anna", "Oleg"), ("Karelin", "Выдуманная"), ("محمد", "Anna"), ("王", "Anna")]
    {
        assert_eq!(rule(a, b), None, "{a} {b}");
    }
}

#[test]
fn a_rare_name_weighs_more_than_a_common_one() {
    let (common, rare) = (word("Maria"), word("Scholastica"));
    assert!(bits(&rare, &rare) > bits(&common, &common) + 3_000);
}

#[test]
fn the_looser_the_rule_the_less_it_weighs() {
    let listed = word("Shevchenko");
    let weights =
        ["Shevchenko", "Schewtschenko", "Shevchenka", "Shevhcenka"].map(|asked| bits(&word(asked), &listed));
    assert!(weights.is_sorted_by(|a, b| a >= b) && weights[0] > weights[3], "{weights:?}");
}

#[test]
fn an_initial_stands_for_every_name_that_begins_so() {
    let initial = word("K");
    for name in ["Karelin", "Карелин"] {
        assert_eq!(bits(&initial, &word(name)), INITIAL);
        assert_eq!(bits(&word(name), &initial), INITIAL);
    }
    assert_eq!(alike(&initial, &word("Anna"), false), None);
}

#[test]
fn pieces_of_compounds_and_titles_weigh_little() {
    let servant = Name::read("Abdulrahman").words.swap_remove(0);
    assert!((1..=3_000).contains(&bits(&servant, &servant)));
    let title = Name::read("Professor Example").words.swap_remove(0);
    assert!((1..=TITLE).contains(&bits(&title, &title)));
    let form = Name::read_organisation("Invented Works Ltd").words.swap_remove(2);
    assert!((1..=300).contains(&bits(&form, &form)));
}

#[test]
fn the_shorter_a_word_the_fewer_letters_may_differ() {
    assert_eq!([1, 2, 7, 8, 40].map(allowed_edits), [0, 1, 1, 2, 2]);
    assert_eq!(rule("Karelin", "Karwpin"), None, "two letters in seven");
}

#[test]
fn letters_are_counted_as_they_slip() {
    for (a, b, edits) in
        [("same", "same", Some(0)), ("anna", "nana", Some(1)), ("anna", "ana", Some(1)), ("a", "abcd", None)]
    {
        assert_eq!(distance_within(a.as_bytes(), b.as_bytes(), 2), edits, "{a} {b}");
        assert_eq!(distance_within(b.as_bytes(), a.as_bytes(), 2), edits, "{b} {a}");
    }
}
