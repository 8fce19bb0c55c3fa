//! Editions of watchlists: taken in whole, put in force by two people.

use crate::harness::*;
use jiff::Timestamp;
use muster_case::{
    Missing, Office, Refusal,
    office::{
        ActivateList, ImportList, ListEdition, OfficeCommand, ProposeList, decide_office, evolve_office,
    },
};
use muster_vocab::{Actor, Digest, Moment, Role};
use proptest::{prop_assert, proptest};

fn edition(dated: &str) -> ListEdition {
    ListEdition {
        list: "un_sc".into(),
        edition: dated.into(),
        source: Digest::of(dated.as_bytes()),
        content: Digest::of(format!("entries of {dated}").as_bytes()),
        entries: 1_032,
        bad: 0,
    }
}

fn asked(office: &mut Office, by: Actor, command: impl Into<OfficeCommand>) -> Result<usize, Refusal> {
    let moment = Moment { at: Timestamp::UNIX_EPOCH, by };
    let events = decide_office(office, command.into(), &moment)?;
    for event in &events {
        evolve_office(office, event, &moment);
    }
    Ok(events.len())
}

fn import(dated: &str) -> ImportList {
    ImportList { edition: edition(dated) }
}

fn propose(dated: &str) -> ProposeList {
    ProposeList { list: "un_sc".into(), content: edition(dated).content }
}

fn activate(dated: &str) -> ActivateList {
    ActivateList { list: "un_sc".into(), content: edition(dated).content }
}

fn in_force(office: &Office) -> Option<&str> {
    office.lists.get("un_sc").and_then(|state| state.active()).map(|edition| edition.edition.as_str())
}

#[test]
fn two_people_put_an_edition_in_force() {
    let mut office = Office::default();
    let (screener, adjudicator) = (human(11, Role::Screener), human(2, Role::Adjudicator));
    assert_eq!(asked(&mut office, screener, import("2022-02-15")), Ok(1));
    assert_eq!(asked(&mut office, screener, import("2022-02-15")), Ok(0), "the same bytes are one edition");
    assert_eq!(in_force(&office), None);
    assert_eq!(asked(&mut office, screener, propose("2022-02-15")), Ok(1));
    assert_eq!(asked(&mut office, screener, propose("2022-02-15")), Ok(0));
    assert_eq!(in_force(&office), None, "one signature is none");
    assert_eq!(asked(&mut office, adjudicator, activate("2022-02-15")), Ok(1));
    assert_eq!(in_force(&office), Some("2022-02-15"));
    assert_eq!(asked(&mut office, adjudicator, activate("2022-02-15")), Ok(0));
}

#[test]
fn one_human_with_two_accounts_does_not_put_an_edition_in_force() {
    let mut office = Office::default();
    asked(&mut office, human(2, Role::Adjudicator), import("2022-02-15")).unwrap();
    asked(&mut office, human(2, Role::Adjudicator), propose("2022-02-15")).unwrap();
    let again = asked(&mut office, human(2, Role::Attache), activate("2022-02-15"));
    assert_eq!(again, Err(Refusal::SameHuman));
    assert_eq!(in_force(&office), None);
}

#[test]
fn what_nobody_proposed_is_not_put_in_force() {
    let mut office = Office::default();
    let (screener, adjudicator) = (human(11, Role::Screener), human(2, Role::Adjudicator));
    let unknown = |what| Err(Refusal::Unknown { what });
    assert_eq!(asked(&mut office, screener, propose("2022-02-15")), unknown("list"));
    asked(&mut office, screener, import("2022-02-15")).unwrap();
    assert_eq!(asked(&mut office, screener, propose("2022-03-09")), unknown("list edition"));
    asked(&mut office, screener, import("2022-03-09")).unwrap();
    asked(&mut office, screener, propose("2022-03-09")).unwrap();
    let other = asked(&mut office, adjudicator, activate("2022-02-15"));
    assert_eq!(other, unknown("proposed list edition"), "other bytes than were signed first");
}

#[test]
fn an_edition_without_a_date_or_without_entries_is_not_taken_in() {
    let mut office = Office::default();
    let screener = human(11, Role::Screener);
    let empty = ImportList { edition: ListEdition { entries: 0, ..edition("2022-02-15") } };
    let undated = ImportList { edition: ListEdition { edition: " ".into(), ..edition("2022-02-15") } };
    assert_eq!(asked(&mut office, screener, empty), Err(Refusal::Unknown { what: "list entry" }));
    assert_eq!(asked(&mut office, screener, undated), Err(Refusal::Needs(Missing::Source)));
    assert!(office.lists.is_empty());
}

proptest! {
    /// Whoever does what in whatever order: whatever comes into force was signed by two humans.
    #[test]
    fn nothing_comes_into_force_by_one_human(steps in proptest::collection::vec((0_u8..3, 0_usize..2, 0_u128..3, 0_usize..3), 1..60)) {
        let mut office = Office::default();
        let (dates, roles) = (["2022-02-15", "2022-03-09"], [Role::Screener, Role::Adjudicator, Role::Administrator]);
        let mut first = [None, None];
        for (what, which, who, role) in steps {
            let (by, date) = (human(who, roles[role]), dates[which]);
            let before = office.lists.get("un_sc").map_or(0, |list| list.activated.len());
            let answer = match what {
                0 => asked(&mut office, by, import(date)),
                1 => asked(&mut office, by, propose(date)),
                _ => asked(&mut office, by, activate(date)),
            };
            if what == 1 && answer == Ok(1) {
                first = [None, None];
                first[which] = by.human();
            }
            if office.lists.get("un_sc").map_or(0, |list| list.activated.len()) > before {
                prop_assert!(what == 2 && first[which].is_some() && first[which] != by.human());
                first = [None, None];
            }
        }
    }
}
