//! What the engine promises, over made-up people.

use muster_linkage::{
    Answer, Born, Kind, Link, Linker, MilliBits, Paper, Record, Sex, Weights, WrittenName, compare,
};
use muster_vocab::DocumentKind;
use proptest::prelude::*;

fn person(given: &str, family: &str, born: &str) -> Record {
    Record {
        names: vec![WrittenName { given: given.into(), family: family.into(), ..WrittenName::default() }],
        born: born.parse().ok(),
        sex: Some(Sex::Male),
        nationalities: vec!["UA".parse().unwrap()],
        birthplace: "Lviv".into(),
        residence: "PL".parse().ok(),
        town: "Lublin".into(),
        ..Record::default()
    }
}

fn passport(number: &str) -> Vec<Paper> {
    vec![Paper { kind: DocumentKind::Passport, issuer: None, number: number.into() }]
}

fn answer(a: &Record, b: &Record) -> Answer {
    compare(&Weights::shipped(), a, b).score.answer
}

#[test]
fn one_person_in_two_scripts_with_another_telephone_is_found() {
    let mut linker = Linker::new(Weights::shipped());
    let first =
        Record { phones: vec!["+48 591 306 288".into()], ..person("Oleksandr", "Shevchenko", "1990-04-17") };
    let again = Record {
        phones: vec!["+48 600 111 222".into()],
        ..person("Олександр", "Шевченко", "1990-04-17")
    };
    let id = linker.insert(&first);
    let found = linker.look_up(&again);
    assert_eq!(found.links.first().map(|link| link.record), Some(id));
    assert!(found.links[0].score.answer >= Answer::ToPerson);
}

#[test]
fn a_mistyped_birthday_and_a_renewed_passport_do_not_hide_somebody() {
    let email = vec!["oles.honchar@example.org".to_owned()];
    let first = Record {
        documents: passport("ET123456"),
        emails: email.clone(),
        ..person("Oles", "Honchar", "1990-04-07")
    };
    let again =
        Record { documents: passport("FK998877"), emails: email, ..person("Oles", "Honchar", "1990-07-04") };
    assert_eq!(answer(&first, &again), Answer::Same);
}

#[test]
fn brothers_with_one_telephone_and_one_address_are_a_household_and_two_people() {
    let home = |record: Record| Record {
        phones: vec!["+48 591 306 288".into()],
        address: "Długa 12 20-346".into(),
        ..record
    };
    let mut linker = Linker::new(Weights::shipped());
    let brother = linker.insert(&home(person("Taras", "Melnyk", "1988-02-11")));
    let found = linker.look_up(&home(person("Ostap", "Melnyk", "1993-10-30")));
    assert!(found.links.is_empty(), "{:?}", found.links);
    assert_eq!(found.household, [brother]);
}

#[test]
fn twins_with_one_telephone_are_not_one_person_without_a_human_being() {
    let home = |record: Record| Record { phones: vec!["+48 591 306 288".into()], ..record };
    let (one, other) =
        (home(person("Taras", "Melnyk", "1988-02-11")), home(person("Ostap", "Melnyk", "1988-02-11")));
    assert!(answer(&one, &other) < Answer::Same);
}

#[test]
fn father_and_son_of_the_same_name_are_not_one_person_without_a_human_being() {
    let home = |record: Record| Record { phones: vec!["+48 591 306 288".into()], ..record };
    let (father, son) =
        (home(person("Ivan", "Melnyk", "1964-02-11")), home(person("Ivan", "Melnyk", "1993-10-30")));
    assert!(answer(&father, &son) < Answer::Same);
}

#[test]
fn whoever_is_forgotten_is_never_found_again() {
    let mut linker = Linker::new(Weights::shipped());
    let record = person("Oles", "Honchar", "1990-04-07");
    let id = linker.insert(&record);
    assert!(!linker.look_up(&record).links.is_empty());
    assert!(linker.forget(id) && !linker.forget(id));
    assert!(linker.look_up(&record).links.is_empty());
    assert_eq!(linker.explain(id, id), None);
}

#[test]
fn nothing_is_known_of_two_empty_records() {
    let mut linker = Linker::new(Weights::shipped());
    linker.insert(&Record::default());
    assert_eq!(linker.look_up(&Record::default()).compared, 0);
    assert_eq!(compare(&Weights::shipped(), &Record::default(), &Record::default()).parts.len(), 1);
}

#[test]
fn evidence_is_written_in_named_rules() {
    let (a, b) = (person("Oles", "Honchar", "1990-04-07"), person("Oles", "Honchar", "1990-07-04"));
    let rules: Vec<&str> = compare(&Weights::shipped(), &a, &b).parts.iter().map(|part| part.rule).collect();
    assert!(rules[0].starts_with("before."));
    assert!(
        rules.contains(&"born.day_month_swapped") && rules.contains(&"origin.birthplace_and_nationality")
    );
}

