//! Rules as people work with them: signed by two, read as published, tried on everybody, changing nobody.

mod support;

use muster_app::{
    App, Failure, Programme,
    policy::{Signed, read_facts},
};
use muster_case::{
    Permit, Refusal,
    access::{OpenSealed, ReadCases},
    closing::{Erase, ErasureReason, Withdraw},
    intake::{Dossier, Experience},
};
use muster_policy::Outcome;
use muster_testkit::on_both;
use muster_vocab::{Actor, CaseId, Role, SeededDice, StillClock, Worker};
use std::collections::BTreeMap;
use support::{at, dossier, inquiry, officer, open, open_mission};

const NOW: &str = "2022-03-01T12:00:00Z";

fn with_app(story: impl Fn(&App)) {
    on_both(|database| {
        let folder = tempfile::tempdir().unwrap();
        let app = open(folder.path(), database);
        open_mission(&app, &mut SeededDice::new(1));
        story(&app);
    });
}

fn owner(seed: u64) -> Actor {
    officer(&mut SeededDice::new(seed), Role::PolicyOwner)
}

fn reading() -> Permit<ReadCases> {
    Permit::ask(Actor::System { worker: Worker::PolicyReview }).unwrap()
}

fn with_experience(experience: Experience, number: usize) -> Dossier {
    let mut told = dossier("Ann", "Weber", &format!("ann{number}@example.org"));
    told.background.experience = experience;
    told
}

/// Four people of each experience, and a fifth of each who was erased.
fn populate(app: &App) -> Vec<CaseId> {
    let mut cases = Vec::new();
    let kinds = [Experience::None, Experience::PoliceMedic, Experience::Military, Experience::Combat];
    for (kind, experience) in kinds.into_iter().enumerate() {
        for number in 0..5 {
            let told = with_experience(experience, kind * 10 + number);
            let mut dice = SeededDice::stream(kind as u64, number as u64);
            let received = app.receive(inquiry(told, None), &mut dice, at(NOW)).unwrap();
            if number < 4 {
                cases.push(received.case);
                continue;
            }
            let by = Actor::Applicant { person: received.person };
            app.carry_out(Permit::ask(by).unwrap(), received.case, Withdraw, at(NOW)).unwrap();
            let permit =
                Permit::<Erase>::ask(officer(&mut SeededDice::new(3), Role::DataProtection)).unwrap();
            app.erase_person(permit, received.person, ErasureReason::Requested, false, at(NOW)).unwrap();
        }
    }
    cases
}

#[test]
fn an_edition_is_in_force_after_two_people_signed_and_not_before() {
    with_app(|app| {
        let (first, second) = (owner(1), owner(2));
        assert!(matches!(app.sign_edition(first, "v1", at(NOW)).unwrap(), Signed::Proposed { .. }));
        assert!(app.published_last().is_err(), "one signature is none");
        assert!(matches!(app.sign_edition(first, "v1", at(NOW)).unwrap(), Signed::Waits { .. }));
        assert!(app.published_last().is_err(), "the same human twice is one signature");
        let signed = app.sign_edition(second, "v1", at(NOW)).unwrap();
        assert!(
            matches!(&signed, Signed::Published { proposed_by, .. } if Some(*proposed_by) == first.human())
        );
        let read = app.published_last().unwrap();
        assert!(read.published);
        assert_eq!(read.edition.hash(), app.programme.policy().edition("v1").unwrap().hash());
        assert!(matches!(app.sign_edition(second, "v1", at(NOW)).unwrap(), Signed::InForce { .. }));
    });
}

#[test]
fn a_clerk_signs_no_edition() {
    with_app(|app| {
        let clerk = officer(&mut SeededDice::new(1), Role::Clerk);
        let refused = app.sign_edition(clerk, "v1", at(NOW));
        assert!(matches!(refused, Err(Failure::Refused(Refusal::RoleMayNot { .. }))));
    });
}

#[test]
fn what_is_read_after_publishing_are_the_published_bytes_whatever_the_folder_holds() {
    on_both(|database| {
        let folder = tempfile::tempdir().unwrap();
        let mut app = open(folder.path(), database);
        open_mission(&app, &mut SeededDice::new(1));
        app.sign_edition(owner(1), "v3", at(NOW)).unwrap();
        app.sign_edition(owner(2), "v3", at(NOW)).unwrap();
        let published = app.edition("v3").unwrap().edition.hash();

        let rules = folder.path().join("rules/policy");
        std::fs::create_dir_all(&rules).unwrap();
        let ours = concat!(env!("CARGO_MANIFEST_DIR"), "/../../programmes/international-legion");
        for entry in std::fs::read_dir(format!("{ours}/policy")).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name();
            let mut text = std::fs::read_to_string(entry.path()).unwrap();
            match name.to_str().unwrap() {
                // The folder's own record of what was published is left out, so that the change goes unnoticed there.
                "published.toml" => continue,
                "v3.toml" => text.push_str("\n# changed afterwards\n"),
                _ => {}
            }
            std::fs::write(rules.join(name), text).unwrap();
        }
        std::fs::copy(format!("{ours}/programme.toml"), folder.path().join("rules/programme.toml")).unwrap();
        app.programme = Programme::read(&folder.path().join("rules")).unwrap().into();
        assert_ne!(app.programme.policy().edition("v3").unwrap().hash(), published);
        assert_eq!(app.edition("v3").unwrap().edition.hash(), published);
    });
}

