//! On any walk through the domain the live views are what the log alone gives.

use crate::{
    setting::{Setting, assert_whole, on_both},
    world::World,
};
use muster_case::{Event, Stage, closing};
use muster_store::{Store, StoreError, journal::Draft, keys::KeyError};
use std::collections::BTreeSet;

/// Walks of `steps` steps from a seed. What the store itself refuses ends the case's part in the walk, and nothing
/// but an erased person can make it refuse.
pub(crate) fn walk(store: &Store, seed: u64, steps: usize) -> u64 {
    let mut world = World::new(seed);
    let mut lost = BTreeSet::new();
    let mut appended = 0;
    for _ in 0..steps {
        let step = world.step();
        let stream = world.entries[step.entry].id.into();
        let events = step.answer.unwrap_or_default();
        if events.is_empty() || lost.contains(&step.entry) {
            continue;
        }
        let erased = events.iter().any(|event| matches!(event, Event::Erased(closing::Erased { .. })));
        let loaded = store.journal.load::<Event>(stream).expect("it is loaded");
        let person = loaded.state.person;
        let count = events.len() as u64;
        let events = events.into_iter().map(|event| (event, step.moment)).collect();
        let draft = Draft { stream, version: loaded.version, state: loaded.state, events, command: None };
        match store.journal.append(draft).and_then(muster_store::db::Ticket::wait) {
            Ok(done) => {
                appended += count;
                assert_eq!(done.version, loaded.version + count);
            }
            Err(StoreError::Keys(KeyError::Destroyed(_)) | StoreError::ActiveElsewhere) => {
                lost.insert(step.entry);
                continue;
            }
            Err(error) => panic!("seed {seed}: {error}"),
        }
        let left = |person| {
            let of = |entry: &crate::world::Entry| {
                entry.case.person == Some(person) && entry.case.stage != Some(Stage::Erased)
            };
            world.entries.iter().any(of)
        };
        if let Some(person) = person.filter(|&person| erased && !left(person)) {
            store.journal.destroy_key(person).expect("the key is destroyed");
        }
    }
    for (number, entry) in world.entries.iter().enumerate().filter(|(number, _)| !lost.contains(number)) {
        let case = store.journal.load::<Event>(entry.id.into()).expect("it is loaded").state;
        assert_eq!((number, case.stage, &case.holds), (number, entry.case.stage, &entry.case.holds));
    }
    appended
}

#[test]
fn the_views_are_what_the_log_alone_gives_after_every_walk() {
    let long = std::env::var_os("MUSTER_LONG").is_some();
    on_both(|setting: &Setting| {
        let store = setting.open();
        let mut appended = 0;
        for seed in 0..if long { 200 } else { 16 } {
            appended += walk(&store, seed, 400);
            assert_whole(&store);
        }
        assert!(appended > 1_500, "only {appended} events");
    });
}
