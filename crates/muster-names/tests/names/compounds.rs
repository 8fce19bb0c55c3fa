//! Names that are written as one word or as several.

use crate::summary::{read, texts};
use muster_names::Name;

#[test]
fn the_servant_of_is_parted_from_whose_servant_in_every_spelling() {
    for written in [
        "Abdulrahman",
        "Abdul Rahman",
        "Abdul-Rahman",
        "Abdel Rahman",
        "Abdurrahman",
        "Abdur Rahman",
        "Abdoul Rahman",
    ] {
        assert_eq!(read(written), "abd rahman", "{written}");
    }
    assert_eq!(read("Abdushshakur"), "abd shakur");
}

#[test]
fn abdullah_is_the_servant_of_god() {
    for written in ["Abdullah", "Abdallah", "Abdulla", "ABDOLLAH", "Abd Allah"] {
        assert_eq!(read(written), "abd allah", "{written}");
    }
}

#[test]
fn of_god_and_of_the_faith_are_parted_from_what_is_before() {
    for (written, parts) in [
        ("Nasrullah", "nasr allah"),
        ("Hibatullahi", "hibat allah"),
        ("Saifuddin", "saif din"),
        ("Salaheddine", "salah din"),
        ("Nooraldeen", "noor din"),
    ] {
        assert_eq!(read(written), parts);
    }
}

#[test]
fn words_that_only_look_so_are_left_whole() {
    for whole in ["Abdul", "Abdo", "Allah", "Uddin", "Ulla", "Aladin", "Paola"] {
        assert_eq!(read(whole), whole.to_lowercase());
    }
    assert_eq!(read("Abdülkadir"), "abdulkadir", "a letter with a mark is of another language");
}

#[test]
fn arabic_writing_is_parted_alike() {
    for (written, parts) in [
        ("عبدالرحمن", "عبد رحمن"),
        ("عبدالله", "عبد الله"),
        ("عبد الله", "عبد الله"),
        ("نصرالله", "نصر الله"),
        ("سيفالدين", "سيف دين"),
        ("المخترع", "ال مخترع"),
        ("ابوالخير", "ابو الخير"),
        ("الله", "الله"),
        ("علي", "علي"),
    ] {
        assert_eq!(read(written), parts);
    }
}

#[test]
fn the_whole_of_a_compound_is_kept_beside_its_parts() {
    let name = Name::read("Karim Nasrullah Khan");
    assert_eq!(texts(&name), "karim nasr allah khan");
    let kept: Vec<_> =
        name.compounds.iter().map(|(from, count, whole)| (*from, *count, whole.text.as_str())).collect();
    assert_eq!(kept, [(1, 2, "nasrullah")]);
    assert!(name.words[1..3].iter().all(|word| word.raw == "Nasrullah"), "each part tells what was written");
}

#[test]
fn two_neighbours_may_be_written_as_one() {
    let name = Name::read("Ming Hao");
    let joined = name.words[0].joined(&name.words[1]);
    assert_eq!((joined.raw.as_str(), joined.text.as_str()), ("Ming Hao", "minghao"));
}
