//! The entries of list editions lie beside the log, under the hash that the log holds.

use crate::setting::{assert_whole, at, on_both};
use muster_case::{
    Office, OfficeEvent,
    office::{ImportList, ListEdition, OFFICE_STREAM, decide_office},
};
use muster_store::{
    Store, StoreError,
    journal::{Draft, ListContent},
};
use muster_vocab::{Actor, Digest, HumanId, Moment, Role, StaffId};

pub(crate) fn import(store: &Store, version: u64, lines: &str) -> Result<Digest, StoreError> {
    let content = ListContent::of(lines.as_bytes());
    let (list, edition) = ("un_sc".to_owned(), "2022-02-15".to_owned());
    let digest = content.digest();
    let edition = ListEdition { list, edition, source: Digest::ZERO, content: digest, entries: 2, bad: 0 };
    let by = Actor::Staff { staff: StaffId::from(1), human: HumanId::from(2), role: Role::Screener };
    let moment = Moment { at: at(), by };
    let state = Office::default();
    let events = decide_office(&state, ImportList { edition }.into(), &moment).expect("it is decided");
    let events = events.into_iter().map(|event| (event, moment)).collect();
    let draft = Draft { stream: OFFICE_STREAM, version, state, events, command: None };
    store.journal.append_with_list(draft, content)?.wait().map(|_| digest)
}

#[test]
fn an_edition_is_read_again_as_it_was_imported() {
    on_both(|setting| {
        let store = setting.open();
        let lines = "{\"id\":\"1\"}\n{\"id\":\"2\"}\n".repeat(5_000);
        let content = import(&store, 0, &lines).expect("it is imported");
        drop(store);
        let store = setting.open();
        let read = store.journal.list_entries(content).expect("it is read");
        assert!(read.as_deref() == Some(lines.as_bytes()));
        assert_eq!(store.journal.list_entries(Digest::ZERO).expect("it is read"), None);
        assert_whole(&store);
    });
}

#[test]
fn an_import_that_lost_a_race_leaves_no_entries() {
    on_both(|setting| {
        let store = setting.open();
        import(&store, 0, "{\"id\":\"1\"}\n").expect("it is imported");
        let late = import(&store, 0, "{\"id\":\"2\"}\n");
        assert!(matches!(late, Err(StoreError::Stale)), "{late:?}");
        let other = Digest::of(b"{\"id\":\"2\"}\n");
        assert_eq!(store.journal.list_entries(other).expect("it is read"), None);
        let events = store.journal.history::<OfficeEvent>(OFFICE_STREAM).expect("it is read");
        assert_eq!(events.len(), 1);
    });
}

#[test]
fn entries_that_were_changed_behind_the_store_are_not_used() {
    on_both(|setting| {
        let store = setting.open();
        let content = import(&store, 0, "{\"id\":\"1\"}\n").expect("it is imported");
        let other = ListContent::of(b"{\"id\":\"7\"}\n");
        let _ = import(&store, 0, "{\"id\":\"7\"}\n");
        drop(store);
        let swapped = setting.data().write(move |tx| {
            let sql = "INSERT INTO list_editions (content, bytes, entries)
                       SELECT $2, bytes, entries FROM list_editions WHERE content = $1";
            tx.execute(sql, muster_store::args![&content.0, &other.digest().0])
        });
        assert_eq!(swapped.wait().expect("it is swapped"), 1);
        let read = setting.open().journal.list_entries(Digest::of(b"{\"id\":\"7\"}\n"));
        assert!(matches!(read, Err(StoreError::ListDamaged { .. })), "{read:?}");
    });
}
