//! What a sealed box withstands.

use muster_store::{
    boxes::{BoxError, Place, open, seal},
    keys::{Holder, KeyStore, MissionKey, PersonKey},
};
use muster_vocab::{Section, StreamId};
use proptest::prelude::*;

fn two_persons() -> [PersonKey; 2] {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mission = MissionKey::create(&folder.path().join("mission.key")).expect("the mission key is made");
    let url = folder.path().join("keys.db").display().to_string();
    let keys = KeyStore::open(&url, mission).expect("the key database opens");
    [1, 2].map(|holder| keys.create(Holder::from_bytes([holder; 16])).wait().expect("a key is made"))
}

fn place(stream: u128, version: u64, part: u16, tag: &str) -> Place<'_> {
    Place { stream: StreamId::from(stream), version, part, tag }
}

#[test]
fn a_box_opens_in_its_own_place_and_nowhere_else() {
    let persons = two_persons();
    // Two of everything: streams, versions, parts, tags, persons; and every section.
    let mut everywhere = Vec::new();
    for person in &persons {
        for section in Section::ALL {
            for bits in 0..16_u8 {
                let bit = |n: u8| bits >> n & 1;
                let tag = ["intake.form_received", "intake.form_amended"][usize::from(bit(3))];
                let place = place(bit(0).into(), 1 + u64::from(bit(1)), bit(2).into(), tag);
                everywhere.push((person.section(section), place));
            }
        }
    }
    let sealed: Vec<_> =
        everywhere.iter().map(|(key, place)| seal(key, place, b"Oksana").expect("it is sealed")).collect();
    for (home, sealed) in sealed.iter().enumerate() {
        for (tried, (key, place)) in everywhere.iter().enumerate() {
            let opened = open(key, place, sealed);
            if home == tried {
                assert_eq!(opened.expect("it opens at home").as_slice(), b"Oksana");
            } else {
                assert!(matches!(opened, Err(BoxError::NotGenuine | BoxError::OtherKey)));
            }
        }
    }
}

#[test]
fn a_box_with_any_bit_flipped_or_any_byte_missing_does_not_open() {
    let [person, _] = two_persons();
    let (key, place) = (person.section(Section::Contact), place(1, 1, 0, "intake.form_received"));
    let sealed = seal(key, &place, b"+380 44 000 00 00").expect("it is sealed");
    for bit in 0..sealed.len() * 8 {
        let mut flipped = sealed.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(open(key, &place, &flipped).is_err(), "bit {bit}");
    }
    for length in 0..sealed.len() {
        assert!(open(key, &place, &sealed[..length]).is_err(), "{length} bytes");
    }
    assert!(open(key, &place, &[sealed, vec![0]].concat()).is_err());
}

#[test]
fn the_size_of_a_box_tells_only_the_step() {
    let [person, _] = two_persons();
    let size = |length: usize| {
        let place = place(1, 1, 0, "intake.form_received");
        seal(person.section(Section::Identity), &place, &vec![b'x'; length]).expect("it is sealed").len()
    };
    assert_eq!([0, 1, 252].map(size), [301; 3]);
    assert_eq!([253, 1020].map(size), [1069; 2]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_is_sealed_comes_back_and_never_seals_alike(
        contents in proptest::collection::vec(any::<u8>(), 0..3000),
        stream in any::<u128>(), version in any::<u64>(), part in any::<u16>(), tag in "[a-z.]{0,30}",
    ) {
        thread_local!(static PERSON: PersonKey = { let [one, _] = two_persons(); one });
        PERSON.with(|person| {
            let (key, place) = (person.section(Section::Service), place(stream, version, part, &tag));
            let sealed = seal(key, &place, &contents).expect("it is sealed");
            let opened = open(key, &place, &sealed).expect("it opens");
            prop_assert_eq!(opened.as_slice(), contents.as_slice());
            prop_assert_ne!(sealed, seal(key, &place, &contents).expect("it is sealed"));
            Ok(())
        })?;
    }
}
