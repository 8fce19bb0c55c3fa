//! What an erasure leaves: a tombstone, a token, and a chain that still holds.

use crate::setting::{append, assert_whole, at, by, case, on_both, opened, person, submitted};
use muster_case::{
    Event,
    closing::{Erased, ErasureReason, Withdrawn},
};
use muster_store::{Store, StoreError, keys::Holder};
use muster_vocab::{Actor, CaseId, Moment, PersonId, Worker};

fn system() -> Moment {
    Moment { at: at(), by: Actor::System { worker: Worker::Retention } }
}

/// A case that was sent, withdrawn and erased; the key is still there.
fn erased(store: &Store, case: CaseId, person: PersonId) {
    let erased = Erased { reason: ErasureReason::Requested, suppression: vec![format!("5eed{case}")] };
    closed(store, case, person);
    append(store, case, system(), vec![erased.into()]).expect("it is appended");
}

fn closed(store: &Store, case: CaseId, person: PersonId) {
    append(store, case, by(person), vec![opened(person), submitted()]).expect("it is appended");
    append(store, case, by(person), vec![Withdrawn {}.into()]).expect("it is appended");
}

#[test]
fn an_erased_persons_values_are_gone_and_the_chain_holds() {
    on_both(|setting| {
        let store = setting.open();
        append(&store, case(1), by(person(1)), vec![opened(person(1)), submitted()]).expect("it is appended");
        let dossier = store.journal.load::<Event>(case(1).into()).expect("it is loaded").state.dossier;
        let identity = dossier.expect("it was sent").identity;
        append(&store, case(1), by(person(1)), vec![Withdrawn {}.into()]).expect("it is appended");
        let token = store.journal.lookup().token("email", "john@example.org");
        assert_eq!(store.views.cases_with("email", token).expect("it is read"), [case(1)]);

        let event = Erased { reason: ErasureReason::Requested, suppression: vec!["5eed".into()] };
        append(&store, case(1), system(), vec![event.into()]).expect("it is appended");
        store.journal.destroy_key(person(1)).expect("the key is destroyed");

        assert!(store.journal.open(Holder::from(person(1)), &identity).expect("there is no key").is_none());
        assert_eq!(store.views.cases_with("email", token).expect("it is read"), []);
        assert!(store.views.is_suppressed("5eed").expect("it is read"));
        assert!(!store.views.is_suppressed("none").expect("it is read"));
        assert_whole(&store);
        // Nothing more can be sealed for the person, and a tombstone is all there is.
        let more = append(&store, case(2), by(person(1)), vec![opened(person(1)), submitted()]);
        assert!(matches!(more, Err(StoreError::Keys(_))), "{more:?}");
        drop(store);
        let store = setting.open();
        assert_whole(&store);
        assert_eq!(store.journal.sweep().expect("it is swept"), 0);
    });
}

#[test]
fn a_sweep_finishes_an_erasure_cut_short_after_its_event() {
    on_both(|setting| {
        let store = setting.open();
        erased(&store, case(1), person(1));
        drop(store); // Here the machine stopped: the event is on disk, the key was not destroyed.
        let store = setting.open();
        assert!(store.journal.keys().was_destroyed(Holder::from(person(1))).expect("it is read"));
        assert_whole(&store);
    });
}

#[test]
fn a_sweep_spares_a_person_who_has_a_case_left() {
    on_both(|setting| {
        let store = setting.open();
        erased(&store, case(1), person(1));
        closed(&store, case(2), person(1));
        assert_eq!(store.journal.sweep().expect("it is swept"), 0);
        assert!(!store.journal.keys().was_destroyed(Holder::from(person(1))).expect("it is read"));
        assert_whole(&store);
    });
}
