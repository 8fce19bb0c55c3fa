//! The same question of the same lists gives the same bytes.

use crate::people::{compiled, entries, listed, subject};
use muster_watchlist::{BadSnapshot, Snapshot, Subject};
use proptest::prelude::*;

fn json(snapshot: &Snapshot, subject: &Subject) -> Vec<u8> {
    serde_json::to_vec(&snapshot.screen(subject)).expect("texts and numbers")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn the_same_question_gives_the_same_bytes(list in entries(60), subject in subject()) {
        let snapshot = compiled(&list);
        let first = json(&snapshot, &subject);
        prop_assert_eq!(&first, &json(&snapshot, &subject), "asked twice");
        prop_assert_eq!(&first, &json(&compiled(&list), &subject), "compiled twice");
        let stored = Snapshot::from_bytes(&snapshot.to_bytes()).expect("what was written is read");
        prop_assert_eq!(&first, &json(&stored, &subject), "stored and opened");
        prop_assert_eq!(&stored, &snapshot);
        prop_assert_eq!(stored.to_bytes(), snapshot.to_bytes());
    }

    #[test]
    fn a_damaged_snapshot_is_refused(list in entries(5), at in any::<prop::sample::Index>(), bit in 0..8_u32) {
        let mut bytes = compiled(&list).to_bytes();
        let place = at.index(bytes.len());
        bytes[place] ^= 1 << bit;
        prop_assert_eq!(Snapshot::from_bytes(&bytes), Err(BadSnapshot));
    }

    #[test]
    fn a_snapshot_cut_short_is_refused(list in entries(5), at in any::<prop::sample::Index>()) {
        let bytes = compiled(&list).to_bytes();
        prop_assert_eq!(Snapshot::from_bytes(&bytes[..at.index(bytes.len())]), Err(BadSnapshot));
    }
}

#[test]
fn a_snapshot_tells_its_editions() {
    let snapshot =
        compiled(&[listed("Oleg Papermanov"), listed("Anna Kartonenko"), listed("Yusuf Invented")]);
    let told: Vec<_> =
        snapshot.editions().iter().map(|edition| (edition.list.as_str(), edition.entries)).collect();
    assert_eq!(told, [("made_up_one", 1), ("made_up_two", 2)]);
}

#[test]
fn a_refusal_says_what_to_do() {
    insta::assert_snapshot!(
        BadSnapshot,
        @"this is no snapshot of this engine version, or it is damaged: compile the lists again"
    );
}

#[test]
fn what_is_known_of_a_subject_is_in_no_log() {
    let subject = Subject::named("Oleg Papermanov");
    assert!(!format!("{subject:?} {:?}", subject.names).contains("Papermanov"));
}
