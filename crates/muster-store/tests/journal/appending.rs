//! What is appended is there, once, or nothing of it is.

use crate::setting::{
    Setting, append, append_on, assert_whole, at, by, case, on_both, opened, person, submitted,
};
use muster_case::{
    Case, Event, Office, OfficeEvent, Stage,
    access::Accessed,
    decision::{Act, Countersigned, Recommended},
    intake::Contact,
    interview::InterviewBooked,
    office::{AddStaff, OFFICE_STREAM, StaffName, decide_office},
};
use muster_store::{StoreError, journal::Draft, keys::Holder};
use muster_vocab::{
    Actor, CommandId, HumanId, Moment, PersonalText, ProposalId, Role, Sealed, SlotId, StaffId, StreamId,
};
use std::collections::BTreeSet;

#[test]
fn what_is_appended_is_loaded_again_as_the_same_state() {
    on_both(|setting| {
        let store = setting.open();
        let stream = StreamId::from(case(1));
        let events = [opened(person(1)), submitted()].map(|event| (event, by(person(1)))).to_vec();
        let draft = Draft { stream, version: 0, state: Case::default(), events, command: None };
        let (ticket, told) = store.journal.append_knowing(draft).expect("it is sealed");
        assert_eq!(ticket.wait().expect("it is appended").version, 2);
        let loaded = store.journal.load::<Event>(stream).expect("it is loaded");
        assert_eq!((loaded.version, &loaded.state), (2, &told));
        drop(store);
        assert_eq!(setting.open().journal.load::<Event>(stream).expect("it is loaded").state, told);
        assert_whole(&setting.open());
    });
}

#[test]
fn a_stale_append_leaves_nothing() {
    on_both(|setting| {
        let store = setting.open();
        append(&store, case(1), by(person(1)), vec![opened(person(1))]).expect("it is appended");
        let before = (store.journal.live().expect("it is read"), store.journal.len().expect("it is read"));
        let stale = append_on(&store, case(1), 0, by(person(1)), vec![opened(person(1)), submitted()]);
        assert!(matches!(stale, Err(StoreError::Stale)), "{stale:?}");
        let after = (store.journal.live().expect("it is read"), store.journal.len().expect("it is read"));
        assert!(before == after);
        assert_whole(&store);
    });
}

#[test]
fn a_look_is_recorded_whatever_happened_since_the_case_was_read() {
    on_both(|setting| {
        let store = setting.open();
        append(&store, case(1), by(person(1)), vec![opened(person(1))]).expect("it is appended");
        append_on(&store, case(1), 1, by(person(1)), vec![submitted()]).expect("it is appended");
        let officer = Actor::Staff { staff: StaffId::from(1), human: HumanId::from(1), role: Role::Clerk };
        let looked = Accessed { sections: vec!["identity".into()], purpose: "search".into() };
        // All of them read the case before it was sent.
        let tickets: Vec<_> = (0..40)
            .map(|_| {
                let events = vec![(looked.clone().into(), Moment { at: at(), by: officer })];
                let draft = Draft::<Event> {
                    stream: case(1).into(),
                    version: 1,
                    state: Case::default(),
                    events,
                    command: None,
                };
                store.journal.append(draft).expect("nothing is sealed")
            })
            .collect();
        let versions: BTreeSet<u64> =
            tickets.into_iter().map(|ticket| ticket.wait().expect("it is recorded").version).collect();
        assert_eq!(versions, (3..43).collect());
        let loaded = store.journal.load::<Event>(case(1).into()).expect("it is loaded");
        assert_eq!((loaded.version, loaded.state.stage), (42, Some(Stage::Submitted)));
        assert_whole(&store);
    });
}

#[test]
fn a_stale_state_without_events_changes_no_view() {
    on_both(|setting| {
        let store = setting.open();
        append(&store, case(1), by(person(1)), vec![opened(person(1)), submitted()]).expect("it is appended");
        let stream = StreamId::from(case(1));
        let nothing =
            Draft::<Event> { stream, version: 1, state: Case::default(), events: vec![], command: None };
        let appended =
            store.journal.append(nothing).expect("it is sealed").wait().expect("nothing is written");
        assert_eq!(appended.version, 1);
        assert_whole(&store);
    });
}

#[test]
fn a_command_sent_twice_is_carried_out_once() {
    on_both(|setting| {
        let store = setting.open();
        let send = |number| {
            let command = Some(CommandId::from(7));
            let (stream, events) = (case(number).into(), vec![(opened(person(1)), by(person(1)))]);
            let draft = Draft { stream, version: 0, state: Case::default(), events, command };
            store.journal.append(draft).expect("it is sealed").wait()
        };
        send(1).expect("the first is carried out");
        assert!(store.journal.was_carried_out(CommandId::from(7)).expect("it is read"));
        assert!(!store.journal.was_carried_out(CommandId::from(8)).expect("it is read"));
        // The same name in another place, where nothing else would stop it but the person's active case.
        assert!(matches!(send(1), Err(StoreError::Stale | StoreError::Repeated)));
        let stream = StreamId::from(case(2));
        let events = vec![(opened(person(2)), by(person(2)))];
        let draft =
            Draft { stream, version: 0, state: Case::default(), events, command: Some(CommandId::from(7)) };
        let again = store.journal.append(draft).expect("it is sealed").wait();
        assert!(matches!(again, Err(StoreError::Repeated)), "{again:?}");
        assert_eq!(store.journal.len().expect("it is read"), 1);
        assert_whole(&store);
    });
}

