//! What is held about a person: handed out whole, erased without a trace, and proved without the data.

mod support;

use muster_app::{
    App, Failure,
    intake::{Arrival, Received, import::Form},
    people::{Erasure, Receipt, Subject},
};
use muster_case::{
    Hold, Permit, Refusal,
    access::{OpenSealed, ReadCases},
    closing::{Erase, ErasureReason, Withdraw},
    holds::PlaceHold,
    intake::{Dossier, OpenDraft},
};
use muster_testkit::on_both;
use muster_vocab::{
    Actor, Document, DocumentKind, PersonId, PersonName, PersonalText, Role, SeededDice, Worker,
};
use std::path::Path;
use support::{at, dossier, inquiry, mission, officer, open, open_mission};

const NOW: &str = "2022-03-01T12:00:00Z";
const LATER: &str = "2022-04-15T12:00:00Z";
const CANARIES: [&str; 5] = ["Zzcanaryov", "Зцанаров", "zzcanary@example.org", "12025550188", "ZZ7CANARY"];

/// A person whom one would find anywhere.
fn canary() -> Dossier {
    let mut told = dossier("Quintus", CANARIES[0], CANARIES[2]);
    told.identity.name_original = Some(PersonName::new("", CANARIES[1]).unwrap());
    told.identity.document =
        Some(Document::new(DocumentKind::Passport, "US".parse().unwrap(), CANARIES[4]).unwrap());
    told.contact.phone = Some(format!("+{}", CANARIES[3]).parse().unwrap());
    told.disclosures.words = format!("My name is {} and I wish to serve.", CANARIES[0]);
    told
}

fn officer_of_data() -> Actor {
    officer(&mut SeededDice::new(3), Role::DataProtection)
}

fn apply(app: &App, seed: u64) -> Received {
    app.receive(inquiry(canary(), None), &mut SeededDice::new(seed), at(NOW)).unwrap()
}

fn withdraw(app: &App, received: &Received) {
    let by = Actor::Applicant { person: received.person };
    app.carry_out(Permit::ask(by).unwrap(), received.case, Withdraw, at(NOW)).unwrap();
}

fn erase(app: &App, person: PersonId) -> Result<Erasure, Failure> {
    let permit = Permit::<Erase>::ask(officer_of_data()).unwrap();
    app.erase_person(permit, person, ErasureReason::Requested, false, at(LATER))
}

fn reading() -> Permit<ReadCases> {
    Permit::ask(Actor::System { worker: Worker::Clock }).unwrap()
}

/// A mission of its own for each story, with the folders in which its files lie.
fn with_app(story: impl Fn(&App, &[&Path])) {
    on_both(|database| {
        let folder = tempfile::tempdir().unwrap();
        let app = open(folder.path(), database);
        open_mission(&app, &mut SeededDice::new(1));
        let beside = Path::new(database).parent().filter(|_| !database.starts_with("postgres"));
        let folders: Vec<&Path> = beside.into_iter().chain([folder.path()]).collect();
        story(&app, &folders);
    });
}

fn done(erasure: Erasure) -> Receipt {
    match erasure {
        Erasure::Done(receipt) => receipt,
        other => panic!("not erased: {other:?}"),
    }
}

#[test]
fn a_persons_file_holds_everything_they_said_and_who_read_it() {
    with_app(|app, _| {
        let received = apply(app, 2);
        let permit = Permit::<OpenSealed>::ask(officer_of_data()).unwrap();
        let file = app.export_person(permit, received.person, at(LATER)).unwrap().unwrap();
        let text = serde_json::to_string(&file).unwrap();
        for canary in CANARIES {
            assert!(text.contains(canary), "the file lacks {canary}");
        }
        assert!(!text.contains("sha256"), "no box is left shut");
        let case = &file.cases[0];
        assert_eq!(case.entries[&Subject::Application].len(), 4);
        let access = &case.entries[&Subject::Accesses][0];
        assert_eq!(
            (access.by, access.details["purpose"].as_str()),
            ("data_protection", Some("subject_export"))
        );
    });
}

#[test]
fn nobody_is_handed_out_whom_nobody_knows() {
    with_app(|app, _| {
        let permit = Permit::<OpenSealed>::ask(officer_of_data()).unwrap();
        assert!(app.export_person(permit, PersonId::from(5), at(LATER)).unwrap().is_none());
        assert_eq!(erase(app, PersonId::from(5)).unwrap(), Erasure::Nothing);
    });
}

#[test]
fn an_open_case_is_not_erased_and_the_answer_names_it() {
    with_app(|app, _| {
        let received = apply(app, 2);
        let Erasure::Open(open) = erase(app, received.person).unwrap() else { panic!("erased") };
        assert_eq!((open[0].case, open[0].may_withdraw()), (received.case, true));
        assert!(app.load(received.case).unwrap().dossier.is_some(), "nothing is lost");
    });
}

#[test]
fn a_legal_hold_stops_an_erasure() {
    with_app(|app, _| {
        let received = apply(app, 2);
        let counsel = officer(&mut SeededDice::new(4), Role::Counsel);
        let hold = PlaceHold { hold: Hold::Legal, cause: PersonalText("a court asks".into()).into() };
        app.carry_out(Permit::ask(counsel).unwrap(), received.case, hold, at(NOW)).unwrap();
        withdraw(app, &received);
        assert!(matches!(erase(app, received.person), Err(Failure::Refused(Refusal::MustBeKept))));
        let far = at("2030-01-01T00:00:00Z");
        assert!(app.due(reading(), far).unwrap().is_empty(), "nor does time end it");
    });
}

