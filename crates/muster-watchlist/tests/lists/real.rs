//! Real lists, each read from its publisher's file and compared with the same list in normal form.

use crate::shared::{lists, read_files};
use muster_watchlist::lists::Reading;
use muster_watchlist::{Entry, Kind};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// How far two readings of one list agree.
#[derive(Debug, Default)]
struct Agreement {
    entries: usize,
    persons: usize,
    names: usize,
    with_dob: usize,
    bad: usize,
    missing: Vec<String>,
    surplus: Vec<String>,
    kinds: Vec<String>,
    names_missing: Vec<String>,
    names_surplus: Vec<String>,
    born_missing: Vec<String>,
    born_surplus: Vec<String>,
    places_missing: Vec<String>,
    countries_missing: Vec<String>,
    sexes: Vec<String>,
    fathers: Vec<String>,
    numbers_missing: Vec<String>,
}

fn compare(ours: &Reading, theirs: &Reading) -> Agreement {
    let mut found = Agreement {
        entries: ours.entries.len(),
        persons: ours.entries.iter().filter(|entry| entry.kind == Kind::Person).count(),
        names: ours.entries.iter().map(|entry| entry.names.len()).sum(),
        with_dob: ours.entries.iter().filter(|entry| !entry.born.is_empty()).count(),
        bad: ours.bad.len(),
        ..Agreement::default()
    };
    let mut rest: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in ours.entries.iter().rev() {
        rest.entry(&entry.id).or_default().push(entry);
    }
    for theirs in &theirs.entries {
        let Some(ours) = rest.get_mut(theirs.id.as_str()).and_then(Vec::pop) else {
            found.missing.push(theirs.id.clone());
            continue;
        };
        same(ours, theirs, &mut found);
    }
    found.surplus = rest.values().flatten().map(|entry| entry.id.clone()).collect();
    found
}

fn same(ours: &Entry, theirs: &Entry, found: &mut Agreement) {
    let id = &ours.id;
    let say = |into: &mut Vec<String>, what: &dyn std::fmt::Display| into.push(format!("{id}: {what}"));
    if ours.kind != theirs.kind {
        say(&mut found.kinds, &format!("{:?} {:?}", ours.kind, theirs.kind));
    }
    let names = |entry: &Entry| entry.names.iter().map(|name| name.text.clone()).collect::<BTreeSet<_>>();
    let born = |entry: &Entry| {
        entry.born.iter().map(|born| born.to_string().replace('~', "")).collect::<BTreeSet<_>>()
    };
    let set = |list: &[String]| list.iter().cloned().collect::<BTreeSet<_>>();
    for (into, less, more) in [
        (&mut found.names_missing, names(theirs), names(ours)),
        (&mut found.names_surplus, names(ours), names(theirs)),
        (&mut found.born_missing, born(theirs), born(ours)),
        (&mut found.born_surplus, born(ours), born(theirs)),
        (&mut found.places_missing, set(&theirs.birthplaces), set(&ours.birthplaces)),
        (&mut found.countries_missing, set(&theirs.nationalities), set(&ours.nationalities)),
    ] {
        for one in less.difference(&more) {
            say(into, one);
        }
    }
    if ours.sex != theirs.sex {
        say(&mut found.sexes, &format!("{:?} {:?}", ours.sex, theirs.sex));
    }
    if ours.fathers != theirs.fathers && !theirs.fathers.is_empty() {
        say(&mut found.fathers, &format!("{:?} {:?}", ours.fathers, theirs.fathers));
    }
    for document in &theirs.documents {
        if !ours.documents.iter().any(|known| document.number.contains(&known.number)) {
            say(&mut found.numbers_missing, &document.number);
        }
    }
}

fn show(what: &str, found: &Agreement) {
    println!(
        "{what}: {} entries ({} persons), {} names, {} with a date of birth, {} bad records",
        found.entries, found.persons, found.names, found.with_dob, found.bad
    );
    for (what, list) in [
        ("missing", &found.missing),
        ("surplus", &found.surplus),
        ("of another kind", &found.kinds),
        ("names missing", &found.names_missing),
        ("names surplus", &found.names_surplus),
        ("born missing", &found.born_missing),
        ("born surplus", &found.born_surplus),
        ("places missing", &found.places_missing),
        ("countries missing", &found.countries_missing),
        ("sex", &found.sexes),
        ("fathers", &found.fathers),
        ("numbers missing", &found.numbers_missing),
    ] {
        if !list.is_empty() {
            println!("  {what}: {}, such as {:?}", list.len(), &list[..list.len().min(8)]);
        }
    }
}

