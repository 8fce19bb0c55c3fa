//! Rows as they really come: broken, quoted, too long.

use super::*;
use proptest::prelude::*;

const HEADER: &str = "family,born,email,words\n";

fn rows(bytes: &[u8], form: Form) -> Vec<SourceRow> {
    let mut source = Source::open(bytes, form).unwrap_or_else(|failure| panic!("{failure}"));
    std::iter::from_fn(|| source.next().unwrap()).collect()
}

fn told(bytes: &[u8], form: Form) -> String {
    let line = |row: SourceRow| match row.answers {
        Ok(answers) => format!("{}: {} answers", row.line, answers.len()),
        Err(faults) => {
            let all = faults.iter().map(|f| format!("{}: {}", f.column.unwrap_or("-"), f.cause));
            format!("{}: {}", row.line, all.collect::<Vec<_>>().join("; "))
        }
    };
    rows(bytes, form).into_iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_broken_row_is_told_with_line_and_column_and_the_others_are_read() {
    let mut file = HEADER.as_bytes().to_vec();
    file.extend_from_slice(b"Weber,1988,a@example.org,hello\r\n");
    file.extend_from_slice(b"Weber,1988\n");
    file.extend_from_slice(b"\xff\xfe,1988,a@example.org,\n");
    file.extend_from_slice(b"We\0ber,1988,a@example.org,\n");
    file.extend_from_slice(b"\"Weber,1988,a@example.org,\n");
    file.extend_from_slice(b"\n , , ,\n");
    file.extend_from_slice(b"\"We\"ber,1988,a@example.org,\n");
    file.extend_from_slice(format!("{},1988,,\n", "x".repeat(401)).as_bytes());
    file.extend_from_slice(b"Weber,1988,b@example.org,\"two\nlines\"\n");
    file.extend_from_slice(b"=HYPERLINK(\"x\"),1988,c@example.org,@sum\n");
    insta::assert_snapshot!(told(&file, Form::Csv), @r"
    2: 4 answers
    3: -: the row has 2 cells, the header names 4
    4: family: the text is not UTF-8; save the file as UTF-8 and import it again
    5: family: the cell holds a control character; take it out
    6: family: text follows a closing quote; write a quote inside a cell twice
    9: family: text follows a closing quote; write a quote inside a cell twice
    10: family: the cell is longer than 400 characters
    11: 4 answers
    13: 4 answers
    ");
}

#[test]
fn a_broken_line_of_json_is_told_without_its_words() {
    let file = br#"{"family":"Weber","nationalities":["US","UA"],"born":1988,"ties":true}
{"family":"Weber","emial":"a@example.org"}
{"family":{"a":1}}
{"family":
[1]
"#;
    insta::assert_snapshot!(told(file, Form::JsonLines), @r"
    1: 4 answers
    2: -: a field is not known: did you mean `email`?
    3: family: a text or a list of texts is wanted here
    4: -: this is not a JSON object, at character 10
    5: -: this is not a JSON object
    ");
}

#[test]
fn a_header_that_is_not_ours_is_refused_before_any_row() {
    let told = |text: &[u8]| match Source::open(text, Form::Csv) {
        Ok(_) => "taken".to_owned(),
        Err(failure) => failure.to_string(),
    };
    let all = [
        told(b"family,e-mial,born\n"),
        told(b"family,born,Born\n"),
        told(b"Ann,Weber,1988\n"),
        told(b""),
        told(b"\xff\xfef\0a\0"),
        told("\u{feff}Family;Name original;EMAIL\n".as_bytes()),
    ];
    insta::assert_snapshot!(all.join("\n"), @r"
    line 1, the header: there is no column `e-mial`: did you mean `email`?
    line 1, the header: the column `born` is there twice
    line 1, the header: none of its names is a column's; `muster import --help` lists them
    line 1, the header: the file is empty; begin it with a line that names the columns
    the file is UTF-16; save it as UTF-8 and import it again
    taken
    ");
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic_and_every_line_is_accounted_for(
        bytes in proptest::collection::vec(any::<u8>(), 0..2000),
        quotes in proptest::collection::vec(prop_oneof![
            Just(b'"'), Just(b','), Just(b'\n'), Just(b'a'), Just(b'\r'), Just(0_u8)], 0..400),
    ) {
        for form in [Form::Csv, Form::JsonLines] {
            let mut file = if form == Form::Csv { HEADER.as_bytes().to_vec() } else { Vec::new() };
            file.extend_from_slice(&bytes);
            file.extend_from_slice(&quotes);
            if let Ok(mut source) = Source::open(file.as_slice(), form) {
                let mut last = 0;
                while let Some(row) = source.next().unwrap() {
                    prop_assert!(row.line > last, "rows come in the order of the file");
                    last = row.line;
                }
            }
        }
    }

    #[test]
    fn garbage_between_good_rows_costs_no_good_row(
        garbage in proptest::collection::vec(
            proptest::collection::vec(prop_oneof![any::<u8>(), Just(b'"'), Just(b',')], 0..30), 0..8),
        good in 1_usize..6,
    ) {
        // No column here may hold a line feed. Where one may (`words`), a stray quote and the next one can be a cell that
        // goes on over several rows, and nobody can tell.
        let mut file = b"family,born,email,given\n".to_vec();
        for n in 0..good.max(garbage.len()) {
            if let Some(line) = garbage.get(n) {
                file.extend(line.iter().filter(|byte| **byte != b'\n'));
                file.push(b'\n');
            }
            if n < good {
                file.extend_from_slice(format!("Good{n},1988,g{n}@example.org,x\n").as_bytes());
            }
        }
        let read = rows(&file, Form::Csv);
        for n in 0..good {
            let wanted = format!("Good{n}");
            let there = read.iter().filter(|row| {
                row.answers.as_ref().is_ok_and(|answers| answers.get("family") == Some(&wanted))
            });
            prop_assert_eq!(there.count(), 1, "the good row {} is there once", n);
        }
    }

    #[test]
    fn what_a_spreadsheet_program_writes_is_read_back(
        texts in proptest::collection::vec(("[^\\p{C}\\p{Z}]{1,20}", "[^\\p{C}]{0,40}(\n[^\\p{C}]{0,9})?"), 1..9),
        separator in prop_oneof![Just(b','), Just(b';'), Just(b'\t')],
        crlf: bool,
        mark: bool,
    ) {
        let mut file = if mark { b"\xef\xbb\xbf".to_vec() } else { Vec::new() };
        let terminator = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer =
            csv::WriterBuilder::new().delimiter(separator).terminator(terminator).from_writer(&mut file);
        writer.write_record(["family", "words", "born"]).unwrap();
        for (family, words) in &texts {
            writer.write_record([family.as_str(), words.as_str(), "1988"]).unwrap();
        }
        writer.flush().unwrap();
        drop(writer);
        let read = rows(&file, Form::Csv);
        prop_assert_eq!(read.len(), texts.len());
        for (row, (family, words)) in read.iter().zip(&texts) {
            let answers = row.answers.as_ref().unwrap();
            prop_assert_eq!(answers.get("family").map(String::as_str), Some(family.trim()));
            let said = answers.get("words").map_or("", String::as_str);
            prop_assert_eq!(said, words.trim());
        }
    }
}
