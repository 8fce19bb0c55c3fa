//! Stories of the keys, told on both databases.

use muster_store::{
    args,
    db::{Db, DbError},
    keys::{Holder, KeyError, KeyStore, MissionKey},
};
use muster_testkit::on_both;
use muster_vocab::Section;
use std::{fs, os::unix::fs::PermissionsExt as _, path::Path};

const ANNA: Holder = Holder::from_bytes([1; 16]);
const BOHDAN: Holder = Holder::from_bytes([2; 16]);

/// A folder with a mission key, and a story about a key database.
fn with_keys(story: impl Fn(&str, &dyn Fn() -> KeyStore)) {
    on_both(|url| {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let file = folder.path().join("mission.key");
        drop(MissionKey::create(&file).expect("the mission key is made"));
        let open = || {
            let mission = MissionKey::read(&file).expect("the mission key can be read");
            KeyStore::open(url, mission).expect("the key database opens")
        };
        story(url, &open);
    });
}

/// What a key does: it seals a text and opens it again only if it is the same.
fn same(a: &muster_store::keys::PersonKey, b: &muster_store::keys::PersonKey) -> bool {
    use muster_store::boxes::{Place, open, seal};
    let place = Place { stream: 1_u128.into(), version: 1, part: 0, tag: "test" };
    let sealed = seal(a.section(Section::Identity), &place, b"text").expect("random bytes are there");
    open(b.section(Section::Identity), &place, &sealed).is_ok()
}

#[test]
fn a_key_is_the_same_after_reopening() {
    with_keys(|_, open| {
        let keys = open();
        let made = keys.create(ANNA).wait().expect("a key is made");
        drop(keys);
        let found = open().key(ANNA).expect("keys can be read").expect("Anna has a key");
        assert!(same(&made, &found));
    });
}

#[test]
fn whoever_has_a_key_keeps_it_and_nobody_shares_one() {
    with_keys(|_, open| {
        let keys = open();
        let first = keys.create(ANNA).wait().expect("a key is made");
        let again = keys.create(ANNA).wait().expect("the key is found");
        let other = keys.create(BOHDAN).wait().expect("a key is made");
        assert!(same(&first, &again));
        assert!(!same(&first, &other));
        assert!(keys.key(Holder::from_bytes([3; 16])).expect("keys can be read").is_none());
    });
}

#[test]
fn a_destroyed_key_is_gone_for_ever_and_nobody_else_is_touched() {
    with_keys(|_, open| {
        let keys = open();
        let bohdan = keys.create(BOHDAN).wait().expect("a key is made");
        keys.create(ANNA).wait().expect("a key is made");
        keys.destroy(ANNA).expect("the key is destroyed");
        keys.destroy(ANNA).expect("destroying twice is safe");

        assert!(keys.key(ANNA).expect("keys can be read").is_none());
        assert!(keys.was_destroyed(ANNA).expect("keys can be read"));
        assert!(matches!(keys.create(ANNA).wait(), Err(KeyError::Destroyed(ANNA))));
        drop(keys);
        let keys = open();
        assert!(keys.key(ANNA).expect("keys can be read").is_none());
        assert!(matches!(keys.create(ANNA).wait(), Err(KeyError::Destroyed(ANNA))));
        assert!(same(&bohdan, &keys.key(BOHDAN).expect("keys can be read").expect("Bohdan has a key")));
        assert!(!keys.was_destroyed(BOHDAN).expect("keys can be read"));
    });
}

#[test]
fn a_destroyed_key_leaves_no_bytes_in_the_file_or_its_log() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mission = MissionKey::create(&folder.path().join("mission.key")).expect("the mission key is made");
    let file = folder.path().join("keys.db");
    let keys = KeyStore::open(file.to_str().expect("a plain name"), mission).expect("the key database opens");
    for number in 0..200 {
        keys.create(Holder::from_bytes([number; 16])).wait().expect("a key is made");
    }
    let wrapped = wrapped_key_of(&file, ANNA);
    let lies_there = |wrapped: &[u8]| {
        let here = |name: &str| fs::read(folder.path().join(name)).unwrap_or_default();
        [here("keys.db"), here("keys.db-wal")]
            .iter()
            .any(|file| file.windows(wrapped.len()).any(|w| w == wrapped))
    };
    assert!(lies_there(&wrapped));
    keys.destroy(ANNA).expect("the key is destroyed");
    assert!(!lies_there(&wrapped));
}

