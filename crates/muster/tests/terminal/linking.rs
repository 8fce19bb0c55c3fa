//! Tables of people, and who of them is one person.

use crate::run::{Desk, Ran};
use std::fs;

const PEOPLE: &str = "rec_id,embassy,given_name,middle_name,family_name,sex,dob,birth_place,citizenship,passport_no,email,phone,residence,city
w1,PL,Oles,,Honchar,M,1990-04-07,Lviv,UA,ET123456,oles.honchar@example.org,+48591306288,PL,Lublin
w2,DE,Олесь,,Гончар,M,1990-07-04,Lviv,UA,FK998877,oles.honchar@example.org,,DE,Berlin
w3,US,Thomas,,Baker,M,1979-12-01,Boston,US,756729465,tb@example.org,+12025550143,US,Boston
w4,US,Peter,,Baker,M,1983-02-11,Boston,US,247368477,tb@example.org,+12025550143,US,Boston
w5,PL,Oles,,Honchar,M,1990-04-07,Lviv,UA,ET123456,oles.honchar@example.org,,PL,Lublin
";

fn table(desk: &Desk, text: &str) {
    fs::write(desk.folder().join("people.csv"), text).unwrap();
}

fn lines(ran: &Ran) -> Vec<serde_json::Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The pairs that are more likely than not one person.
fn one_person(ran: &Ran) -> Vec<(String, String)> {
    let text = |line: &serde_json::Value, name: &str| line[name].as_str().unwrap().to_owned();
    let likely = lines(ran).into_iter().filter(|line| line["probability"].as_f64().unwrap() > 0.5);
    let mut pairs: Vec<_> = likely.map(|line| (text(&line, "a"), text(&line, "b"))).collect();
    pairs.sort();
    pairs
}

fn pair(a: &str, b: &str) -> (String, String) {
    (a.to_owned(), b.to_owned())
}

#[test]
fn somebody_who_wrote_three_times_in_two_scripts_is_found_and_brothers_are_not_one() {
    let desk = Desk::new();
    table(&desk, PEOPLE);
    let ran = desk.run(&["link", "dedupe", "people.csv"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(one_person(&ran), [pair("w1", "w2"), pair("w1", "w5"), pair("w2", "w5")]);
    let first = ran.out.lines().next().unwrap();
    assert!(first.starts_with(r#"{"a":"w1","b":"w"#) && first.contains(r#","probability":0.99"#), "{first}");
    assert_eq!(lines(&ran)[0].as_object().unwrap().len(), 3);
}

#[test]
fn the_same_table_gives_the_same_bytes_and_the_likeliest_first() {
    let desk = Desk::new();
    table(&desk, PEOPLE);
    let run = || desk.run(&["link", "dedupe", "people.csv", "--at-least", "0"]).out;
    let out = run();
    assert_eq!(out, run());
    let told: Vec<f64> = lines(&Ran { out, err: String::new(), code: 0 })
        .iter()
        .map(|line| line["probability"].as_f64().unwrap())
        .collect();
    assert!(told.is_sorted_by(|a, b| a >= b), "{told:?}");
}

#[test]
fn the_parts_of_the_evidence_sum_to_the_bits() {
    let desk = Desk::new();
    table(&desk, PEOPLE);
    let ran = desk.run(&["link", "dedupe", "people.csv", "--evidence"]);
    let milli_bits = |value: &serde_json::Value| (value["bits"].as_f64().unwrap() * 1000.0).round() as i64;
    for line in lines(&ran) {
        let parts = line["parts"].as_array().unwrap();
        assert!(parts.iter().any(|part| part["rule"].as_str().unwrap().starts_with("born.")));
        assert_eq!(parts.iter().map(milli_bits).sum::<i64>(), milli_bits(&line));
    }
}

#[test]
fn a_row_that_cannot_be_read_is_named_counted_and_left_out() {
    let desk = Desk::new();
    table(&desk, &format!("{PEOPLE}w6,PL,,,,,,,,,,,,\nw1,PL,Other,,Person,M,,,,,,,,\n"));
    let ran = desk.run(&["link", "dedupe", "people.csv"]);
    assert_eq!(ran.code, 1);
    insta::assert_snapshot!(ran.err, @r"
    row 6: nothing in the row tells who it is
    row 7: another row has the same id
    ");
    assert_eq!(one_person(&ran).len(), 3);
}

#[test]
fn columns_of_other_names_are_told_and_rows_without_an_id_are_numbered() {
    let desk = Desk::new();
    table(
        &desk,
        "vorname,nachname,geburtstag,ort\nAnna,Schmidt,1990-04-07,Bonn\nAnna,Schmitd,1990-04-07,Bonn\nUwe,Kohl,1961-01-02,Bonn\n",
    );
    let refused = desk.run(&["link", "dedupe", "people.csv"]);
    assert_eq!(refused.code, 2);
    insta::assert_snapshot!(refused.err, @r"
    muster: no column of the table tells who somebody is
      what to do: name one with `--columns family=HEADER`; `muster help link dedupe` lists the fields
    ");
    let columns = "given=vorname,family=nachname,born=geburtstag,town=ort";
    let ran = desk.run(&["link", "dedupe", "people.csv", "--columns", columns]);
    assert_eq!(one_person(&ran), [pair("1", "2")]);
    assert!(ran.err.contains("estimated from the table itself"), "{}", ran.err);
}

#[test]
fn a_newcomer_is_looked_up_among_everybody_and_a_household_is_told_apart() {
    let desk = Desk::new();
    table(&desk, PEOPLE);
    let header = PEOPLE.lines().next().unwrap();
    let today = format!(
        "{header}\nn1,GB,Tom,,Baker,M,1979-12-01,Boston,US,756729465,,,GB,London\nn2,US,Ann,,Baker,F,1991-03-04,Boston,US,,tb@example.org,,US,Boston\n"
    );
    fs::write(desk.folder().join("today.csv"), today).unwrap();
    let found = lines(&desk.run(&["link", "lookup", "people.csv", "today.csv"]));
    assert_eq!(found[0]["links"][0]["id"], "w3");
    assert_eq!(found[0]["links"][0]["answer"], "same");
    assert_eq!(found[1]["links"].as_array().unwrap().len(), 0, "{}", found[1]);
    assert_eq!(found[1]["household"], serde_json::json!(["w3", "w4"]));
}

#[test]
fn named_pairs_are_compared_and_unknown_names_said() {
    let desk = Desk::new();
    table(&desk, PEOPLE);
    fs::write(desk.folder().join("pairs.csv"), "a,b\nw1,w5\nw3,w4\nw1,nobody\n").unwrap();
    let ran = desk.run(&["link", "pairs", "people.csv", "pairs.csv"]);
    assert_eq!(ran.code, 1);
    let told = lines(&ran);
    assert_eq!(told[0]["answer"], "same");
    assert_eq!((&told[1]["answer"], &told[1]["against"]), (&"different".into(), &"relatives".into()));
    assert_eq!(told[2]["error"], "the table has no two rows of these ids");
}
