//! What is read from small files of American formats: OFAC and the consolidated screening list.

use crate::fixtures::shown;

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
