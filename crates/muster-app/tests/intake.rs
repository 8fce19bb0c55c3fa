//! Before a case is decided: what a pre-check says, what is put right, who comes back, and what falls silent.

mod support;

use jiff::{SignedDuration, Timestamp};
use muster_app::{
    App, Failure,
    clock::ClockWorker,
    eligibility::EligibilityWorker,
    intake::{PreCheck, PreCheckVerdict},
};
use muster_case::{
    Permit, Refusal, Stage,
    closing::{UndoWithdrawal, Withdraw},
    eligibility::{AcceptFinding, Outcome},
    intake::{Channel, Correct, OpenDraft, RawAnswers, RequestInfo, SaveDraft},
    screening::StartScreening,
};
use muster_vocab::{
    Actor, CaseId, Clock as _, Dice as _, PersonId, PersonalText, Role, SeededDice, StillClock, Worker,
};
use support::{at, dossier, inquiry, mission, officer, open, open_mission};
use tempfile::TempDir;

const NOW: &str = "2022-03-14T12:00:00Z";

/// A mission that is open, and its folder.
fn opened(seed: u64) -> (App, SeededDice, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let app = open(folder.path(), folder.path().join("muster.db").to_str().unwrap());
    let mut dice = SeededDice::new(seed);
    open_mission(&app, &mut dice);
    (app, dice, folder)
}

fn answers(told: &[(&str, &str)]) -> RawAnswers {
    RawAnswers(told.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect())
}

/// The answers of an eligible person to the whole pre-check.
const ELIGIBLE: [(&str, &str); 10] = [
    ("help_how", "combat"),
    ("born.day", "17"),
    ("born.month", "5"),
    ("born.year", "1988"),
    ("nationalities.0", "US"),
    ("residence", "US"),
    ("experience", "combat"),
    ("languages", "en"),
    ("serving", "no"),
    ("criminal_record", "no"),
];

fn pre_check(app: &App, changed: &[(&str, &str)]) -> PreCheck {
    let mut told = answers(&ELIGIBLE);
    told.0.insert("medical_bar".to_owned(), "no".to_owned());
    told.0.extend(answers(changed).0);
    told.0.retain(|_, text| text != "-");
    let edition = app.programme.policy().edition("v3").unwrap();
    app.programme.pre_check(edition, &told, at(NOW)).unwrap()
}

fn rules(found: &PreCheck) -> Vec<&str> {
    found.findings.iter().map(|finding| finding.rule.as_str()).collect()
}

#[test]
fn a_pre_check_tells_every_rule_that_speaks_and_what_would_change_it() {
    let (app, ..) = opened(21);
    assert_eq!(pre_check(&app, &[]).verdict, PreCheckVerdict::Eligible);

    let no = pre_check(&app, &[("experience", "none"), ("languages", "pt"), ("criminal_record", "yes")]);
    assert_eq!((no.verdict, no.edition.as_str()), (PreCheckVerdict::NotNow, "v3"));
    assert_eq!(rules(&no), ["criminal-record", "no-combat-or-skill", "no-command-language"]);
    for language in ["en", "uk"] {
        let text = no.findings[0].text(language);
        assert!([&text.why, &text.change, &text.off_ramp].iter().all(|text| !text.is_empty()));
    }
    assert_ne!(no.findings[0].text("en"), no.findings[0].text("uk"));
    assert_eq!(no.findings[0].text("fr"), no.findings[0].text("en"));

    let other = pre_check(&app, &[("help_how", "other")]);
    assert_eq!((other.verdict, rules(&other)), (PreCheckVerdict::OtherRoute, vec!["wants-non-combat"]));
}

#[test]
fn what_is_not_known_is_left_open_and_never_held_against_anybody() {
    let (app, ..) = opened(22);
    let open = pre_check(&app, &[("criminal_record", "dont_know"), ("medical_bar", "-")]);
    assert_eq!(
        (open.verdict, rules(&open)),
        (PreCheckVerdict::Tentative, vec!["criminal-record", "medical-bar"])
    );
    let unread = pre_check(&app, &[("languages", "klingon")]);
    assert_eq!(rules(&unread), ["no-command-language"]);
    // Somebody born in March 2004 may be 17 or 18.
    let unsure = [("born.day", "-"), ("born.month", "3"), ("born.year", "2004")];
    assert_eq!(rules(&pre_check(&app, &unsure)), ["under-age"]);
}

