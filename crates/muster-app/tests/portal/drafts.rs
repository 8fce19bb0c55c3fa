//! Drafts: opened, saved, sent.

use crate::{case_of, draft, minutes, now, reading, said, support, with_app};
use muster_app::{
    Failure,
    portal::{DraftStart, PublicStep},
};
use muster_case::{Missing, Permit, Posture, Refusal, Stage, intake::Channel, office::SetPosture};
use muster_vocab::{Role, SeededDice};
use std::collections::BTreeSet;
use support::{dossier, inquiry, mission, officer};

#[test]
fn a_draft_opens_with_notice_consent_and_first_answers() {
    with_app(|app, _| {
        let visit = draft(app, &mut SeededDice::new(2));
        let case = case_of(app, visit);
        assert_eq!((case.stage, case.person), (Some(Stage::Draft), Some(visit.person)));
        assert_eq!(case.consent.len(), app.programme.purposes.len());
        assert_eq!(case.notice.map(|notice| notice.edition), Some(app.programme.notice_edition.clone()));
        assert_eq!(app.answers(visit).unwrap().0["experience"], "combat");
    });
}

#[test]
fn no_draft_opens_without_notice_consent_or_an_open_mission() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let start = || DraftStart {
            mission: mission(),
            notice: BTreeSet::from(["US".parse().unwrap()]),
            purposes: app.programme.purposes.clone(),
            answers: said(&[]),
            channel: Channel::Web,
        };
        let refused = |answer| match answer {
            Err(Failure::Refused(refusal)) => refusal,
            other => panic!("not refused: {other:?}"),
        };
        let unread = DraftStart { notice: BTreeSet::new(), ..start() };
        assert_eq!(refused(app.open_draft(unread, &mut dice, now())), Refusal::Needs(Missing::Notice));
        let unwilling = DraftStart { purposes: BTreeSet::new(), ..start() };
        assert_eq!(refused(app.open_draft(unwilling, &mut dice, now())), Refusal::Needs(Missing::Consent));
        let by = officer(&mut dice, Role::Counsel);
        let informs = SetPosture { mission: mission(), posture: Posture::InformationOnly };
        app.carry_out_office(Permit::ask(by).unwrap(), informs, now()).unwrap();
        assert_eq!(refused(app.open_draft(start(), &mut dice, now())), Refusal::PostureForbids);
        assert_eq!(app.picture(&mission(), now()).unwrap().posture, Posture::InformationOnly);
    });
}

#[test]
fn every_word_is_saved_as_it_was_typed() {
    with_app(|app, _| {
        let visit = draft(app, &mut SeededDice::new(2));
        let typed = said(&[("given", "О’Kate \u{202e}"), ("born.month", "бер"), ("email", "not an address")]);
        app.save_answers(visit, typed.clone(), minutes(1)).unwrap();
        assert_eq!(app.answers(visit).unwrap(), typed);
    });
}

#[test]
fn a_draft_is_sent_once_however_often_the_button_is_pressed() {
    with_app(|app, _| {
        let visit = draft(app, &mut SeededDice::new(2));
        let told = dossier("Ann", "Able", "ann@example.org");
        app.send_draft(visit, told.clone(), Some(vec![]), minutes(1)).unwrap();
        app.send_draft(visit, told, Some(vec![]), minutes(2)).unwrap();
        let case = case_of(app, visit);
        assert_eq!((case.stage, case.submissions), (Some(Stage::Submitted), 1));
        assert!(case.kin.is_some_and(|kin| !kin.given));
        assert_eq!(app.answers(visit).unwrap().0["family"], "Able");
        assert_eq!(app.status(visit, minutes(3)).unwrap().step, PublicStep::Received);
    });
}

#[test]
fn a_second_case_with_the_same_address_is_suspected_and_nobody_is_told() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let told = dossier("Ann", "Able", "ann@example.org");
        let first = app.receive(inquiry(told.clone(), None), &mut dice, now()).unwrap();
        let visit = draft(app, &mut dice);
        app.send_draft(visit, told, None, minutes(1)).unwrap();
        assert_eq!(case_of(app, visit).duplicates, BTreeSet::from([first.case]));
        let row = app.store.views.case(reading(), visit.case).unwrap().unwrap();
        assert!(!row.holds.is_empty());
        let status = app.status(visit, minutes(2)).unwrap();
        assert_eq!((status.step, status.timeline.len()), (PublicStep::Received, 2));
        let file = serde_json::to_string(&app.file_of(visit, minutes(2)).unwrap()).unwrap();
        assert!(!file.contains("duplicate") && !file.contains(&first.case.to_string()));
    });
}

#[test]
fn the_notice_is_due_again_for_a_country_that_is_new() {
    with_app(|app, _| {
        let visit = draft(app, &mut SeededDice::new(2));
        assert_eq!(app.notice_due(visit).unwrap(), None);
        let answers = said(&[("nationalities.0", "US"), ("nationalities.1", "DE"), ("residence", "CA")]);
        app.save_answers(visit, answers, minutes(1)).unwrap();
        let due = app.notice_due(visit).unwrap().unwrap();
        assert_eq!((due.missing.len(), due.concerned.len(), due.changed), (2, 3, false));
        assert!(!format!("{due:?}").contains("DE"));
        app.acknowledge(visit, due.missing, minutes(2)).unwrap();
        assert_eq!(app.notice_due(visit).unwrap(), None, "what was read before is still read");
        let version = app.store.views.case(reading(), visit.case).unwrap().unwrap().version;
        app.acknowledge(visit, BTreeSet::from(["US".parse().unwrap()]), minutes(3)).unwrap();
        app.consent(visit, app.programme.purposes.clone(), minutes(3)).unwrap();
        let after = app.store.views.case(reading(), visit.case).unwrap().unwrap().version;
        assert_eq!(after, version, "reading it twice changes nothing");
    });
}
