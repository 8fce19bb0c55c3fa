//! People against lists: one person, many, and files.

use crate::run::{Desk, shape};
use std::{fs, io::Write as _, process::Stdio};

/// A mission's own list of made-up people.
pub(crate) const OWN: &str = "id,name,aliases,born,birthplace,nationality,sex,father,documents,remarks\n\
    E1,\"KOVALTSOV, Petro Ivanovych\",Петро Ковальцов;Pete the Wrench,1960-06-29,Kherson,UA,m,,AB123456,\n\
    E2,Qasim Abd al-Rahman EXAMPLARI,Abu Example,1971,,IQ,m,Rahman,,\n\
    E3,Example Trading Company,,,,,,,,\n";

/// A desk with that list in a file.
pub(crate) fn desk() -> Desk {
    let desk = Desk::new();
    fs::write(desk.folder().join("own-2022-03-01.csv"), OWN).unwrap();
    desk
}

const LIST: [&str; 2] = ["--list", "own-2022-03-01.csv"];

#[test]
fn a_listed_person_is_found_with_what_speaks_for_it() {
    let ran = desk()
        .run(&[&["screen", "Kovaltsov Petro", "--born", "1960-06-29", "--evidence"][..], &LIST].concat());
    assert_eq!(ran.code, 1, "somebody must look: {}", ran.err);
    for told in [
        "entry E1",
        "edition of 2022-03-01",
        "KOVALTSOV",
        "born",
        "1960-06-29",
        "same",
        "sum",
        "A person rules",
    ] {
        assert!(ran.out.contains(told), "{told}: {}", ran.out);
    }
}

#[test]
fn somebody_else_is_not_found_and_that_is_said() {
    let ran = desk().run(&[&["screen", "Maria Nobodyova", "--born", "1991"][..], &LIST].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("Nobody on these lists is like this person."), "{}", ran.out);
}

#[test]
fn a_document_is_enough() {
    let screen = ["screen", "Somebody Else", "--document", "AB123456:UA"];
    assert_eq!(desk().run(&[&screen[..], &LIST].concat()).code, 1);
}

#[test]
fn a_name_comes_from_standard_input_or_from_a_passport() {
    let desk = desk();
    let mut child = desk
        .command(&[&["screen", "-", "--json"][..], &LIST].concat(), &[])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all("Петро Ковальцов\n".as_bytes()).unwrap();
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(1));
    let mrz = ["screen", "--mrz", "P<UKRKOVALTSOV<<PETRO<<<<<<<<<<<<<<<<<<<<<<<"];
    assert_eq!(desk.run(&[&mrz[..], &LIST].concat()).code, 1);
}

