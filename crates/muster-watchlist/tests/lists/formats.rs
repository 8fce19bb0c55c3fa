//! Formats are told apart; what is read from small files of the formats that are neither American nor European.

use crate::fixtures::{ALL, shown};
use muster_watchlist::lists::Format;

#[test]
fn every_format_is_told_from_its_first_bytes() {
    for fixture in ALL {
        assert_eq!(Format::detect(fixture.name, fixture.bytes), Some(fixture.format), "{}", fixture.name);
        let with_mark = [b"\xEF\xBB\xBF", fixture.bytes].concat();
        assert_eq!(
            Format::detect(fixture.name, &with_mark),
            Some(fixture.format),
            "{} with a mark",
            fixture.name
        );
    }
}

#[test]
fn a_file_of_no_known_format_is_none() {
    for bytes in [&b""[..], b"hello", b"<html><body/></html>", b"{\"a\":1}", b"a,b\n1,2\n", b"\x00\x01\x02"] {
        assert_eq!(Format::detect("something", bytes), None);
    }
}

#[test]
fn the_united_nations_xml() {
    insta::assert_snapshot!(shown(&["un.xml"]), @"
    un_sc, 2026-02-27
    - QDi.9001, Person, Female
      Primary: INVENTED AHMAD AL-PAPER
      Original: أحمد المخترع
      Strong: Ahmed Paper
      Weak: Abu Carton
      born: 1969-03-03 & ~1968 & 1973/1974
      at: Lowtown, Iraq
      of: Iraq & Yemen
      documents: Passport|A0000001|Iraq
      for: Al-Qaida
      remarks: Title: Haji; Address: Baghdad, Iraq; Nobody at all.
    - CDe.901, Organisation
      Primary: INVENTED RELIEF FUND
      Former: PAPER FUND
      for: DRC
    ");
}

#[test]
fn follow_the_money_joins_passports() {
    insta::assert_snapshot!(shown(&["entities.ftm.json"]), @"
    entities, no date
    - NK-1, Person, Female
      Primary: Anna Invented
      Original: Анна Выдуманная
      Strong: Hanna Invented
      Former: Anna Old
      Weak: Paper
      born: 1960-06-29
      at: Lowtown
      of: by
      father: Petr
      documents: Identity number|55| & Passport|MP0000001|by
      for: TST
      remarks: Position: Minister
    - NK-2, Unknown
      Primary: Invented Works
      of: by
    ");
}

#[test]
fn a_file_in_normal_form_may_hold_several_lists() {
    insta::assert_snapshot!(shown(&["normal.jsonl"]), @"
    test_one, no date
    - A1, Person, Female
      Primary: INVENTED, Anna
      Original: Анна Выдуманная
      Weak: Paper
      Former: Anna Old
      born: 1960-06-29 & 1961/1963
      at: Lowtown
      of: Belarus
      father: Petr
      documents: Passport|MP0000001|Belarus
      for: SDGT & IFSR
    test_two, no date
    - B1, Vessel
      Primary: PAPER BOAT
    ");
}

#[test]
fn the_proscribed_of_pakistan() {
    insta::assert_snapshot!(shown(&["proscribed.json"]), @"
    pk_nacta, no date
    - 0, Person
      Primary: Invented Khan
      of: Pakistan
      father: Paper Khan
      documents: CNIC|0000000000001|Pakistan
      for: Punjab
      remarks: District: LOWTOWN
    - 1, Person
      Primary: Made Up
      of: Pakistan
      for: Sindh
      remarks: District: X
    ");
}

#[test]
fn a_list_of_ones_own_says_which_lines_are_wrong() {
    insta::assert_snapshot!(shown(&["mission-2026-03-01.csv"]), @r#"
    mission-2026-03-01, 2026-03-01
    - M-1, Person, Female
      Primary: INVENTED, Anna
      Original: Анна Выдуманная
      Strong: Hanna Invented
      Strong: Anna Old
      Weak: Paper
      born: 1960-06-29 & ~1962
      at: Lowtown
      of: Belarus & Russia
      father: Petr
      documents: Passport|MP 0000001|Belarus & ID|55|
      for: mission
      remarks: Said: "no"
    - M-2, Unknown
      Primary: Made Up
      born: 1960/1962
    ! mission-2026-03-01.csv, line 4, record M-3: it has no name
    ! mission-2026-03-01.csv, line 5, record M-4: its date of birth is not understood: write 1960-06-29, 1960 or circa 1960
    ! mission-2026-03-01.csv, line 6: its number of fields is 3, and every row here has 13
    "#);
}