fn both(lists: &Path, files: &[&str], normal: &str) -> (Reading, Reading) {
    let paths: Vec<PathBuf> = files.iter().map(|file| lists.join(file)).collect();
    let mut ours = read_files(&paths);
    let mut theirs = read_files(&[lists.join(normal)]);
    assert_eq!((ours.len(), theirs.len()), (1, 1), "one list each");
    assert_eq!(theirs[0].bad, [], "the normal form is sound");
    assert_eq!(ours[0].list, theirs[0].list);
    (ours.remove(0), theirs.remove(0))
}

fn agreement(files: &[&str], normal: &str) -> Option<Agreement> {
    let (ours, theirs) = both(&lists()?, files, normal);
    let found = compare(&ours, &theirs);
    show(normal, &found);
    for bad in ours.bad.iter().take(10) {
        println!("  {bad}");
    }
    for (what, list) in
        [("missing", &found.missing), ("surplus", &found.surplus), ("of another kind", &found.kinds)]
    {
        assert!(list.is_empty(), "{what}: {list:?}");
    }
    assert!(found.born_missing.is_empty(), "dates of birth missing: {:?}", found.born_missing);
    assert!(found.sexes.is_empty() && found.fathers.is_empty(), "{:?} {:?}", found.sexes, found.fathers);
    // The normal form cuts names at apostrophes and leaves enumerations together; ours does not.
    assert!(found.names_missing.len() * 100 <= found.names, "names missing: {:?}", found.names_missing);
    Some(found)
}

#[test]
fn ofac_of_july_2021_reads_as_its_normal_form() {
    let files = ["sdn", "alt", "add"].map(|file| format!("us_ofac_sdn/{file}-2021-07-consistent.csv"));
    let files: Vec<_> = files.iter().map(String::as_str).collect();
    let Some(found) = agreement(&files, "us_ofac_sdn/entities-2021-07.jsonl") else { return };
    assert_eq!((found.entries, found.persons, found.bad), (8_976, 4_620, 0));
}

#[test]
fn ofac_of_july_2024_reads_as_its_normal_form() {
    let files =
        ["us_ofac_sdn/sdn-2024-07-02.csv", "us_ofac_sdn/alt-2025-01.csv", "us_ofac_sdn/add-2025-01.csv"];
    let Some(found) = agreement(&files, "us_ofac_sdn/entities-2024-07-02.jsonl") else { return };
    assert_eq!((found.entries, found.persons), (15_443, 6_927));
}

#[test]
fn the_united_nations_list_reads_as_its_normal_form() {
    for (date, counts) in [("2026-02-27", (1_003, 730)), ("2020-11-24", (1_018, 713))] {
        let file = format!("un_sc/un-consolidated-{date}.xml");
        let Some(found) = agreement(&[&file], &format!("un_sc/entities-{date}.jsonl")) else { return };
        assert_eq!((found.entries, found.persons), counts);
    }
}

#[test]
fn the_official_journal_reads_as_its_normal_form() {
    let Some(lists) = lists() else { return };
    let folder = lists.join("eu_journal_2026-08/consolidated");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|file| {
            format!("eu_journal_2026-08/consolidated/{}", file.expect("a file").file_name().display())
        })
        .collect();
    files.sort();
    let files: Vec<_> = files.iter().map(String::as_str).collect();
    let Some(found) = agreement(&files, "eu_journal_2026-08/entities.jsonl") else { return };
    assert_eq!((found.entries, found.persons), (8_017, 4_500));
}

#[test]
fn the_proscribed_of_pakistan_read_as_their_normal_form() {
    let Some(found) = agreement(&["pk_proscribed/pk-proscribed.json"], "pk_proscribed/entities.jsonl") else {
        return;
    };
    assert_eq!((found.entries, found.persons), (4_665, 4_665));
}