#[test]
fn what_is_typed_wrong_is_refused_and_never_repeated() {
    let desk = desk();
    let refused = |args: &[&str]| {
        let ran = desk.run(&[&["screen", "Petro Secretname"][..], args, &LIST].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        ran.err
    };
    insta::assert_snapshot!(refused(&["--born", "29.6.1960"]), @r"
    muster: --born cannot be read
      what to do: write 1960-06-29, 1960-06, 1960, or 1958/1962 for a span
    ");
    insta::assert_snapshot!(refused(&["--sex", "male-ish"]), @r"
    muster: --sex cannot be read
      what to do: write f or m
    ");
    let line = "L898902C36UTO7408132F1204159ZE184226B<<<<<10";
    insta::assert_snapshot!(refused(&["--mrz", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "--mrz", line]), @r"
    muster: the check digit of the date of birth is wrong
      what to do: read the lines of the document again
    ");
    assert_eq!(desk.run(&[&["screen", "  "][..], &LIST].concat()).code, 2);
}

/// The lines of the answer, and the exit code.
fn screened(desk: &Desk, file: &str, people: &str, args: &[&str]) -> (Vec<serde_json::Value>, i32) {
    fs::write(desk.folder().join(file), people).unwrap();
    let ran = desk.run(&[&["screen", "--queries", file], args, &LIST].concat());
    assert_eq!(ran.err, "");
    (ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), ran.code)
}

#[test]
fn many_people_are_screened_row_by_row_whatever_their_columns_are_called() {
    let desk = desk();
    let people = "name\tfirst\tgender\tdob\tpob\tnationality\n\
                  Petro Kovaltsov\tPetro\tmale\t1960-06-29\tKherson\tUkraine\n\
                  Maria Nobodyova\tMaria\tfemale\tin spring\t\t\n\
                  \t\tfemale\t\t\t\n";
    let (rows, code) = screened(&desk, "people.tsv", people, &[]);
    assert_eq!(code, 1, "a row could not be read");
    assert_eq!(rows[0]["alerts"][0]["entry"], "E1");
    assert_eq!(rows[1]["alerts"].as_array().unwrap().len(), 0);
    assert_eq!(rows[1]["unread"][0], "born");
    assert_eq!(rows[2]["error"], "the row has no name");
    insta::assert_snapshot!(shape(&rows[0]), @"{alerts: [{alias: text, dated: text, entry: text, entry_digest: text, list: text, name: text, probability: number, score_bits: number, verdict: text}], not_comparable: [], row: number}");
}

#[test]
fn a_name_that_no_machine_can_compare_goes_to_a_person() {
    let desk = desk();
    let (rows, _) = screened(&desk, "people.tsv", "name\nนักรบ ทองดี\n", &[]);
    assert_eq!(rows[0]["not_comparable"][0]["script"], "Thai");
    let ran = desk.run(&[&["screen", "นักรบ ทองดี"][..], &LIST].concat());
    assert_eq!(ran.code, 1, "never a silent clear");
    assert!(ran.out.contains("A person must look"), "{}", ran.out);
    fs::write(desk.folder().join("pairs.tsv"), "query\tcandidate\nนักรบ ทองดี\tSomebody Else\n").unwrap();
    assert!(desk.run(&["match", "pairs", "pairs.tsv"]).out.contains("\"verdict\":\"not_comparable\""));
}

#[test]
fn the_columns_of_pairs_csv_and_json_lines_ask_the_same() {
    let desk = desk();
    let tables = [
        (
            "pairs.tsv",
            "candidate\tq_dob\tquery\tq_country\tq_ids\nx\t1960-06-29\tKovaltsov, Petro\tua\tZZ1 | AB123456\n",
        ),
        (
            "people.csv",
            "born,last,first,nationality,documents\n1960-06-29,\"Kovaltsov\",\"Petro\",ua,ZZ1 | AB123456\n",
        ),
        (
            "people.jsonl",
            "\n{\"name\":\"Petro Kovaltsov\",\"born\":\"1960-06-29\",\"nationality\":\"ua\",\"documents\":[\"ZZ1\",\"AB123456\"]}\n",
        ),
    ];
    let answers = tables.map(|(file, people)| screened(&desk, file, people, &[]));
    for (rows, code) in &answers {
        assert_eq!((rows.len(), *code), (1, 0));
        assert_eq!(rows[0]["alerts"][0]["entry"], "E1");
        assert_eq!(rows[0]["alerts"][0]["score_bits"], answers[0].0[0]["alerts"][0]["score_bits"]);
    }
}

#[test]
fn names_only_leaves_the_rest_of_a_row_out() {
    let desk = desk();
    let people = "name\tdob\nPetro Kovaltsov\t1960-06-29\n";
    let bits = |args: &[&str]| {
        let (rows, _) = screened(&desk, "people.tsv", people, args);
        rows[0]["alerts"][0]["score_bits"].as_f64().unwrap()
    };
    assert!(bits(&["--name-only"]) < bits(&[]));
    let (rows, _) = screened(&desk, "people.tsv", people, &["--evidence"]);
    let parts = rows[0]["alerts"][0]["parts"].as_array().unwrap();
    let sum: f64 = parts.iter().map(|part| part["bits"].as_f64().unwrap()).sum();
    assert!((sum - bits(&[])).abs() < 0.0005);
}

#[test]
fn a_snapshot_answers_as_its_files_do() {
    let desk = desk();
    assert_eq!(desk.run(&[&["list", "compile", "--out", "lists.snapshot"][..], &LIST].concat()).code, 0);
    let ask = |lists: &[&str]| {
        desk.run(&[&["screen", "Petro Kovaltsov", "--json", "--evidence"], lists].concat()).out
    };
    assert_eq!(ask(&["--snapshot", "lists.snapshot"]), ask(&LIST));
    fs::write(desk.folder().join("lists.snapshot"), "no snapshot").unwrap();
    let ran = desk.run(&["screen", "Petro Kovaltsov", "--snapshot", "lists.snapshot"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("compile the lists again") || ran.err.contains("list compile"), "{}", ran.err);
}

#[test]
fn a_file_that_is_no_list_or_no_table_is_refused_with_what_to_do() {
    let desk = desk();
    fs::write(desk.folder().join("poem.txt"), "Roses are red\n").unwrap();
    let ran = desk.run(&["screen", "Petro", "--list", "poem.txt"]);
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(ran.err, @r"
    muster: poem.txt is in no format that Muster reads. A list of your own is a CSV whose first line names its columns, at least id and name
      what to do: `docs/howto/import-a-list.md` says which files are read and how
    ");
    let ran = desk.run(&[&["screen", "--queries", "poem.txt"][..], &LIST].concat());
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(ran.err, @r"
    muster: the first line of the queries names no column with a person's name
      what to do: call it `name` or `query`; `muster help screen` lists the columns
    ");
    assert_eq!(desk.run(&["screen"]).code, 2);
}

#[test]
fn a_folder_stands_for_the_lists_in_it() {
    let desk = desk();
    fs::create_dir(desk.folder().join("lists")).unwrap();
    fs::write(desk.folder().join("lists/own.csv"), OWN).unwrap();
    fs::write(desk.folder().join("lists/README.md"), "Where they are from.\n").unwrap();
    assert_eq!(desk.run(&["screen", "Petro Kovaltsov", "--list", "lists"]).code, 1);
    fs::create_dir(desk.folder().join("empty")).unwrap();
    assert_eq!(desk.run(&["screen", "Petro Kovaltsov", "--list", "empty"]).code, 2);
}