#[test]
fn a_simulation_finds_whom_a_look_at_each_case_finds_and_changes_nothing() {
    with_app(|app| {
        let cases = populate(app);
        let [v1, v3] = ["v1", "v3"].map(|id| app.programme.policy().edition(id).unwrap().clone());
        let before = app.store.journal.len().unwrap();
        let (found, _) = app.simulate(reading(), &v3, &v1, &StillClock::at(at(NOW))).unwrap();
        assert_eq!(app.store.journal.len().unwrap(), before, "no event was written");
        assert_eq!((found.cases, found.left_out), (16, 0), "the erased are not judged");
        assert_eq!(found.flips, found.kinds.iter().map(|kind| kind.cases).sum::<u64>());

        let clerk = Permit::<OpenSealed>::ask(officer(&mut SeededDice::new(4), Role::Clerk)).unwrap();
        let by_case: BTreeMap<CaseId, _> = found.flipped.iter().map(|flip| (flip.case, flip)).collect();
        for case in cases {
            let outcome =
                |edition| app.evaluate_case(clerk, case, edition, "en", at(NOW)).unwrap().unwrap().outcome;
            let (one, other) = (outcome(&v1), outcome(&v3));
            match by_case.get(&case) {
                Some(flip) => assert_eq!((flip.before, flip.after), (one, other)),
                None => assert_eq!(one, other),
            }
        }
        assert!(found.flips >= 8, "v3 asks for combat");
        assert!(found.rules.iter().any(|rule| rule.code.code() == "R07" && rule.fires > 0));
    });
}

#[test]
fn an_edition_against_itself_flips_nobody() {
    with_app(|app| {
        populate(app);
        let v2 = app.programme.policy().edition("v2").unwrap().clone();
        let (found, _) = app.simulate(reading(), &v2, &v2, &StillClock::at(at(NOW))).unwrap();
        assert_eq!((found.cases, found.flips, found.rules.len()), (16, 0, 0));
    });
}

#[test]
fn looking_at_one_case_is_recorded_before_anything_is_opened() {
    with_app(|app| {
        let cases = populate(app);
        let v1 = app.programme.policy().edition("v1").unwrap().clone();
        let before = app.store.journal.len().unwrap();
        let clerk = Permit::<OpenSealed>::ask(officer(&mut SeededDice::new(4), Role::Clerk)).unwrap();
        app.evaluate_case(clerk, cases[0], &v1, "en", at(NOW)).unwrap();
        assert_eq!(app.store.journal.len().unwrap(), before + 1);
        let owner = Permit::<OpenSealed>::ask(owner(1));
        assert!(owner.is_err(), "a policy owner sees figures, never a person");
    });
}

#[test]
fn facts_by_hand_are_read_from_toml_and_json_and_refused_without_their_value() {
    let programme = Programme::founding().unwrap();
    let edition = programme.policy().edition("v1").unwrap();
    let toml =
        "age = 16\nlanguages = \"en uk\"\ncriminal_record = { value = false, provenance = \"verified\" }";
    let json = r#"{"age": 16, "languages": ["en", "uk"], "criminal_record": "no"}"#;
    for text in [toml, json] {
        let facts = read_facts(&programme, text).unwrap();
        assert_eq!(edition.outcome(&facts).outcome, Outcome::RefuseProposed);
        let evaluated = programme.evaluate(edition, &facts, "en");
        assert_eq!(evaluated.findings[0].code.code(), "R01");
        assert!(evaluated.findings[0].text.is_some());
    }
    let told = |text: &str| read_facts(&programme, text).err().unwrap().to_string();
    insta::assert_snapshot!([told("age = \"Zzcanary\""), told("agee = 3"), told("age =\n"), told("{")].join("\n"), @r#"
    the value given for `age` does not fit: it is a number from 0 to 130
    the programme declares no fact `agee`: add it to facts.toml, or mend its name
    the facts cannot be read, line 1: write a line for each, such as `age = 41` or `languages = ["en"]`
    the facts cannot be read, line 1, character 1: write a line for each, such as `age = 41` or `languages = ["en"]`
    "#);
}
