//! The other way round: whom does a new entry mean?

use crate::people::{entries, listed, subject};
use muster_watchlist::{Applicants, Comparison, Entry, Kind, Subject, compare};
use proptest::{collection::vec, prelude::*};

/// What comparing everybody with everything says, in the order of entries, then keys.
fn one_by_one(people: &[(u64, Subject)], entries: &[Entry]) -> Vec<(u64, usize, Comparison)> {
    let mut hits = Vec::new();
    for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.kind != Kind::Organisation) {
        for (key, subject) in people {
            let comparison = compare(subject, entry);
            if comparison.verdict.is_hit() {
                hits.push((*key, index, comparison));
            }
        }
    }
    hits
}

fn index(people: &[(u64, Subject)]) -> Applicants {
    let mut applicants = Applicants::new();
    for (key, subject) in people {
        applicants.insert(*key, subject.clone());
    }
    applicants
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn applicants_are_found_exactly_as_comparing_finds_them(
        subjects in vec(subject(), 60),
        new in entries(12),
        sorted in any::<bool>(),
    ) {
        let people: Vec<(u64, Subject)> = (10..).zip(subjects).collect();
        let mut applicants = index(&people);
        if sorted {
            applicants.sort();
        }
        prop_assert_eq!(applicants.screen(&new), one_by_one(&people, &new));
    }

    #[test]
    fn who_is_replaced_or_taken_out_is_no_longer_found_as_they_were(
        subjects in vec(subject(), 30),
        others in vec(subject(), 10),
        new in entries(12),
        sorted in any::<bool>(),
    ) {
        // Given thirty people, of whom ten are replaced by others and ten are taken out.
        let mut people: Vec<(u64, Subject)> = (0..).zip(subjects).collect();
        let mut applicants = index(&people);
        if sorted {
            applicants.sort();
        }
        for (key, other) in (0..).zip(others) {
            applicants.insert(key, other.clone());
            people[key as usize].1 = other;
        }
        people.drain(20..).for_each(|(key, _)| applicants.remove(key));
        prop_assert_eq!(applicants.len(), 20);
        prop_assert_eq!(applicants.screen(&new), one_by_one(&people, &new));
    }
}

#[test]
fn nobody_is_found_among_nobody() {
    let mut applicants = Applicants::new();
    assert!(applicants.is_empty() && applicants.screen(&[listed("Oleg Papermanov")]).is_empty());
    applicants.remove(7);
    assert!(applicants.is_empty(), "taking out who is not there changes nothing");
}
