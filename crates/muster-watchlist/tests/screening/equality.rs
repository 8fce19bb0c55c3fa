//! The index finds what comparing with everybody finds.

use crate::people::{compiled, entries, listed, subject};
use muster_watchlist::{Subject, compare};
use proptest::{collection::vec, prelude::*, sample::Index};

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_index_answers_as_comparing_with_every_entry_does(
        list in entries(200),
        subjects in vec(subject(), 12),
        copied in vec(any::<(Index, Index)>(), 4),
    ) {
        // Given a list of two hundred, and people of whom some bear a listed name to the letter.
        let snapshot = compiled(&list);
        let namesakes = copied.iter().map(|(entry, name)| Subject::named(&name.get(&entry.get(&list).names).text));
        for subject in subjects.into_iter().chain(namesakes) {
            // When somebody is screened by the index and against everybody, then both answers are the same.
            prop_assert_eq!(snapshot.screen(&subject), snapshot.screen_all(&subject));
        }
    }

    #[test]
    fn a_hit_is_told_with_what_comparing_the_two_alone_says(list in entries(40), subject in subject()) {
        let screening = compiled(&list).screen(&subject);
        for hit in &screening.hits {
            let entry = list.iter().find(|entry| entry.id == hit.entry).expect("an entry of the list");
            prop_assert_eq!(&hit.comparison, &compare(&subject, entry));
            prop_assert_eq!(hit.entry_digest, entry.digest());
            prop_assert!(entry.names.iter().any(|name| name.text == hit.alias && name.strength == hit.alias_strength));
        }
        let people = list.iter().filter(|entry| entry.kind != muster_watchlist::Kind::Organisation);
        let expected = people.filter(|entry| compare(&subject, entry).verdict.is_hit()).count();
        prop_assert_eq!(screening.hits.len(), expected);
        prop_assert!(screening.hits.is_sorted_by(|a, b| a.comparison.score >= b.comparison.score), "strongest first");
    }
}

#[test]
fn an_empty_list_hits_nobody() {
    assert!(compiled(&[]).screen(&Subject::named("Oleg Papermanov")).hits.is_empty());
}

#[test]
fn somebody_is_found_in_every_script_of_the_list() {
    for (asked, name) in [
        ("Oleh Kartonenko-Schwarzpappel", "Олег Картоненко-Шварцпаппель"),
        ("Олег Паперманов", "PAPERMANOV, Oleg"),
        ("Yusuf al-Mukhtarawi", "يوسف المختراوي"),
        ("Αλέξανδρος Χαρτόπουλος", "Alexandros Chartopoulos"),
    ] {
        let screening = compiled(&[listed(name)]).screen(&Subject::named(asked));
        assert_eq!(screening.hits.len(), 1, "{asked} {name}");
    }
}