#[test]
fn the_store_refuses_a_second_active_case() {
    on_both(|setting| {
        let store = setting.open();
        append(&store, case(1), by(person(1)), vec![opened(person(1))]).expect("it is appended");
        let second = append(&store, case(2), by(person(1)), vec![opened(person(1))]);
        assert!(matches!(second, Err(StoreError::ActiveElsewhere)), "{second:?}");
        assert_eq!(store.views.active_case(person(1)).expect("it is read"), Some(case(1)));
        assert_whole(&store);
    });
}

#[test]
fn the_store_refuses_two_signatures_of_one_human_under_one_act() {
    on_both(|setting| {
        let store = setting.open();
        let (human, proposal) = (HumanId::from(5), ProposalId::from(9));
        let signed = |role| Moment { at: at(), by: Actor::Staff { staff: StaffId::from(1), human, role } };
        let why = || PersonalText("because it is so".into()).into();
        append(&store, case(1), by(person(1)), vec![opened(person(1))]).expect("it is appended");
        let first = Recommended {
            proposal,
            act: Act::Refuse,
            codes: vec![],
            rationale: why(),
            edition: None,
            by: human,
        };
        append(&store, case(1), signed(Role::Adjudicator), vec![first.into()]).expect("it is appended");
        // No deciding stands in between here: these events were built by hand.
        let second = Countersigned { proposal, by: human, rationale: why() };
        let second = append(&store, case(1), signed(Role::Attache), vec![second.into()]);
        assert!(matches!(second, Err(StoreError::SameHuman)), "{second:?}");
        let another = Countersigned { proposal, by: HumanId::from(6), rationale: why() };
        append(&store, case(1), signed(Role::Attache), vec![another.into()]).expect("another human signs");
        assert_whole(&store);
    });
}

#[test]
fn a_slot_is_booked_once() {
    on_both(|setting| {
        let store = setting.open();
        let booked = || InterviewBooked {
            slot: SlotId::from(3),
            starts: at(),
            challenge: PersonalText("two words".into()).into(),
            critical_role: false,
        };
        for (number, of) in [(1, person(1)), (2, person(2))] {
            append(&store, case(number), by(of), vec![opened(of)]).expect("it is appended");
        }
        append(&store, case(1), by(person(1)), vec![booked().into()]).expect("it is booked");
        let second = append(&store, case(2), by(person(2)), vec![booked().into()]);
        assert!(matches!(second, Err(StoreError::SlotTaken)), "{second:?}");
        assert_whole(&store);
    });
}

#[test]
fn a_sealed_value_opens_with_its_persons_key_alone() {
    on_both(|setting: &Setting| {
        let store = setting.open();
        append(&store, case(1), by(person(1)), vec![opened(person(1)), submitted()]).expect("it is appended");
        append(&store, case(2), by(person(2)), vec![opened(person(2)), submitted()]).expect("it is appended");
        let dossier = store.journal.load::<Event>(case(1).into()).expect("it is loaded").state.dossier;
        let contact: Sealed<Contact> = dossier.expect("it was sent").contact;
        let opened =
            store.journal.open(Holder::from(person(1)), &contact).expect("it opens").expect("it is there");
        assert_eq!(opened.email.expect("an address").normal(), "john@example.org");
        let by_another = store.journal.open(Holder::from(person(2)), &contact);
        assert!(matches!(by_another, Err(StoreError::Box(_))), "{by_another:?}");
        assert!(store.journal.open(Holder::from(person(3)), &contact).expect("there is no key").is_none());
        let token = store.journal.lookup().token("email", "john@example.org");
        assert_eq!(store.views.cases_with("email", token).expect("it is read"), [case(1), case(2)]);
    });
}

#[test]
fn a_staff_name_is_sealed_under_the_humans_key() {
    on_both(|setting| {
        let store = setting.open();
        let add = AddStaff {
            staff: StaffId::from(1),
            human: HumanId::from(2),
            roles: [Role::Clerk, Role::Attache].into(),
            missions: [].into(),
            name: StaffName("Olha".into()),
        };
        let root =
            Actor::Staff { staff: StaffId::from(9), human: HumanId::from(9), role: Role::Administrator };
        let moment = Moment { at: at(), by: root };
        let events = decide_office(&Office::default(), add.into(), &moment).expect("it is decided");
        let events = events.into_iter().map(|event| (event, moment)).collect();
        let draft =
            Draft { stream: OFFICE_STREAM, version: 0, state: Office::default(), events, command: None };
        store.journal.append(draft).expect("it is sealed").wait().expect("it is appended");
        let history = store.journal.history::<OfficeEvent>(OFFICE_STREAM).expect("it is read");
        let [OfficeEvent::StaffAdded(added)] = [&history[0].event] else { panic!("another event") };
        let name = store.journal.open(Holder::from(HumanId::from(2)), &added.name).expect("it opens");
        assert_eq!(name.expect("it is there").0, "Olha");
        let staff = store.views.staff().expect("it is read");
        assert_eq!((staff.len(), staff[0].roles.len(), staff[0].suspended), (1, 2, false));
        assert_whole(&store);
    });
}