fn wrapped_key_of(file: &Path, holder: Holder) -> Vec<u8> {
    let db = rusqlite::Connection::open(file).expect("the file opens");
    db.query_row("SELECT wrapped FROM person_keys WHERE holder = ?1", [holder.bytes()], |row| row.get(0))
        .expect("the key is there")
}

#[test]
fn every_key_is_verified_and_a_moved_one_is_found() {
    with_keys(|url, open| {
        let keys = open();
        keys.create(ANNA).wait().expect("a key is made");
        keys.create(BOHDAN).wait().expect("a key is made");
        let found = keys.verify().expect("the keys are read");
        assert_eq!((found.whole, found.damaged, found.strange_missions), (2, vec![], 0));
        drop(keys);
        // Somebody with the database alone gives Anna the key of Bohdan.
        let swap = "UPDATE person_keys SET
                        kid     = (SELECT kid FROM person_keys WHERE holder = $2),
                        wrapped = (SELECT wrapped FROM person_keys WHERE holder = $2)
                     WHERE holder = $1";
        let steps = [muster_store::keys::STEPS[0]];
        let db = Db::open(url, &steps).expect("the database opens");
        db.write(move |tx| tx.execute(swap, args![ANNA.bytes(), BOHDAN.bytes()]))
            .wait()
            .expect("the key is moved");
        drop(db);

        let keys = open();
        let found = keys.verify().expect("the keys are read");
        assert_eq!((found.whole, found.damaged), (1, vec![ANNA]));
        assert!(matches!(keys.key(ANNA), Err(KeyError::Damaged(ANNA))));
    });
}

#[test]
fn another_missions_key_opens_nothing() {
    with_keys(|url, open| {
        open().create(ANNA).wait().expect("a key is made");
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let other = MissionKey::create(&folder.path().join("mission.key")).expect("the mission key is made");
        assert_eq!(KeyStore::open(url, other).err(), Some(KeyError::WrongMission));
    });
}

#[test]
fn a_mission_key_that_others_may_read_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let file = folder.path().join("mission.key");
    drop(MissionKey::create(&file).expect("the mission key is made"));
    assert_eq!(fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o600);
    for mode in [0o640, 0o604, 0o660] {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).expect("modes can be set");
        let refused = MissionKey::read(&file).expect_err("it is refused").to_string();
        assert!(refused.contains("run: chmod 600"), "{refused}");
    }
}

#[test]
fn a_mission_key_is_never_overwritten_and_a_damaged_one_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let file = folder.path().join("mission.key");
    drop(MissionKey::create(&file).expect("the mission key is made"));
    assert!(MissionKey::create(&file).is_err());
    let text = fs::read_to_string(&file).expect("it can be read");
    let at = text.find("key ").and_then(|_| text.find("\nkey ")).expect("it has a key") + 6;
    for wrong in [text[..at + 20].to_owned(), text.replace("check ", "check 0"), String::new(), {
        let other = if text.as_bytes()[at] == b'A' { "B" } else { "A" };
        format!("{}{other}{}", &text[..at], &text[at + 1..])
    }] {
        fs::write(&file, wrong).expect("it can be written");
        let refused = MissionKey::read(&file).expect_err("it is refused").to_string();
        assert!(refused.contains("is not a whole mission key"), "{refused}");
    }
}

#[test]
fn two_processes_never_hold_one_file() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let url = folder.path().join("keys.db").display().to_string();
    let first = Db::open(&url, &[]).expect("the first opens it");
    let second = Db::open(&url, &[]).err().expect("the second is refused").to_string();
    assert!(second.contains("another process has"), "{second}");
    drop(first);
    assert!(Db::open(&url, &[]).is_ok());
}

#[test]
fn a_database_file_is_private_and_one_that_is_not_is_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let file = folder.path().join("data.db");
    let db = Db::open(file.to_str().expect("a plain name"), &[]).expect("it opens");
    for name in ["data.db", "data.db-wal", "data.db-shm"] {
        let mode = fs::metadata(folder.path().join(name)).expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
    drop(db);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("modes can be set");
    let refused = Db::open(file.to_str().expect("a plain name"), &[]).err();
    assert!(matches!(refused, Some(DbError::Refused(text)) if text.contains("chmod 600")));
}
