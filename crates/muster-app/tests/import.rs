//! Spreadsheets of the first days: nothing good is lost, nothing is taken in twice.

mod support;

use muster_app::{
    App,
    intake::import::{Form, Imported},
};
use muster_case::{Permit, access::ReadCases, intake::OpenDraft};
use muster_testkit::on_both;
use muster_vocab::{Actor, Dice, Role, SeededDice, Worker};
use support::{at, mission, officer, open, open_mission};

const NOW: &str = "2022-03-01T12:00:00Z";
const HEADER: &str = "id;given;family;born;nationalities;residence;document_issuer;document_number;email;phone;\
                      experience;languages;serving;criminal_record;acknowledged;words\n";
const ANN: &str =
    "1;Ann;Weber;1988-05-17;US,DE;US;US;X1234567;ann@example.org;;combat;en;no;no;US,DE;I served.\n";
const BOB: &str = "2;Bob;Lee;1990;US;US;;;bob@example.org;;military;en;no;;US;\n";
/// No notice was acknowledged, and nobody asked for the birth date.
const EVE: &str = "3;Eve;Novak;;PL;PL;;;eve@example.org;;;;;;;Please call me\n";
/// Ann again, from another list.
const ANN_AGAIN: &str = "4;Anne;Weber;1988-05-17;US;US;;;ANN@example.org;;combat;en;no;;US;\n";
const BROKEN: &str = "5;Kim;Park;17/05/1988;KR;KR;;;kim@example;;combat;en;no;;KR;\n";

fn import(app: &App, text: &str, form: Form, seed: u64) -> Imported {
    let clerk = officer(&mut SeededDice::new(7), Role::Clerk);
    let permit = Permit::<OpenDraft>::ask(clerk).unwrap();
    let mut dice = SeededDice::new(seed);
    app.import(permit, &mission(), text.as_bytes(), form, &mut dice, at(NOW), &mut |_| {}).unwrap()
}

fn stages(app: &App) -> Vec<(String, u64)> {
    let permit = Permit::<ReadCases>::ask(Actor::System { worker: Worker::Clock }).unwrap();
    app.store.views.stages(permit).unwrap().into_iter().map(|((_, stage), n)| (stage, n)).collect()
}

fn with_app(story: impl Fn(&App)) {
    on_both(|database| {
        let folder = tempfile::tempdir().unwrap();
        let app = open(folder.path(), database);
        open_mission(&app, &mut SeededDice::new(1));
        story(&app);
    });
}

#[test]
fn each_row_becomes_a_case_a_draft_a_repetition_or_a_fault_with_its_place() {
    with_app(|app| {
        let sum = import(app, &[HEADER, ANN, BOB, EVE, ANN_AGAIN, BROKEN].concat(), Form::Csv, 2);
        assert_eq!((sum.rows, sum.new, sum.drafts, sum.repeated, sum.rejected), (5, 2, 1, 1, 1));
        let faults: Vec<_> = sum.faults.iter().map(|f| (f.line, f.column, f.cause.as_str())).collect();
        let date = "not a valid date: write a year, year-month or year-month-day such as 1990-04-17";
        let mail = "not a valid e-mail address: write it as name@example.org";
        assert_eq!(faults, [(6, Some("born"), date), (6, Some("email"), mail)]);
        assert_eq!(stages(app), [("draft".to_owned(), 1), ("submitted".to_owned(), 2)]);
    });
}

#[test]
fn importing_the_same_file_again_changes_nothing() {
    with_app(|app| {
        let file = [HEADER, ANN, BOB, EVE].concat();
        import(app, &file, Form::Csv, 2);
        let before = app.store.journal.len().unwrap();
        let again = import(app, &[file.as_str(), BOB].concat(), Form::Csv, 99);
        assert_eq!((again.rows, again.already_there, again.new, again.drafts), (4, 4, 0, 0));
        assert_eq!(app.store.journal.len().unwrap(), before, "no event was written");
    });
}

#[test]
fn a_row_without_a_name_of_its_own_is_known_by_what_it_says() {
    with_app(|app| {
        let csv = "family,given,nationalities,residence,born,email,experience,languages,serving,acknowledged\n\
                   Weber,Ann,US;DE,US,1988,ann@example.org,combat,en,no,US DE\n";
        assert_eq!(import(app, csv, Form::Csv, 2).new, 1);
        let other_order = "email;given;family;nationalities;residence;born;experience;languages;serving;acknowledged\n\
                   ann@example.org; Ann ;Weber;\"US;DE\";US;1988;combat;en;no;US DE\r\n";
        assert_eq!(import(app, other_order, Form::Csv, 3).already_there, 1);
        let json = r#"{"given":"Ann","family":"Weber","nationalities":["US","DE"],"residence":"US","born":1988,
            "email":"ann@example.org","experience":"combat","languages":"en","serving":false,"acknowledged":"US DE"}"#;
        assert_eq!(import(app, &json.replace('\n', " "), Form::JsonLines, 4).already_there, 1);
    });
}

#[test]
fn an_application_without_a_notice_for_every_country_stays_a_draft_and_says_so() {
    with_app(|app| {
        let row = ANN.replace(";US,DE;I served", ";US;I served");
        let sum = import(app, &[HEADER, &row].concat(), Form::Csv, 2);
        assert_eq!((sum.new, sum.drafts), (0, 1));
        assert_eq!(
            sum.remarks[0].cause,
            "kept as a draft; it lacks acknowledged, for every nationality and the residence"
        );
    });
}

#[test]
fn a_minor_is_held_at_once_whoever_types() {
    with_app(|app| {
        let row = BOB.replace("1990", "2005-09");
        assert_eq!(import(app, &[HEADER, &row].concat(), Form::Csv, 2).new, 1);
        let permit = Permit::<ReadCases>::ask(Actor::System { worker: Worker::Clock }).unwrap();
        let mut held = Vec::new();
        app.store.views.each_case(permit, &mut |row| held.push(row.holds)).unwrap();
        assert_eq!(held, [["safeguarding"]]);
    });
}

#[test]
fn rows_of_one_person_in_one_file_find_each_other() {
    with_app(|app| {
        let twin = ANN.replace("1;Ann", "9;Anna").replace("ann@example.org", "other@example.org");
        let sum = import(app, &[HEADER, ANN, &twin].concat(), Form::Csv, 2);
        assert_eq!((sum.new, sum.suspected), (2, 1), "the same passport: a suspicion, not a merge");
    });
}

#[test]
fn thousands_of_generated_rows_are_counted_once_each() {
    let folder = tempfile::tempdir().unwrap();
    let app = open(folder.path(), folder.path().join("data.db").to_str().unwrap());
    open_mission(&app, &mut SeededDice::new(1));
    let mut dice = SeededDice::new(5);
    let mut file = HEADER.to_owned();
    for n in 0..1500 {
        let from = *dice.pick(&[ANN, BOB, EVE, BROKEN]);
        file.push_str(&from.replacen(';', &format!("-{n};"), 1).replace("@example", &format!("{n}@example")));
    }
    let sum = import(&app, &file, Form::Csv, 2);
    assert_eq!(sum.rows, 1500);
    assert_eq!(sum.rows, sum.new + sum.repeated + sum.drafts + sum.already_there + sum.rejected);
    assert!(sum.new > 500 && sum.drafts > 250 && sum.rejected > 250);
    let again = import(&app, &file, Form::Csv, 3);
    assert_eq!(again.already_there + again.rejected, 1500);
    assert_eq!(again.rejected, sum.rejected);
}
