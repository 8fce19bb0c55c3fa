//! What people do with their own data, and what is left of them afterwards.

use crate::{case_of, confirmed, draft, email, letters, minutes, now, said, support, with_app};
use jiff::SignedDuration;
use muster_app::{
    Failure,
    people::{Erasure, Subject},
    portal::PublicStep,
};
use muster_case::{Hold, Permit, Refusal, Stage, access::RecordAccess, holds::PlaceHold};
use muster_vocab::{PersonalText, Role, SeededDice};
use std::{fs, path::PathBuf};
use support::{dossier, mission, officer};

const CANARY: &str = "Zzcanaryov";

#[test]
fn a_withdrawal_is_undone_within_two_weeks() {
    with_app(|app, _| {
        let visit = draft(app, &mut SeededDice::new(2));
        app.withdraw(visit, minutes(1)).unwrap();
        app.withdraw(visit, minutes(1)).unwrap();
        let status = app.status(visit, minutes(2)).unwrap();
        assert_eq!(status.step, PublicStep::Withdrawn);
        assert!(status.can.undo_withdrawal && !status.can.withdraw);
        app.undo_withdrawal(visit, minutes(3)).unwrap();
        assert_eq!(case_of(app, visit).stage, Some(Stage::Draft));
        app.withdraw(visit, minutes(4)).unwrap();
        let late = now() + SignedDuration::from_hours(15 * 24);
        assert!(!app.status(visit, late).unwrap().can.undo_withdrawal);
        assert!(matches!(app.undo_withdrawal(visit, late), Err(Failure::Refused(Refusal::TooLate { .. }))));
    });
}

#[test]
fn a_correction_before_screening_takes_effect_at_once() {
    with_app(|app, _| {
        let visit = draft(app, &mut SeededDice::new(2));
        app.send_draft(visit, dossier("Ann", "Abel", "ann@example.org"), None, minutes(1)).unwrap();
        assert!(app.status(visit, minutes(2)).unwrap().can.correct);
        app.correct(visit, dossier("Ann", "Able", "ann@example.org"), minutes(2)).unwrap();
        assert_eq!(app.answers(visit).unwrap().0["family"], "Able");
    });
}

#[test]
fn the_own_file_tells_what_was_said_and_nothing_of_hits_and_holds() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let visit = draft(app, &mut dice);
        app.save_answers(visit, said(&[("family", "Early")]), minutes(1)).unwrap();
        app.save_answers(visit, said(&[("family", CANARY)]), minutes(2)).unwrap();
        app.send_draft(visit, dossier("Ann", CANARY, "ann@example.org"), None, minutes(3)).unwrap();
        let clerk = officer(&mut dice, Role::Clerk);
        let adjudicator = officer(&mut dice, Role::Adjudicator);
        let hold = PlaceHold { hold: Hold::Security, cause: PersonalText("SECRETCAUSE".into()).into() };
        app.carry_out(Permit::ask(adjudicator).unwrap(), visit.case, hold, minutes(4)).unwrap();
        for (by, purpose) in [(clerk, "intake"), (adjudicator, "SECRETPURPOSE")] {
            let read = RecordAccess { sections: vec!["identity".into()], purpose: purpose.into() };
            app.carry_out(Permit::ask(by).unwrap(), visit.case, read, minutes(4)).unwrap();
        }
        let file = app.file_of(visit, minutes(5)).unwrap();
        let text = serde_json::to_string(&file).unwrap();
        assert!(text.contains(CANARY) && text.contains("intake") && !text.contains("sha256"));
        for kept_back in ["SECRET", "security", "holds.placed", "Early", "submitted\""] {
            assert!(
                !text.replace("intake.submitted", "").contains(kept_back),
                "the file tells of {kept_back}"
            );
        }
        assert_eq!(file.cases[0].stage, "received");
        assert!(!file.cases[0].entries.contains_key(&Subject::Checks));
        assert_eq!(file.cases[0].entries[&Subject::Accesses].len(), 1);
    });
}

