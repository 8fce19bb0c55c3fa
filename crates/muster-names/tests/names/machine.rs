//! Names from the machine-readable zone of a passport, and names that a field cut off.

use crate::summary::texts;
use muster_names::Name;
use proptest::prelude::*;

#[test]
fn the_family_name_comes_first_in_the_machine_readable_zone_and_last_here() {
    let name = Name::read_machine("EXAMPLE<SAMPLE<<ANNA<MARIA<<<<<<<<<<<<<");
    assert_eq!((texts(&name).as_str(), name.cut), ("anna maria example sample", false));
}

#[test]
fn a_machine_readable_name_without_given_names_is_read() {
    assert_eq!(texts(&Name::read_machine("EXAMPLE<<<<<<<")), "example");
    assert_eq!(texts(&Name::read_machine("EXAMPLE")), "example");
    assert!(Name::read_machine("<<<<").words.is_empty());
}

#[test]
fn a_full_zone_without_a_filler_at_its_end_may_be_cut_off() {
    let full = "BENNELONG<WOOLOOMOOLOO<WARRANDYTE<WARNAMBO";
    assert!(Name::read_machine(&full[..39]).cut);
    assert!(Name::read_machine(&full[..30]).cut, "smaller documents have shorter fields");
    assert!(!Name::read_machine(&full[..29]).cut, "no document has so short a field");
}

#[test]
fn what_people_type_may_be_cut_off_where_fields_end() {
    for (length, cut) in
        [(18, false), (19, true), (20, true), (21, false), (33, false), (34, true), (35, true), (36, false)]
    {
        let name = format!("Anna {}", "x".repeat(length - 5));
        assert_eq!(Name::read(&name).cut, cut, "{length} letters");
    }
}

#[test]
fn names_of_organisations_are_never_cut_off() {
    assert!(!Name::read_organisation("Invented Works, Ltd.").cut);
}

proptest! {
    #[test]
    fn the_zone_says_what_the_passport_says(family in "[A-Z]{3,9}", given in "[A-Z]{3,9}") {
        let zone = format!("{:<<39}", format!("{family}<<{given}"));
        let plain = Name::read(&format!("{family}, {given}"));
        prop_assert_eq!(texts(&Name::read_machine(&zone)), texts(&plain));
    }
}