#[test]
fn a_minor_is_told_so_and_nothing_else() {
    let (app, ..) = opened(23);
    let minor = pre_check(&app, &[("born.year", "2006"), ("experience", "none")]);
    assert_eq!((minor.verdict, minor.findings.len()), (PreCheckVerdict::Minor, 0));
}

#[test]
fn whoever_ticks_no_skill_and_goes_on_has_none() {
    let (app, ..) = opened(24);
    let none = pre_check(&app, &[("experience", "none")]);
    assert_eq!((none.verdict, rules(&none)), (PreCheckVerdict::NotNow, vec!["no-combat-or-skill"]));
    let drone = pre_check(&app, &[("experience", "none"), ("skills", "drone")]);
    assert_eq!(drone.verdict, PreCheckVerdict::Eligible);
    let here = answers(&[("help_how", "combat"), ("experience", "none")]);
    let edition = app.programme.policy().edition("v3").unwrap();
    let found = app.programme.pre_check(edition, &here, at(NOW)).unwrap();
    assert!(rules(&found).contains(&"no-combat-or-skill") && found.verdict == PreCheckVerdict::Tentative);
}

#[test]
fn every_sample_has_its_words_in_both_languages() {
    let (app, ..) = opened(25);
    for (state, sample) in PreCheck::samples(&app.programme) {
        for finding in &sample.findings {
            assert!(["en", "uk"].iter().all(|it| !finding.text(it).why.is_empty()), "{state}");
        }
    }
}

fn apply(app: &App, dice: &mut SeededDice, now: Timestamp) -> (CaseId, Actor) {
    let told = dossier("Ann", "Weber", "ann@example.org");
    let received = app.receive(inquiry(told, None), dice, now).unwrap();
    (received.case, Actor::Applicant { person: received.person })
}

#[test]
fn a_correction_is_found_upon_again_or_waits_for_a_clerk_who_saw_it() {
    let (app, mut dice, _folder) = opened(26);
    let now = at(NOW);
    let (case, by) = apply(&app, &mut dice, now);
    let edition = app.programme.policy().edition("v3").unwrap();
    let outcome = || app.load(case).unwrap().determination.map(|found| found.outcome);
    EligibilityWorker.follow(&app, edition, now).unwrap();
    assert_eq!(outcome(), Some(Outcome::Eligible));

    let correct = |family: &str, experience| {
        let mut told = dossier("Ann", family, "ann@example.org");
        (told.background.experience, told.background.trade) = (experience, None);
        Correct { dossier: told }
    };
    let none = correct("Weber", muster_case::intake::Experience::None);
    app.carry_out(Permit::ask(by).unwrap(), case, none, now).unwrap();
    assert_eq!(EligibilityWorker.follow(&app, edition, now).unwrap(), 1);
    assert_eq!(outcome(), Some(Outcome::RefuseProposed));

    let combat = correct("Weber", muster_case::intake::Experience::Combat);
    app.carry_out(Permit::ask(by).unwrap(), case, combat.clone(), now).unwrap();
    EligibilityWorker.follow(&app, edition, now).unwrap();
    let clerk = officer(&mut dice, Role::Clerk);
    app.carry_out(Permit::ask(clerk).unwrap(), case, AcceptFinding, now).unwrap();
    let checks = app.programme.checks.clone();
    let screener = Actor::System { worker: Worker::Screening };
    app.carry_out(Permit::ask(screener).unwrap(), case, StartScreening { checks }, now).unwrap();

    let renamed = correct("Weber-Klein", muster_case::intake::Experience::Combat);
    let before = app.load(case).unwrap().dossier;
    app.carry_out(Permit::ask(by).unwrap(), case, renamed, now).unwrap();
    assert_eq!(app.load(case).unwrap().dossier, before, "it waits");
    let wrong = app.take_over_correction(Permit::ask(clerk).unwrap(), case, at("2022-03-01T00:00:00Z"), now);
    assert!(matches!(wrong, Err(Failure::Refused(Refusal::Unknown { what: "correction" }))));
    app.take_over_correction(Permit::ask(clerk).unwrap(), case, now, now).unwrap();
    let after = app.load(case).unwrap();
    assert!(after.correction.is_none() && after.dossier != before && after.stage == Some(Stage::Screening));
    let person = after.person.unwrap();
    let identity = app.store.journal.open(person.into(), &after.dossier.unwrap().identity).unwrap().unwrap();
    assert_eq!(identity.name.family, "Weber-Klein");
}

