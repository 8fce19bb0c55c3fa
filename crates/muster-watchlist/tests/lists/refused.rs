//! What is refused as a whole, and what is only one bad record.

use crate::fixtures::{named, read_bytes};

fn refusal(files: &[(&str, &[u8])]) -> String {
    read_bytes(files).expect_err("a refusal").to_string()
}

#[test]
fn a_refusal_says_what_to_do_next() {
    let alt = named("alt.csv").bytes;
    let sdn = named("sdn.csv").bytes;
    let utf16 = b"\xFF\xFE<\0".as_slice();
    let latin = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><CONSOLIDATED_LIST/>".as_slice();
    let doctype = b"<!DOCTYPE a [<!ENTITY b \"c\">]><CONSOLIDATED_LIST></CONSOLIDATED_LIST>".as_slice();
    let refusals = [
        refusal(&[]),
        refusal(&[("alt.csv", alt)]),
        refusal(&[("cons_add.csv", named("add.csv").bytes)]),
        refusal(&[("sdn-2024.csv", sdn), ("sdn-2025.csv", sdn)]),
        refusal(&[("sdn.csv", sdn), ("alt-1.csv", alt), ("alt-2.csv", alt)]),
        refusal(&[("letter.txt", b"Dear all")]),
        refusal(&[("un.xml", utf16)]),
        refusal(&[("un.xml", latin)]),
        refusal(&[("un.xml", doctype)]),
    ];
    insta::assert_snapshot!(refusals.join("\n"), @"
    no file was given
    alt.csv holds only the aliases of a list: give its main file (such as sdn.csv) together with it
    cons_add.csv holds only the addresses of a list: give its main file (such as cons_prim.csv) together with it
    sdn-2024.csv and sdn-2025.csv are both the main file of us_ofac_sdn: read one edition of a list at a time
    alt-1.csv and alt-2.csv are both the aliases of us_ofac_sdn: read one edition of a list at a time
    letter.txt is in no format that Muster reads. A list of your own is a CSV whose first line names its columns, at least id and name
    un.xml is written in UTF-16; save it as UTF-8 and try again
    un.xml is written in ISO-8859-1; save it as UTF-8 and try again
    un.xml declares a document type, with which entities can be smuggled in; no publisher's list has one
    ");
}

#[test]
fn files_of_several_lists_give_several_readings() {
    let files = ["un.xml", "sdn.csv", "alt.csv", "proscribed.json"].map(|name| (name, named(name).bytes));
    let lists: Vec<_> = read_bytes(&files).expect("lists").into_iter().map(|reading| reading.list).collect();
    assert_eq!(lists, ["un_sc", "pk_nacta", "us_ofac_sdn"]);
}

/// Two good records around a bad one: what is said of the bad one, and that both good ones are kept.
fn between(open: &str, good: &dyn Fn(&str) -> String, bad: &str, close: &str, file: &str) -> String {
    let text = format!("{open}{}{bad}{}{close}", good("1"), good("2"));
    let readings = read_bytes(&[(file, text.as_bytes())]).expect("a list");
    let ids: Vec<_> = readings[0].entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["1", "2"], "{bad:.60}");
    readings[0].bad.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_damaged_element_costs_only_itself() {
    let good = |id: &str| {
        format!(
            "<INDIVIDUAL><REFERENCE_NUMBER>{id}</REFERENCE_NUMBER><FIRST_NAME>A</FIRST_NAME></INDIVIDUAL>"
        )
    };
    let deep = format!("<INDIVIDUAL>{}", "<A>".repeat(200));
    let long = format!("<INDIVIDUAL><FIRST_NAME>{}</FIRST_NAME></INDIVIDUAL>", "A".repeat(70_000));
    let names = "<INDIVIDUAL_ALIAS><ALIAS_NAME>#</ALIAS_NAME></INDIVIDUAL_ALIAS>";
    let names: String = (0..1_100).map(|n| names.replace('#', &n.to_string())).collect();
    let many = format!("<INDIVIDUAL><REFERENCE_NUMBER>many</REFERENCE_NUMBER>{names}</INDIVIDUAL>");
    let said = [
        "<INDIVIDUAL><FIRST_NAME>A</SECOND_NAME></INDIVIDUAL>",
        "<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME>",
        "<INDIVIDUAL><FIRST_NAME>&bomb;</FIRST_NAME></INDIVIDUAL>",
        "<INDIVIDUAL a=\"&bomb;\"></INDIVIDUAL>",
        "<INDIVIDUAL><REFERENCE_NUMBER>nameless</REFERENCE_NUMBER></INDIVIDUAL>",
        "<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME></INDIVIDUAL>",
        &deep,
        &long,
        &many,
    ]
    .map(|bad| between("<CONSOLIDATED_LIST>", &good, bad, "</CONSOLIDATED_LIST>", "un.xml"));
    insta::assert_snapshot!(said.join("\n"), @"
    un.xml, byte 108: FIRST_NAME is closed by the end of another element
    un.xml, byte 108: it is not closed before the next one begins
    un.xml, byte 108: it uses an entity that XML itself does not have
    un.xml, byte 108: an attribute of INDIVIDUAL uses an entity that XML itself does not have
    un.xml, byte 108, record nameless: it has no name
    un.xml, byte 108: it has no identifier
    un.xml, byte 108: its elements are nested more than 64 deep
    un.xml, byte 108: FIRST_NAME has more than 65536 bytes
    un.xml, byte 108, record many: it has 1100 names; more than 1000 are not believed
    ");
}

#[test]
fn a_damaged_line_costs_only_itself() {
    let good = |id: &str| format!("{id},Anna\n");
    let long = format!("3,{}\n", "A".repeat(70_000));
    let endless = format!("3,{}\n", "A".repeat(1_100_000));
    let said = ["3,\"Anna\n", "3\n", "3,A,B\n", "3,\n", ",Anna\n", &long, &endless]
        .map(|bad| between("id,name\n", &good, bad, "", "own.csv"));
    insta::assert_snapshot!(said.join("\n"), @"
    own.csv, line 3: a quotation mark in it is never closed
    own.csv, line 3: its number of fields is 1, and every row here has 2
    own.csv, line 3: its number of fields is 3, and every row here has 2
    own.csv, line 3, record 3: it has no name
    own.csv, line 3: it has no identifier
    own.csv, line 3: one of its fields has 70000 bytes; more than 65536 are not read
    own.csv, line 3: the line is longer than a mebibyte
    ");
}

#[test]
fn a_damaged_object_costs_only_itself() {
    let good = |id: &str| {
        format!("{{\"id\":\"{id}\",\"list\":\"l\",\"names\":[{{\"n\":\"Anna\",\"k\":\"primary\"}}]}}\n")
    };
    let deep = format!("{{\"id\":{}\n", "[".repeat(100_000));
    let said = ["{\"id\":\n", "{\"id\":3}\n", "[]\n", "nothing\n", &deep]
        .map(|bad| between("", &good, bad, "", "own.jsonl"));
    insta::assert_snapshot!(said.join("\n"), @"
    own.jsonl, line 2: it is no sound JSON (column 6)
    own.jsonl, line 2: it is not an object of the form this list has (column 7)
    own.jsonl, line 2: it is not an object of the form this list has (column 2)
    own.jsonl, line 2: it is no sound JSON (column 2)
    own.jsonl, line 2: its brackets are nested more than 64 deep
    ");

    let good = |id: &str| format!("{{\"id\":\"{id}\",\"source\":\"s\",\"name\":\"Anna\",\"alt_names\":[]}},");
    let said = ["{\"id\":},", "{\"id\":3},", "{\"id\":\"3},", "{\"name\":[[[[},"]
        .map(|bad| between("{\"results\":[", &good, bad, "{}]}", "csl.json"));
    insta::assert_snapshot!(said.join("\n"), @"
    csl.json, byte 65: it is no sound JSON (column 7)
    csl.json, byte 65: it is not an object of the form this list has (column 7)
    csl.json, byte 65: it is never closed, or longer than a mebibyte, or nested too deep
    csl.json, byte 65: it is never closed, or longer than a mebibyte, or nested too deep
    ");
}

#[test]
fn what_is_not_utf8_is_reported_and_not_guessed() {
    let csv = b"id,name\n1,Anna\n3,Ann\xE9\n2,Maria\n".as_slice();
    let xml =
        b"<CONSOLIDATED_LIST><INDIVIDUAL><REFERENCE_NUMBER>1</REFERENCE_NUMBER><FIRST_NAME>A</FIRST_NAME>\
        </INDIVIDUAL><INDIVIDUAL><FIRST_NAME>\xE9</FIRST_NAME></INDIVIDUAL><INDIVIDUAL><REFERENCE_NUMBER>2\
        </REFERENCE_NUMBER><FIRST_NAME>B</FIRST_NAME></INDIVIDUAL></CONSOLIDATED_LIST>"
            .as_slice();
    let mut said = Vec::new();
    for (file, bytes) in [("own.csv", csv), ("un.xml", xml)] {
        let reading = read_bytes(&[(file, bytes)]).expect("a list").remove(0);
        assert_eq!(reading.entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["1", "2"]);
        said.extend(reading.bad.iter().map(ToString::to_string));
    }
    insta::assert_snapshot!(said.join("\n"), @"
    own.csv, line 3: it is not UTF-8
    un.xml, byte 108: it is not UTF-8
    ");
}

#[test]
fn thousands_of_bad_records_are_counted_and_not_kept() {
    let text = format!("id,name\n{}", "x\n".repeat(5_000));
    let reading = read_bytes(&[("own.csv", text.as_bytes())]).expect("a list").remove(0);
    assert_eq!(reading.bad.len(), 1_001);
    insta::assert_snapshot!(reading.bad[1_000].to_string(), @"own.csv: and 4000 more records that could not be read");
}
