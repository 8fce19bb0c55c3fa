//! What waits with the clerks is determined when an edition comes into force, and anew under the next.

mod support;

use muster_app::{App, eligibility::EligibilityWorker, screening::ScreeningWorker};
use muster_case::{
    Permit, Stage,
    eligibility::{AcceptFinding, Outcome},
    screening::{CheckOutcome, RecordCheck},
};
use muster_vocab::PersonalText;
use muster_vocab::{Role, SeededDice};
use support::{at, dossier, inquiry, officer, open, open_mission};

/// Two people put an edition in force.
fn publish(app: &App, dice: &mut SeededDice, edition: &str) {
    let (owner, second) = (officer(dice, Role::PolicyOwner), officer(dice, Role::Attache));
    let now = at("2022-03-02T08:00:00Z");
    let proposed = app.propose_edition(Permit::ask(owner).unwrap(), edition, now).unwrap();
    app.publish_edition(Permit::ask(second).unwrap(), proposed, now).unwrap();
}

#[test]
fn whoever_is_submitted_is_found_upon_under_each_edition_once() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(folder.path(), folder.path().join("muster.db").to_str().unwrap());
    let mut dice = SeededDice::new(11);
    open_mission(&app, &mut dice);
    let mut told = dossier("Ann", "Weber", "ann@example.org");
    told.background.experience = muster_case::intake::Experience::None;
    told.background.trade = None;
    let now = at("2022-03-01T12:00:00Z");
    let case = app.receive(inquiry(told, None), &mut dice, now).unwrap().case;

    assert_eq!(app.determine_submitted(now).unwrap(), 0, "no edition is in force yet");

    publish(&app, &mut dice, "v1");
    assert_eq!(app.determine_submitted(now).unwrap(), 1);
    assert_eq!(app.load(case).unwrap().determination.unwrap().outcome, Outcome::Eligible);
    assert_eq!(app.determine_submitted(now).unwrap(), 0, "the same finding is not recorded twice");

    publish(&app, &mut dice, "v2");
    assert_eq!(app.determine_submitted(now).unwrap(), 1);
    let found = app.load(case).unwrap().determination.unwrap();
    assert_eq!((found.outcome, found.edition.id.as_str()), (Outcome::RefuseProposed, "v2"));
}

#[test]
fn the_workers_do_their_work_once_and_record_no_outcome_in_a_persons_place() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(folder.path(), folder.path().join("muster.db").to_str().unwrap());
    let mut dice = SeededDice::new(12);
    open_mission(&app, &mut dice);
    let now = at("2022-03-01T12:00:00Z");
    let told = dossier("Ann", "Weber", "ann@example.org");
    let case = app.receive(inquiry(told, None), &mut dice, now).unwrap().case;
    let edition = app.programme.policy().edition("v2").unwrap();
    let stage = || app.load(case).unwrap().stage.unwrap();

    assert_eq!(EligibilityWorker.follow(&app, edition, now).unwrap(), 1);
    assert_eq!(EligibilityWorker.follow(&app, edition, now).unwrap(), 0, "it has come to the end of the log");
    assert_eq!(ScreeningWorker.follow(&app, now).unwrap(), 0, "no clerk accepted the finding");

    let clerk = officer(&mut dice, Role::Clerk);
    app.carry_out(Permit::ask(clerk).unwrap(), case, AcceptFinding, now).unwrap();
    assert_eq!(ScreeningWorker.follow(&app, now).unwrap(), 1);
    assert_eq!(ScreeningWorker.follow(&app, now).unwrap(), 0);
    assert_eq!(app.load(case).unwrap().unrecorded_checks().count(), app.programme.checks.len());

    let screener = officer(&mut dice, Role::Screener);
    for check in &app.programme.checks {
        assert_eq!((ScreeningWorker.follow(&app, now).unwrap(), stage()), (0, Stage::Screening));
        let reason = PersonalText("nothing found".into());
        let record =
            RecordCheck { check: check.clone(), outcome: CheckOutcome::Clear, lists: vec![], reason };
        app.carry_out(Permit::ask(screener).unwrap(), case, record, now).unwrap();
    }
    assert_eq!((ScreeningWorker.follow(&app, now).unwrap(), stage()), (1, Stage::InterviewReady));
}
