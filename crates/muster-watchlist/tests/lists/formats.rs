//! What is read from a small file of every format.

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
fn ofac_csv_joins_names_aliases_addresses_and_comments() {
    insta::assert_snapshot!(shown(&["sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"]), @"
    us_ofac_sdn, no date
    - 1001, Person, Male
      Primary: KARELIN, Oleg Made-Up
      Weak: THE 'ABD
      Former: OLD NAME
      Strong: KARELINE, Aleg
      Former: PAPERMAN, Oleg
      born: 1948-12-10 & ~1950 & 1951/1953
      at: Lowtown, Belarus
      of: Belarus & Russia
      documents: Passport|MP0000001|Belarus & National ID No.|D489833(9)|Hong Kong
      for: SDGT & IFSR
      remarks: Title: Doctor; Passport: issued 01 Jan 1999 expires 01 Jan 2009; Linked To: INVENTED HOLDING; Address: 1 Invented Street, Minsk, Belarus
    - 1002, Organisation
      Primary: INVENTED HOLDING, LTD.
      Strong: INVENTED GROUP
      documents: Tax ID No.|7700000001|Russia & Registration Number|55|Iran
      for: IRAN
      remarks: Address: Iran
    - 1003, Vessel
      Primary: PAPER BOAT
      documents: Vessel Registration Identification|IMO 0000001|
      for: DPRK
      remarks: Call sign: XYZ1; Type: Cargo; Tonnage: 1,000; Flag: Nowhere
    ");
}

#[test]
fn ofac_xml() {
    insta::assert_snapshot!(shown(&["sdn.xml"]), @"
    us_ofac_sdn, 2024-05-07
    - 1001, Person, Male
      Primary: KARELIN, Oleg Made-Up
      Strong: KARELINE, Aleg
      Weak: THE PAPER
      Former: PAPERMAN, Oleg
      born: ~1950
      at: Lowtown, Belarus
      of: Belarus & Russia
      documents: Passport|MP0000001|Belarus
      for: SDGT & IFSR
      remarks: Secondary sanctions risk: section 1(b); Title: Doctor; (Linked To: INVENTED HOLDING & SONS); Address: Minsk, Belarus
    - 1003, Vessel
      Primary: PAPER BOAT
      for: DPRK
      remarks: Call sign: XYZ1; Flag: Nowhere
    ");
}

#[test]
fn ofac_advanced_xml_follows_its_references() {
    insta::assert_snapshot!(shown(&["sdn_advanced.xml"]), @"
    us_ofac_sdn, 2024-07-02
    - 1001, Person, Male
      Primary: KARELIN, Oleg Petrovich
      Original: Карелин, Олег
      Former: PAPERMAN
      Weak: THE PAPER
      born: ~1950 & 1948-12-10
      at: Lowtown, Belarus
      of: Belarus
      documents: Passport|MP0000001|Belarus
      for: SDGT
      remarks: Address: Minsk, Belarus; Title: Doctor; Invented for a test
    - 1003, Vessel
      Primary: PAPER BOAT
    ");
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
fn the_european_xml() {
    insta::assert_snapshot!(shown(&["eu.xml"]), @"
    eu_fsf, 2024-05-13
    - EU.9001.11, Person, Female
      Primary: Anna B. INVENTED
      Strong: Anna Erfunden
      Original: Анна Выдуманная
      Weak: The Paper
      born: 1937-04-28 & ~1936/1938
      at: Lowtown, BELARUS
      of: BELARUS
      documents: National passport|MP0000001|BELARUS
      for: TST
      remarks: Function: Minister; Document: expired; UN reference: QDi.9001; An invented person
    - 9002, Organisation
      Primary: Invented Works
      Original: Выдуманный завод
    ");
}

#[test]
fn the_european_csv() {
    insta::assert_snapshot!(shown(&["eu_1_1.csv"]), @r#"
    eu_fsf, 2024-05-13
    - EU.9001.11, Person, Female
      Primary: Anna INVENTED
      Strong: The "Paper" Lady
      born: 1937-04-28
      at: Lowtown, BELARUS
      of: BELARUS
      documents: National passport|MP0000001|BELARUS
      for: TST
      remarks: Function: Minister
    - EU.9002.12, Organisation
      Primary: Invented Works
      for: TST
      remarks: a factory; closed
    "#);
}

#[test]
fn the_older_european_csv() {
    insta::assert_snapshot!(shown(&["eu_1_0.csv"]), @"
    eu_fsf, 2016-10-28
    - EU.9001.11, Person, Female
      Primary: Anna INVENTED
      born: 1937-04-28
      at: Lowtown, BLR
      of: BLR
      documents: |MP0000001|BLR
      for: TST
    ");
}

#[test]
fn the_official_journal_takes_scripts_out_of_brackets() {
    insta::assert_snapshot!(shown(&["39999R0001.csv"]), @"
    eu_oj, no date
    - 39999R0001#I.A#1, Person, Female
      Primary: Anna Petrovna INVENTED
      Original: Анна Петровна ВЫДУМАННАЯ
      Strong: Hanna INVENTED
      Original: Ганна ВИГАДАНА
      Former: Anna Old
      Original: Ганна ВЫДУМАНАЯ
      Weak: Paper
      Weak: Carton
      Former: Cardboard
      born: 1960-02-01 & ~1962
      at: Minsk, Belarus & Lowtown
      of: Belarusian & Russian
      father: Petr
      documents: Passport|MP0000001|Belarusian & Passport|PL22|Paperland
      for: EU-TST
      remarks: Nationality: Russian (until 1991); Passport: MP0000001 (Belarusian passport issued on 1.1.2001); Passport: Paperland number PL22 (expires 1.1.2031); Position: Minister; Measure: Asset freeze; Listed: 1.2.2003; Reason: Invented for a test.
    - 39999R0001#I.B#2, Organisation
      Primary: Joint Stock Company ‘Invented’
      Strong: JSC ‘Invented’
      Strong: AO ‘Выдумка’
      documents: Tax number|7700000001| & Tax number|7700000002|
      for: EU-TST
      remarks: Measure: Asset freeze; Listed: 1.2.2003
    ");
}

#[test]
fn the_british_consolidated_csv() {
    insta::assert_snapshot!(shown(&["ConList.csv"]), @"
    uk_sanctions, 2025-01-15
    - 90001, Person
      Primary: Anna Petrovna INVENTED
      Weak: Anna PAPER
      Original: Анна Выдуманная
      born: 1960
      at: Lowtown, Belarus
      of: Belarus & Russia
      documents: Passport|MP0000001|
      for: Invented Regime
      remarks: Passport: Belarus; Title: Dr; Position: Minister; Two lines; Address: 1 Invented Street; Address: Minsk
    - 90002, Organisation
      Primary: INVENTED WORKS
      for: Invented Regime
    ");
}

#[test]
fn the_british_sanctions_csv() {
    insta::assert_snapshot!(shown(&["UK-Sanctions-List.csv"]), @"
    uk_sanctions, 2026-02-13
    - TST0001, Person, Female
      Primary: Anna Petrovna INVENTED
      Original: Анна Выдуманная
      Weak: Anna PAPER
      born: 1960 & 1961-06-29
      at: Lowtown, Belarus
      of: Belarus
      documents: Passport|MP0000001|
      for: Invented Regime
      remarks: Passport: Belarus; Title: Dr; Position: Minister; UN reference: QDi.9001; Reasons: Invented; Address: Minsk
    ");
}

#[test]
fn the_british_sanctions_xml() {
    insta::assert_snapshot!(shown(&["UK-Sanctions-List.xml"]), @"
    uk_sanctions, 2026-02-13
    - TST0001, Person, Female
      Primary: Anna Petrovna INVENTED
      Weak: Anna PAPER
      Strong: Hanna INVENTED
      Original: Анна Выдуманная
      born: 1960 & 1961-06-29
      at: Lowtown, Belarus
      of: Belarus
      documents: Passport|MP0000001| & National identification|55|
      for: Invented Regime
      remarks: Reasons: Invented; Passport: Belarus; Address: Minsk
    ");
}

#[test]
fn the_british_consolidated_xml() {
    insta::assert_snapshot!(shown(&["ConList.xml"]), @"
    uk_sanctions, no date
    - 90001, Person
      Primary: Anna Petrovna INVENTED
      Original: Анна Выдуманная
      Strong: Hanna PAPER
      born: 1960
      at: Lowtown, Belarus
      of: Belarus
      documents: Passport|MP0000001|
      for: Invented Regime
    ");
}

#[test]
fn the_screening_list_csv() {
    insta::assert_snapshot!(shown(&["csl.csv"]), @"
    us_csl, no date
    - abc1, Person, Male
      Primary: KARELIN, Oleg
      Strong: KARELINE, Aleg
      Strong: PAPERMAN, Oleg
      born: 1948-12-10 & 1950
      at: Lowtown, Belarus
      of: BY & RU
      documents: Passport|MP0000001|BY & National ID No.|55|
      for: SDGT & IFSR
      remarks: Source: Specially Designated Nationals (SDN) - Treasury Department; Title: Doctor; (Linked To: PAPER)
    - DPL: INVENTED PERSON, Unknown
      Primary: INVENTED PERSON
      remarks: Source: Denied Persons List (DPL) - Bureau of Industry and Security
    ");
}

#[test]
fn the_screening_list_json() {
    insta::assert_snapshot!(shown(&["csl.json"]), @"
    us_csl, no date
    - abc1, Person
      Primary: KARELIN, Oleg
      Strong: KARELINE, Aleg
      born: 1948-12-10
      at: Lowtown, Belarus
      of: BY
      documents: Passport|MP0000001|BY
      for: SDGT & IFSR
      remarks: Source: Specially Designated Nationals (SDN) - Treasury Department; (Linked To: PAPER)
    - abc2, Unknown
      Primary: INVENTED PERSON
      remarks: Source: Denied Persons List (DPL) - Bureau of Industry and Security
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
