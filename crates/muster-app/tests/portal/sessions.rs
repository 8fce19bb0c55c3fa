//! Sessions and receipts.

use crate::{draft, minutes, now, with_app};
use muster_app::portal::Visit;
use muster_vocab::SeededDice;

#[test]
fn a_session_lasts_two_hours_without_a_visit_and_a_day_with_visits() {
    with_app(|app, _| {
        let visit = draft(app, &mut SeededDice::new(2));
        let token = app.open_session(visit, now()).unwrap();
        assert_eq!(app.visit(token.as_str(), minutes(119)).unwrap(), Some(visit));
        assert_eq!(
            app.visit(token.as_str(), minutes(238)).unwrap(),
            Some(visit),
            "the visit before was noted"
        );
        assert_eq!(app.visit(token.as_str(), minutes(238 + 120)).unwrap(), None);

        let token = app.open_session(visit, now()).unwrap();
        for hour in 1..24 {
            assert_eq!(app.visit(token.as_str(), minutes(60 * hour)).unwrap(), Some(visit), "hour {hour}");
        }
        assert_eq!(app.visit(token.as_str(), minutes(60 * 24)).unwrap(), None);
    });
}

#[test]
fn a_closed_session_lets_nobody_in_and_neither_does_a_guess() {
    with_app(|app, _| {
        let visit = draft(app, &mut SeededDice::new(2));
        let tokens: Vec<_> = (0..3).map(|_| app.open_session(visit, now()).unwrap()).collect();
        app.close_session(tokens[0].as_str()).unwrap();
        assert_eq!(app.visit(tokens[0].as_str(), now()).unwrap(), None);
        assert_eq!(app.visit(tokens[1].as_str(), now()).unwrap(), Some(visit));
        app.close_sessions_of(visit.case).unwrap();
        for token in &tokens {
            assert_eq!(app.visit(token.as_str(), now()).unwrap(), None);
        }
        assert_eq!(app.visit("", now()).unwrap(), None);
        assert_eq!(format!("{:?}", tokens[0]), "SessionToken");
    });
}

#[test]
fn a_receipt_reopens_its_case_however_it_is_typed() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let (visit, other) = (draft(app, &mut dice), draft(app, &mut dice));
        let receipt = app.receipt(visit).unwrap();
        assert_eq!(receipt.as_str().len(), 24);
        assert_eq!(app.receipt(visit).unwrap(), receipt, "it can be shown again");
        assert_ne!(app.receipt(other).unwrap(), receipt);

        let sloppy = receipt.as_str().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        for typed in [receipt.as_str(), &sloppy] {
            assert_eq!(app.visit_by_receipt(typed).unwrap(), Some(visit));
        }
        let mut wrong = receipt.as_str().to_owned();
        let last = if wrong.ends_with('A') { "B" } else { "A" };
        wrong.replace_range(23.., last);
        for typed in [wrong.as_str(), "", "no receipt", &app.reference(visit.case)] {
            assert_eq!(app.visit_by_receipt(typed).unwrap(), None);
        }
    });
}

#[test]
fn a_replaced_receipt_works_no_more() {
    with_app(|app, _| {
        let visit = draft(app, &mut SeededDice::new(2));
        let first = app.receipt(visit).unwrap();
        let second = app.replace_receipt(visit).unwrap();
        assert_ne!(first, second);
        assert_eq!(app.visit_by_receipt(first.as_str()).unwrap(), None);
        assert_eq!(app.visit_by_receipt(second.as_str()).unwrap(), Some(visit));
        assert_eq!(app.receipt(visit).unwrap(), second);
    });
}

#[test]
fn nobody_reads_or_saves_in_a_case_of_somebody_else() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let (visit, other) = (draft(app, &mut dice), draft(app, &mut dice));
        let thief = Visit { case: visit.case, person: other.person };
        assert!(app.answers(thief).is_err());
        assert!(app.save_answers(thief, crate::said(&[]), now()).is_err());
        assert!(app.status(thief, now()).is_err() && app.file_of(thief, now()).is_err());
        assert!(app.withdraw(thief, now()).is_err() && app.erase_mine(thief, now()).is_err());
    });
}
