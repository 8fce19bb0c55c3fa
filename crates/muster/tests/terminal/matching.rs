//! Pairs compared, row by row.

use crate::run::Desk;
use std::{fmt::Write as _, fs};

const TABLE: &str = "c_dob\tquery\tcandidate\tnote\tq_dob\tschema\n\
                     1960-06-29\tThomas \"Tom\" Examplar\tEXAMPLAR, Thomas Tom\tx\t1960-06-29\tPerson\n\
                     \t\tSomebody Else\t\t\tPerson\n\
                     1971\tMaria Somebodyova\tJohn Unrelated | Johnny\t\tin spring\tPerson\n";

/// The rows of the answer, and the exit code.
fn compared(desk: &Desk, args: &[&str]) -> (Vec<serde_json::Value>, i32) {
    fs::write(desk.folder().join("pairs.tsv"), TABLE).unwrap();
    let ran = desk.run(&[&["match", "pairs", "pairs.tsv"], args].concat());
    assert_eq!(ran.err, "");
    (ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), ran.code)
}

#[test]
fn every_row_gives_a_line_in_its_place_and_a_bad_one_says_why() {
    let (rows, code) = compared(&Desk::new(), &[]);
    assert_eq!(code, 1, "a row could not be read");
    assert_eq!(rows.iter().map(|row| row["row"].as_u64().unwrap()).collect::<Vec<_>>(), [1, 2, 3]);
    let verdicts: Vec<_> = rows.iter().map(|row| row["verdict"].as_str().unwrap_or("–")).collect();
    assert_eq!(verdicts, ["strong", "–", "clear"]);
    assert_eq!(rows[1]["error"], "the row has no name in `query` or `name`");
    assert_eq!(rows[2]["unread"][0], "q_dob");
    let fields: Vec<_> = rows[0].as_object().unwrap().keys().collect();
    assert_eq!(fields, ["probability", "row", "score_bits", "verdict"]);
}

#[test]
fn the_parts_of_the_evidence_sum_to_the_score() {
    let (rows, _) = compared(&Desk::new(), &["--evidence"]);
    let bits = |value: &serde_json::Value| (value.as_f64().unwrap() * 1000.0).round() as i64;
    for row in [&rows[0], &rows[2]] {
        let parts = row["parts"].as_array().unwrap();
        assert!(!parts.is_empty() && parts.iter().all(|part| part["rule"].as_str().unwrap().contains('.')));
        assert_eq!(parts.iter().map(|part| bits(&part["bits"])).sum::<i64>(), bits(&row["score_bits"]));
    }
}

#[test]
fn names_only_is_another_question_than_everything() {
    let desk = Desk::new();
    let score = |args: &[&str]| compared(&desk, args).0[0]["score_bits"].as_f64().unwrap();
    let (everything, name) = (score(&[]), score(&["--name-only"]));
    assert!(name < everything, "the date of birth speaks for them too");
    let same = |one: f64, other: f64| (one - other).abs() < 0.0005;
    assert!(same(score(&["--fields", "name,sex"]), name));
    assert!(same(score(&["--fields", "born"]), everything));
}

#[test]
fn the_score_of_ofac_stands_beside_when_asked_for() {
    let desk = Desk::new();
    fs::write(desk.folder().join("pairs.tsv"), "query\tcandidate\nAnna Example\tSomebody | EXAMPLE, Anna\n")
        .unwrap();
    let row = |args: &[&str]| -> serde_json::Value {
        serde_json::from_str(&desk.run(&[&["match", "pairs", "pairs.tsv"], args].concat()).out).unwrap()
    };
    assert_eq!(row(&["--ofac"])["ofac"], 100);
    assert!(row(&[]).get("ofac").is_none());
}

#[test]
fn a_thousand_rows_of_a_pipe_come_out_in_order() {
    let desk = Desk::new();
    let mut table = "query\tcandidate\n".to_owned();
    for row in 0..1000 {
        writeln!(table, "Name{row} Family\tName{} Family", row % 2).unwrap();
    }
    fs::write(desk.folder().join("many.tsv"), table).unwrap();
    let piped = fs::File::open(desk.folder().join("many.tsv")).unwrap();
    let output = desk.command(&["match", "pairs", "-"], &[]).stdin(piped).output().unwrap();
    assert!(output.status.success());
    let out = String::from_utf8(output.stdout).unwrap();
    assert_eq!(out.lines().count(), 1000);
    for (place, line) in out.lines().enumerate() {
        assert!(line.starts_with(&format!("{{\"row\":{},", place + 1)), "{line}");
    }
}

#[test]
fn what_is_no_table_of_pairs_is_refused_with_what_to_do() {
    let desk = Desk::new();
    fs::write(desk.folder().join("names.txt"), "Anna\nMaria\n").unwrap();
    let ran = desk.run(&["match", "pairs", "names.txt"]);
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(ran.err, @r"
    muster: the first line must name the columns, with tabs between them: `query` or `name` is needed
      what to do: `muster help match pairs` describes the table
    ");
    assert_eq!(desk.run(&["match", "pairs", "nowhere.tsv"]).code, 2);
    insta::assert_snapshot!(desk.run(&["match", "pairs", "."]).err, @r"
    muster: . is a folder
      what to do: name a file in it
    ");
}
