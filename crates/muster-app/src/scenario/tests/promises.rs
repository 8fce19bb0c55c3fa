//! What holds for every population.

use super::{TEN, firsts};
use crate::scenario::{AGENTS, Calendar, ENTRIES, Kind, PersonNo, Population, UPDATED};
use jiff::civil::DateTime;
use proptest::prelude::*;
use std::collections::{HashMap, HashSet};

#[test]
fn the_same_seed_gives_the_same_people_and_another_seed_others() {
    let one = Population::new(7, 300, 21);
    assert!(one == Population::new(7, 300, 21));
    assert!(one != Population::new(8, 300, 21));
}

#[test]
fn a_person_is_the_same_in_a_larger_population() {
    let (small, large) = (Population::new(7, 100, 21), Population::new(7, 200, 21));
    let names = |population: &Population| -> HashMap<PersonNo, String> {
        let firsts = population.inquiries.iter().filter(|inquiry| inquiry.kind == Kind::First);
        firsts.map(|inquiry| (inquiry.sender, inquiry.dossier.identity.name.full())).collect()
    };
    let (small, large) = (names(&small), names(&large));
    let same = small.iter().filter(|(person, name)| large[*person] == **name).count();
    // Which pairs share a household is drawn along the row, and changes no one before it.
    assert_eq!(same, small.len());
}

#[test]
fn a_boy_of_16_and_a_man_of_73_are_always_there() {
    let calendar = Calendar::new();
    for population in TEN.iter() {
        let ages: Vec<_> = population
            .inquiries
            .iter()
            .map(|inquiry| inquiry.dossier.identity.born.age_on(calendar.local(inquiry.arrives).date()))
            .collect();
        assert!(ages.iter().any(|(low, high)| *low <= 16 && *high >= 16));
        assert!(ages.iter().any(|(low, high)| *low <= 73 && *high >= 73));
    }
    let two = Population::new(3, 2, 21);
    let mut ages: Vec<_> = two
        .inquiries
        .iter()
        .filter(|inquiry| inquiry.kind == Kind::First)
        .map(|inquiry| inquiry.dossier.identity.born.age_on(calendar.local(inquiry.arrives).date()).0)
        .collect();
    ages.sort_unstable();
    assert_eq!(ages, [16, 73]);
}

#[test]
fn nobody_shares_an_address_or_a_document_and_only_households_share_a_telephone() {
    for population in TEN.iter() {
        let (mut mails, mut papers, mut phones) = (HashSet::new(), HashSet::new(), HashMap::new());
        for inquiry in population.inquiries.iter().filter(|inquiry| inquiry.kind == Kind::First) {
            let dossier = &inquiry.dossier;
            let home = population.truth(inquiry.sender).household;
            assert!(dossier.contact.email.is_some() || dossier.contact.phone.is_some());
            assert!(dossier.contact.email.as_ref().is_none_or(|mail| mails.insert(mail.normal())));
            let paper = dossier.identity.document.as_ref().map(|paper| (paper.issuer, paper.number.clone()));
            assert!(paper.is_none_or(|paper| papers.insert(paper)));
            if let Some(phone) = &dossier.contact.phone {
                let other = phones.insert(phone.normal().to_owned(), home);
                assert!(other.is_none_or(|other| other == home && home.is_some()));
            }
        }
    }
}

#[test]
fn who_writes_again_is_recognisable() {
    for population in TEN.iter() {
        let firsts: HashMap<_, _> =
            population.inquiries.iter().filter(|i| i.kind == Kind::First).map(|i| (i.sender, i)).collect();
        for again in population.inquiries.iter().filter(|i| i.kind != Kind::First) {
            let first = firsts[&again.sender];
            let (one, two) = (&first.dossier, &again.dossier);
            assert!(again.arrives >= first.arrives);
            assert!(two.identity.document.is_none() || one.identity.document == two.identity.document);
            assert!(one.identity.born == two.identity.born);
            match again.kind {
                Kind::SameMailResent => assert!(one == two),
                Kind::NewMailSamePhone => {
                    assert!(one.contact.phone == two.contact.phone && one.contact.email != two.contact.email);
                }
                Kind::SecondMission => assert!(first.mission != again.mission),
                Kind::Transliteration => assert!(one.identity.name != two.identity.name),
                Kind::First => unreachable!("filtered out above"),
            }
        }
    }
}

#[test]
fn the_list_holds_the_planted_and_the_update_holds_people_who_were_clean() {
    for population in TEN.iter() {
        let list = &population.watchlist;
        assert_eq!(list.entries.len(), ENTRIES as usize);
        assert!((0..).zip(&list.entries).all(|(no, entry)| entry.no == no));
        assert_eq!(population.people().filter(|(_, truth)| truth.agent).count(), AGENTS);
        assert_eq!((list.added.len(), list.added_are.len()), (UPDATED, UPDATED));
        assert!(list.added_are.iter().all(|person| population.truth(*person).listed.is_none()));
        let places: Vec<_> = population.people().filter_map(|(_, truth)| truth.listed).collect();
        assert_eq!(places.iter().collect::<HashSet<_>>().len(), places.len());
    }
}

#[test]
fn nothing_arrives_in_the_hour_that_the_clocks_skip() {
    let calendar = Calendar::new();
    let early = firsts()
        .map(|(_, inquiry)| calendar.local(inquiry.arrives))
        .filter(|local| local.date() == calendar.date(18) && local.hour() < 6);
    let hours: HashSet<_> = early.map(DateTime::hour).collect();
    assert_eq!(hours, HashSet::from([0, 1, 3, 4, 5]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn inquiries_are_numbered_in_order_of_arrival_within_the_days(seed: u64, people in 2_u32..120, days in 1_u32..40) {
        let population = Population::new(seed, people, days);
        let calendar = Calendar::new();
        for (no, inquiry) in (0..).zip(&population.inquiries) {
            prop_assert_eq!(inquiry.no, no);
            prop_assert!((1..=days).contains(&calendar.day(inquiry.arrives)));
        }
        prop_assert!(population.inquiries.is_sorted_by_key(|inquiry| inquiry.arrives));
        prop_assert_eq!(population.inquiries.iter().filter(|i| i.kind == Kind::First).count(), people as usize);
    }
}