#[test]
fn an_erasure_ends_sessions_receipts_codes_and_letters() {
    with_app(|app, files| {
        let mut dice = SeededDice::new(2);
        let visit = confirmed(app, &mut dice, "zzcanary@example.org");
        app.save_answers(visit, said(&[("family", CANARY), ("email", "zzcanary@example.org")]), minutes(1))
            .unwrap();
        let token = app.open_session(visit, minutes(1)).unwrap();
        let receipt = app.receipt(visit).unwrap();
        app.ask_code(visit, email("zzcanary@example.org"), "en", &mut dice, minutes(1)).unwrap();
        assert_eq!(app.outbox_state().unwrap().waiting, 1);
        let erased = app.erase_mine(visit, minutes(2)).unwrap();
        assert!(matches!(erased, Erasure::Done(_)), "{erased:?}");
        assert_eq!(app.visit(token.as_str(), minutes(2)).unwrap(), None);
        assert_eq!(app.visit_by_receipt(receipt.as_str()).unwrap(), None);
        assert_eq!(app.outbox_state().unwrap().waiting, 0);
        app.ask_return(None, email("zzcanary@example.org"), "en", &mut dice, minutes(3)).unwrap();
        assert!(letters(app, minutes(3)).is_empty());
        assert_eq!(found_in(files), Vec::<PathBuf>::new());
        assert!(app.store.journal.verify(&|_| {}).unwrap().is_whole());
    });
}

#[test]
fn who_is_under_a_legal_hold_is_neither_erased_nor_withdrawn_in_vain() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let visit = draft(app, &mut dice);
        let counsel = officer(&mut dice, Role::Counsel);
        let hold = PlaceHold { hold: Hold::Legal, cause: PersonalText("a court asked".into()).into() };
        app.carry_out(Permit::ask(counsel).unwrap(), visit.case, hold, minutes(1)).unwrap();
        assert!(matches!(app.erase_mine(visit, minutes(2)), Err(Failure::Refused(Refusal::MustBeKept))));
        assert_eq!(case_of(app, visit).stage, Some(Stage::Draft));
    });
}

#[test]
fn a_minor_leaves_nothing_but_a_count() {
    with_app(|app, files| {
        let mut dice = SeededDice::new(2);
        let visit = confirmed(app, &mut dice, "zzcanary@example.org");
        app.save_answers(visit, said(&[("family", CANARY), ("email", "zzcanary@example.org")]), minutes(1))
            .unwrap();
        let token = app.open_session(visit, minutes(1)).unwrap();
        app.stop_minor(None, &mission(), minutes(2)).unwrap();
        app.stop_minor(Some(visit), &mission(), minutes(2)).unwrap();
        let day = jiff::civil::date(2022, 3, 1);
        assert_eq!(app.store.portal.counted(&mission(), "minor_stopped", day).unwrap(), 2);
        assert_eq!(case_of(app, visit).stage, Some(Stage::Erased));
        assert_eq!(app.visit(token.as_str(), minutes(2)).unwrap(), None);
        assert_eq!(found_in(files), Vec::<PathBuf>::new());
        // Nobody is known again: a grown-up with the same address starts like anybody.
        let told = dossier("Ann", "Able", "zzcanary@example.org");
        let again = app.receive(support::inquiry(told, None), &mut dice, minutes(3)).unwrap();
        let muster_app::intake::Arrival::New { shares, seen_before } = again.arrival else {
            panic!("a new case")
        };
        assert!(shares.is_empty() && !seen_before);
    });
}

/// The files in which somebody who was erased can still be read.
fn found_in(folders: &[PathBuf]) -> Vec<PathBuf> {
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap().flatten());
    let told = |path: &PathBuf| {
        let bytes = fs::read(path).unwrap_or_default();
        let holds =
            |word: &str| bytes.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()));
        holds(CANARY) || holds("zzcanary")
    };
    files.map(|entry| entry.path()).filter(told).collect()
}
