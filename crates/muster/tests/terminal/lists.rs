//! Editions of lists: looked at, taken in, compared, put in force by two people.

use crate::{
    run::{Desk, shape},
    screening::OWN,
};
use std::fs;

/// A mission, its administrator, and two officers: a screener and an adjudicator.
pub(crate) fn mission() -> (Desk, String, String, String) {
    let (desk, administrator) = Desk::opened();
    let add = |name: &str, role: &str| {
        let made = desk.json(&["staff", "add", "--as", &administrator, "--name", name, "--roles", role]);
        made["staff"].as_str().unwrap().to_owned()
    };
    let (screener, adjudicator) = (add("Sofia", "screener"), add("Adam", "adjudicator"));
    fs::write(desk.folder().join("own-2022-03-01.csv"), OWN).unwrap();
    (desk, administrator, screener, adjudicator)
}

fn import<'a>(file: &'a str, by: &'a str) -> Vec<&'a str> {
    vec!["list", "import", file, "--list", "embassy", "--as", by]
}

#[test]
fn nobody_is_screened_against_an_edition_before_two_people_put_it_in_force() {
    let (desk, _, screener, adjudicator) = mission();
    let ran = desk.run(&import("own-2022-03-01.csv", &screener));
    assert_eq!(ran.code, 0, "{}", ran.err);
    insta::with_settings!({filters => vec![("[0-9a-f]{64}", "HASH")]}, {
        insta::assert_snapshot!(ran.out, @r"
        embassy, edition of 2022-03-01: imported.
          entries  3
          files    HASH
          content  HASH
          next     look at what it changes with `muster list diff embassy`; then two people, one after the other, run `muster list activate embassy 2022-03-01`
        ");
    });
    let screen = ["screen", "Petro Kovaltsov"];
    insta::assert_snapshot!(desk.run(&screen).err, @r"
    muster: no list is in force in this mission
      what to do: `muster list import` and `muster list activate` put one in force; or name files with --list
    ");
    let activate = |by: &str| desk.run(&["list", "activate", "embassy", "2022-03-01", "--as", by]);
    let first = activate(&screener);
    assert_eq!(first.code, 0, "{}", first.err);
    assert!(first.out.contains("is proposed"), "{}", first.out);
    assert_ne!(activate(&screener).code, 0, "one person does not sign twice");
    assert_eq!(desk.run(&screen).code, 1, "not in force yet");
    assert!(activate(&adjudicator).out.contains("is in force"));
    let found = desk.run(&[&screen[..], &["--json"]].concat());
    let found: serde_json::Value = serde_json::from_str(&found.out).unwrap();
    assert_eq!(found["alerts"][0]["list"], "embassy");
    insta::assert_snapshot!(shape(&desk.json(&["list", "show"])), @"[{editions: [{bad: number, content: text, edition: text, entries: number, is: text, list: text, source: text, steps: [{at: text, by: text, did: text}]}], list: text}]");
    let shown = desk.run(&["list", "show", "embassy"]).out;
    insta::with_settings!({filters => vec![
        ("[0-9a-f]{32}", "HUMAN"),
        ("[0-9a-f]{12}", "HASH"),
        (r"\d{4}-\d\d-\d\d \d\d:\d\d", "TIME"),
    ]}, {
        insta::assert_snapshot!(shown, @r"
        List     Edition               Entries  Bad  Content
        embassy  2022-03-01  in force        3    0  HASH

        2022-03-01 HASH
          TIME  imported      by HUMAN
          TIME  proposed      by HUMAN
          TIME  put in force  by HUMAN
        ");
    });
}

#[test]
fn the_same_files_are_one_edition_however_often_they_come() {
    let (desk, _, screener, _) = mission();
    let new = |ran: serde_json::Value| ran[0]["new"].as_bool().unwrap();
    assert!(new(desk.json(&import("own-2022-03-01.csv", &screener))));
    assert!(!new(desk.json(&import("own-2022-03-01.csv", &screener))));
    assert_eq!(desk.json(&["list", "show", "embassy"])[0]["editions"].as_array().unwrap().len(), 1);
}

#[test]
fn a_record_that_cannot_be_read_is_told_with_its_place_and_the_others_are_in() {
    let (desk, _, screener, _) = mission();
    fs::write(desk.folder().join("bad-2022-03-02.csv"), "id,name\nE1,Petro Example\nE2,\n").unwrap();
    let ran = desk.run(&import("bad-2022-03-02.csv", &screener));
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("entries  1"), "{}", ran.out);
    assert!(ran.out.contains("bad-2022-03-02.csv, line 3"), "{}", ran.out);
    let shown = desk.run(&["list", "show", "bad-2022-03-02.csv"]);
    assert_eq!(shown.code, 1);
    assert!(shown.out.contains("line 3"), "{}", shown.out);
}

#[test]
fn what_an_edition_changes_is_told_entry_by_entry() {
    let (desk, _, screener, _) = mission();
    let newer =
        OWN.replace("1960-06-29", "1961-06-29").replace("E3,Example Trading Company", "E4,Another Company");
    fs::write(desk.folder().join("own-2022-03-08.csv"), newer).unwrap();
    let files = desk.run(&["list", "diff", "own-2022-03-01.csv", "own-2022-03-08.csv"]);
    assert_eq!(files.code, 0, "{}", files.err);
    insta::assert_snapshot!(files.out, @r"
    own-2022-03-01 2022-03-01 → own-2022-03-08 2022-03-08
      1 added, 1 changed, 1 removed

    Added
      E4  Another Company

    Changed
      E1  KOVALTSOV, Petro Ivanovych: dates of birth

    Removed
      E3  Example Trading Company
    ");
    for file in ["own-2022-03-01.csv", "own-2022-03-08.csv"] {
        assert_eq!(desk.run(&import(file, &screener)).code, 0);
    }
    let of = |a: &str, b: &str| desk.json(&["list", "diff", a, b]);
    let stored = of("embassy@2022-03-01", "embassy@2022-03-08");
    assert_eq!(stored["changed"][0]["id"], "E1");
    assert_eq!(stored["changed"][0]["what"][0], "dates of birth");
    let mixed = of("embassy@2022-03-01", "own-2022-03-08.csv");
    assert_eq!((&mixed["added"], &mixed["removed"]), (&stored["added"], &stored["removed"]));
    assert_eq!(desk.run(&["list", "diff", "own-2022-03-01.csv", "embassy@2022-03-01"]).code, 4);
    // With nothing in force everything is new.
    assert_eq!(desk.json(&["list", "diff", "embassy"])["added"].as_array().unwrap().len(), 3);
}

#[test]
fn what_is_no_list_and_no_edition_is_refused_with_what_to_do() {
    let (desk, administrator, ..) = mission();
    insta::assert_snapshot!(desk.run(&["list", "show", "unsc"]).err, @r"
    muster: there is no list `unsc`
      what to do: none was imported yet; `muster list import FILE` imports one
    ");
    insta::assert_snapshot!(desk.run(&["list", "diff", "nowhere.csv", "own-2022-03-01.csv"]).err, @r"
    muster: `nowhere.csv` is no file, and names no edition
      what to do: name a file that is there, or an edition as LIST@EDITION; `muster list show` lists them
    ");
    fs::write(desk.folder().join("undated.csv"), OWN).unwrap();
    insta::assert_snapshot!(desk.run(&import("undated.csv", &administrator)).err, @r"
    muster: the files of embassy do not say of which day they are; say it, such as 2022-02-15
      what to do: --dated says the day, --list the name; `muster list show FILE` shows what is in a file
    ");
    assert_eq!(desk.run(&["list", "show"]).code, 4);
    assert_eq!(desk.run(&["list", "import", "own-2022-03-01.csv"]).code, 2, "nobody is named");
}
