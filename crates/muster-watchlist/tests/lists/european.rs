//! What is read from small files of European and British formats.

use crate::fixtures::shown;

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
