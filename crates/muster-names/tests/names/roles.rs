//! What each word does in a name.

use crate::summary::roles;
use muster_names::{Name, Role};
use proptest::prelude::*;

#[test]
fn particles_between_names_need_no_partner() {
    for (text, told) in [
        ("Anna de la Example", "Name anna, Particle de, Particle la, Name example"),
        ("Ahmad bin Khalid", "Name ahmad, Particle bin, Name khalid"),
        ("Oleg van der Example", "Name oleg, Particle van, Particle der, Name example"),
        ("أحمد بن خالد", "Name احمد, Particle بن, Name خالد"),
    ] {
        assert_eq!(roles(text), told);
    }
}

#[test]
fn articles_are_told_in_their_spellings_and_before_the_sound_they_take_on() {
    for (text, told) in [
        ("Ahmad Al Example", "Name ahmad, Article al, Name example"),
        ("Bashar ash-Shami", "Name bashar, Article ash, Name shami"),
        ("Harun ar-Rashid", "Name harun, Article ar, Name rashid"),
        ("Ar Lamin", "Name ar, Name lamin"),
    ] {
        assert_eq!(roles(text), told);
    }
}

#[test]
fn titles_are_no_names_unless_nothing_else_is_there() {
    for (text, told) in [
        ("Dr. Anna Example", "Title dr, Name anna, Name example"),
        ("Haji Mullah Baz", "Title haji, Title mullah, Name baz"),
        ("полковник Карелин", "Title полковник, Name карелин"),
        ("Haji", "Name haji"),
    ] {
        assert_eq!(roles(text), told);
    }
}

#[test]
fn the_fathers_name_in_the_middle_is_a_patronymic() {
    for (text, told) in [
        ("Oleg Petrovich Karelin", "Name oleg, Patronymic petrovich, Name karelin"),
        ("Олена Іванівна Вигадана", "Name олена, Patronymic іванівна, Name вигадана"),
        ("Made Heydaroglu Up", "Name made, Patronymic heydaroglu, Name up"),
        ("Made Heydar oglu", "Name made, Name heydar, Particle oglu"),
    ] {
        assert_eq!(roles(text), told);
    }
}

#[test]
fn one_letter_of_an_alphabet_is_an_initial_and_one_sign_of_syllables_a_name() {
    for (text, told) in [
        ("J. R. Example", "Initial j, Initial r, Name example"),
        ("О. П. Карелин", "Initial о, Initial п, Name карелин"),
        ("王 明", "Name 王, Name 明"),
        ("Ortega y Gasset", "Name ortega, Particle y, Name gasset"),
    ] {
        assert_eq!(roles(text), told);
    }
}

#[test]
fn legal_forms_count_only_in_names_of_organisations() {
    use Role::{LegalForm, Name as N, Particle};
    let name = Name::read_organisation("The Invented Trading Company of Anna, Ltd.");
    let roles: Vec<Role> = name.words.iter().map(|word| word.role).collect();
    assert_eq!(roles, [LegalForm, N, N, LegalForm, Particle, N, LegalForm]);
    assert!(Name::read("Anna Limited").words.iter().all(|word| word.role == N));
}

#[test]
fn only_names_initials_and_patronymics_must_find_a_partner() {
    let name = Name::read("Dr. A. Petrovich van Example");
    let core: Vec<&str> = name.core().map(|word| word.text.as_str()).collect();
    assert_eq!(core, ["a", "petrovich", "example"]);
}

proptest! {
    #[test]
    fn the_last_word_is_never_a_particle_but_behind_the_fathers_name(
        words in prop::collection::vec(
            prop::sample::select(vec!["bin", "ibn", "von", "de", "la", "van", "der", "y", "e", "al", "ash", "Anna", "Example", "بن", "ولد"]),
            1..5,
        ),
    ) {
        let name = Name::read(&words.join(" "));
        let last = name.words.last().map(|word| word.role);
        prop_assert!(!matches!(last, Some(Role::Particle | Role::Article)), "{:?}", words);
        prop_assert!(name.core().next().is_some(), "somebody has a name");
    }
}