#[test]
fn whoever_comes_back_is_found_upon_anew_and_not_beside_another_case() {
    let (app, mut dice, _folder) = opened(27);
    let now = at(NOW);
    let edition = app.programme.policy().edition("v3").unwrap();
    let (case, by) = apply(&app, &mut dice, now);
    let undo = || {
        let undo = UndoWithdrawal { active_elsewhere: None };
        app.carry_out(Permit::ask(by).unwrap(), case, undo, now)
    };
    app.carry_out(Permit::ask(by).unwrap(), case, Withdraw, now).unwrap();
    let person = app.load(case).unwrap().person.unwrap();
    assert_eq!(app.store.views.active_case(person).unwrap(), None);
    undo().unwrap();
    assert_eq!(app.store.views.active_case(person).unwrap(), Some(case));
    assert_eq!(EligibilityWorker.follow(&app, edition, now).unwrap(), 1);
    assert!(app.load(case).unwrap().determination.is_some());

    app.carry_out(Permit::ask(by).unwrap(), case, Withdraw, now).unwrap();
    let second = draft(&app, &mut dice, person, now);
    // The command knows of no other case; the store does.
    let refused = undo();
    assert!(matches!(refused, Err(Failure::Refused(Refusal::ActiveElsewhere { case })) if case == second));
    assert_eq!(app.load(case).unwrap().stage, Some(Stage::Withdrawn));
}

fn draft(app: &App, dice: &mut SeededDice, person: PersonId, now: Timestamp) -> CaseId {
    let case = dice.id();
    let open = OpenDraft {
        person,
        mission: mission(),
        channel: Channel::Web,
        notice_shown: app.programme.notice_edition.clone(),
        posture: muster_case::Posture::Open,
        intake_paused: false,
        active_elsewhere: None,
    };
    app.carry_out(Permit::ask(Actor::Applicant { person }).unwrap(), case, open, now).unwrap();
    case
}

#[test]
fn what_falls_silent_lapses_after_two_weeks_and_once() {
    let (app, mut dice, _folder) = opened(28);
    let clock = StillClock::at(at(NOW));
    let (silent, saved) = (dice.id(), dice.id());
    let (quiet, spoke) =
        (draft(&app, &mut dice, silent, clock.now()), draft(&app, &mut dice, saved, clock.now()));
    let (asked, _) = apply(&app, &mut dice, clock.now());
    let clerk = officer(&mut dice, Role::Clerk);
    let missing = PersonalText("a passport".into());
    app.carry_out(Permit::ask(clerk).unwrap(), asked, RequestInfo { missing }, clock.now()).unwrap();
    let on = |case| app.load(case).unwrap().stage.unwrap();

    clock.advance(SignedDuration::from_hours(13 * 24));
    assert_eq!(ClockWorker.turn(&app, clock.now()).unwrap(), 0);
    let save = SaveDraft { answers: answers(&[("given", "Ann")]).into() };
    let by = Actor::Applicant { person: saved };
    app.carry_out(Permit::ask(by).unwrap(), spoke, save, clock.now()).unwrap();

    clock.advance(SignedDuration::from_hours(24));
    assert_eq!(ClockWorker.turn(&app, clock.now()).unwrap(), 2);
    assert_eq!((on(quiet), on(asked), on(spoke)), (Stage::Lapsed, Stage::Lapsed, Stage::Draft));
    assert_eq!(ClockWorker.turn(&app, clock.now()).unwrap(), 0, "it was done once");

    clock.advance(SignedDuration::from_hours(13 * 24));
    assert_eq!(ClockWorker.turn(&app, clock.now()).unwrap(), 1);
    assert_eq!(on(spoke), Stage::Lapsed);
}