fn people() -> impl Strategy<Value = Record> {
    let given =
        prop::sample::select(vec!["Oleksandr", "Олександр", "Sasha", "Taras", "Maria Elena", "J", ""]);
    let middle = prop::sample::select(vec!["", "Petrovych", "M"]);
    let family = prop::sample::select(vec![
        "Shevchenko",
        "Шевченко",
        "Schewtschenko",
        "de la Cruz Soto",
        "Soto",
        "王",
    ]);
    let born = (prop::sample::select(vec![1990_u16, 1991, 9190, 0]), 0_u8..13, 0_u8..32)
        .prop_map(|(year, month, day)| (year > 0).then_some(Born { year, month, day }));
    let number = prop::option::of(prop::sample::select(vec!["ET123456", "ET123457", "KK 77 88 99"]));
    let email = prop::option::of(prop::sample::select(vec![
        "taras.s@example.org",
        "taras.s@example.com",
        "sasha1990@gmail.com",
    ]));
    let place = prop::sample::select(vec!["", "Lviv", "Львів", "Bogotá"]);
    let phone =
        prop::option::of(prop::sample::select(vec!["+48 591 306 288", "591306289", "0591 30 68", "123456"]));
    (given, middle, family, born, number, email, phone, place, any::<bool>()).prop_map(
        |(given, middle, family, born, number, email, phone, place, male)| Record {
            names: vec![WrittenName { given: given.into(), middle: middle.into(), family: family.into() }],
            born,
            sex: Some(if male { Sex::Male } else { Sex::Female }),
            documents: number.map(passport).unwrap_or_default(),
            phones: phone.map(str::to_owned).into_iter().collect(),
            emails: email.map(str::to_owned).into_iter().collect(),
            birthplace: place.into(),
            ..Record::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_parts_of_the_evidence_sum_to_the_score(a in people(), b in people()) {
        let comparison = compare(&Weights::shipped(), &a, &b);
        let sum: MilliBits = comparison.parts.iter().map(|part| part.bits).sum();
        prop_assert_eq!(sum, comparison.score.bits);
        prop_assert!(comparison.score.against != Kind::Same);
    }

    #[test]
    fn it_does_not_matter_who_is_asked_about_whom(a in people(), b in people()) {
        let weights = Weights::shipped();
        prop_assert_eq!(compare(&weights, &a, &b), compare(&weights, &b, &a));
    }

    #[test]
    fn the_index_says_what_comparing_two_records_says(all in prop::collection::vec(people(), 2..12)) {
        let weights = Weights::shipped();
        let mut linker = Linker::new(weights.clone());
        for record in &all {
            linker.insert(record);
        }
        for a in 0..all.len() {
            for b in 0..all.len() {
                let alone = compare(&weights, &all[a], &all[b]);
                prop_assert_eq!(linker.explain(a as u32, b as u32), Some(alone));
            }
        }
    }

    #[test]
    fn pairs_that_part_early_are_those_that_score_less(
        all in prop::collection::vec(people(), 2..12), least in -40_000_i32..20_000
    ) {
        let mut linker = Linker::new(Weights::shipped());
        linker.insert_all(&all);
        for b in 0..all.len() as u32 {
            let scored = linker.candidates(b).into_iter().filter(|a| *a < b);
            let scored = scored.map(|a| Link { record: a, score: linker.score(a, b).unwrap() });
            let expected: Vec<Link> = scored.filter(|link| link.score.bits.0 >= least).collect();
            prop_assert_eq!(linker.before(b, MilliBits(least)), expected);
        }
    }

    #[test]
    fn whoever_shares_a_household_is_found_though_they_are_two(
        all in prop::collection::vec(people(), 1..12), asked in people()
    ) {
        let mut linker = Linker::new(Weights::shipped());
        linker.insert_all(&all);
        let found = linker.look_up(&asked);
        let asked = linker.insert(&asked);
        let candidates = linker.candidates(asked);
        prop_assert_eq!(found.compared, candidates.len());
        for other in candidates {
            let comparison = linker.explain(other, asked).unwrap();
            let linked = found.links.iter().any(|link| link.record == other);
            prop_assert_eq!(linked, comparison.score.answer != Answer::Different);
            let one_home = ["phone.same", "email.same", "address.same", "address.mostly_same"];
            let shares = comparison.parts.iter().any(|part| one_home.contains(&part.rule));
            let of_one_home = matches!(comparison.score.against, Kind::Relatives | Kind::Twins);
            prop_assert_eq!(found.household.contains(&other), !linked && shares && of_one_home);
        }
    }

    #[test]
    fn whoever_shares_a_document_is_compared(all in prop::collection::vec(people(), 2..12)) {
        let mut linker = Linker::new(Weights::shipped());
        for record in &all {
            linker.insert(record);
        }
        for a in 0..all.len() {
            for b in (0..all.len()).filter(|b| *b != a) {
                if !all[a].documents.is_empty() && all[a].documents == all[b].documents {
                    prop_assert!(linker.candidates(a as u32).contains(&(b as u32)));
                }
            }
        }
    }
}