#[test]
fn an_erased_person_leaves_no_trace_and_the_receipt_proves_it() {
    with_app(|app, folders| {
        let received = apply(app, 2);
        // The same person again, from another address: its token must outlive the erasure too.
        let mut again = canary();
        again.identity.document = None;
        let repeated = app.receive(inquiry(again, None), &mut SeededDice::new(9), at(NOW)).unwrap();
        assert_eq!(repeated.arrival, Arrival::Repeated);
        withdraw(app, &received);
        let receipt = done(erase(app, received.person).unwrap());
        assert_eq!((receipt.cases.len(), receipt.tokens), (1, 2));

        let text = serde_json::to_string(&receipt).unwrap();
        let read: Receipt = serde_json::from_str(&text).unwrap();
        let check = app.check_receipt(reading(), &read).unwrap();
        assert_eq!((check.faults, check.boxes), (vec![], 9));
        for canary in CANARIES {
            assert!(!text.contains(canary));
            no_file_holds(folders, canary);
        }
        assert!(app.store.journal.verify(&|_| {}).unwrap().is_whole());
        assert_eq!(erase(app, received.person).unwrap(), Erasure::Nothing);
    });
}

#[test]
fn a_receipt_that_was_changed_does_not_hold() {
    with_app(|app, _| {
        let received = apply(app, 2);
        withdraw(app, &received);
        let receipt = done(erase(app, received.person).unwrap());
        let mut changed = receipt.clone();
        changed.cases[0].hash.0[0] ^= 1;
        assert_eq!(app.check_receipt(reading(), &changed).unwrap().faults.len(), 1);
        let mut earlier = receipt;
        earlier.cases[0].version -= 1;
        assert!(!app.check_receipt(reading(), &earlier).unwrap().faults.is_empty());
    });
}

#[test]
fn who_comes_again_after_an_erasure_is_seen_to_have_been_here_and_no_more() {
    with_app(|app, _| {
        let first = apply(app, 2);
        withdraw(app, &first);
        done(erase(app, first.person).unwrap());
        let second = apply(app, 5);
        assert_eq!(second.arrival, Arrival::New { shares: vec![], seen_before: true });
        let case = app.load(second.case).unwrap();
        assert!(case.duplicates.is_empty() && case.holds.is_empty(), "nothing links them");
    });
}

#[test]
fn a_draft_is_recognised_after_its_erasure_too() {
    with_app(|app, _| {
        let clerk = Permit::<OpenDraft>::ask(officer(&mut SeededDice::new(7), Role::Clerk)).unwrap();
        let csv = format!("family,email\n{},{}\n", CANARIES[0], CANARIES[2]);
        let (mut dice, nobody) = (SeededDice::new(6), &mut |_: &_| {});
        let sum =
            app.import(clerk, &mission(), csv.as_bytes(), Form::Csv, &mut dice, at(NOW), nobody).unwrap();
        assert_eq!(sum.drafts, 1);
        let mut people = Vec::new();
        app.store
            .views
            .each_case(reading(), &mut |row| people.push((row.case, row.person.unwrap())))
            .unwrap();
        let (case, person) = people[0];
        let by = Actor::Applicant { person };
        app.carry_out(Permit::ask(by).unwrap(), case, Withdraw, at(NOW)).unwrap();
        assert_eq!(done(erase(app, person).unwrap()).tokens, 1);
        let second = apply(app, 5);
        assert_eq!(second.arrival, Arrival::New { shares: vec![], seen_before: true });
    });
}

#[test]
fn a_person_is_due_when_the_last_case_has_been_closed_for_its_class() {
    with_app(|app, _| {
        let received = apply(app, 2);
        assert!(app.due(reading(), at("2030-01-01T00:00:00Z")).unwrap().is_empty(), "open cases stay");
        withdraw(app, &received);
        assert!(app.due(reading(), at("2022-03-31T11:59:59Z")).unwrap().is_empty(), "not before 30 days");
        let due = app.due(reading(), at("2022-03-31T12:00:00Z")).unwrap();
        assert_eq!((due.len(), due[0].person, due[0].class), (1, received.person, "withdrawn"));

        let permit = Permit::<Erase>::ask(Actor::System { worker: Worker::Retention }).unwrap();
        let early = app.erase_person(permit, received.person, ErasureReason::Expired, false, at(NOW));
        assert!(matches!(early, Err(Failure::Refused(Refusal::MustBeKept))));
        done(app.erase_person(permit, received.person, ErasureReason::Expired, true, at(LATER)).unwrap());
        assert!(app.due(reading(), at(LATER)).unwrap().is_empty());
    });
}

/// The bytes of every file of the store; a PostgreSQL server keeps its own elsewhere.
fn no_file_holds(folders: &[&Path], canary: &str) {
    let mut looked = 0;
    for entry in folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap()) {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        looked += 1;
        assert!(!bytes.windows(canary.len()).any(|window| window == canary.as_bytes()), "{canary} is there");
    }
    assert!(looked >= 2 * folders.len(), "the databases lie there");
}
