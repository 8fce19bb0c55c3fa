//! One officer to a case.

use crate::{at_the_desk, minutes, with_app};
use muster_app::desk::{Claimed, Officer};
use muster_vocab::{CaseId, Dice as _, Role};
use std::sync::{Barrier, Mutex};

#[test]
fn a_case_is_in_one_officers_hands_until_they_let_go() {
    with_app(|app, dice| {
        let olena = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        let ivan = at_the_desk(app, dice, "Ivan Bondar", &[Role::Clerk]);
        let case = dice.id();
        assert_eq!(app.claim(&olena, case, minutes(0)).unwrap(), Claimed::Yours);
        assert_eq!(app.claim(&olena, case, minutes(1)).unwrap(), Claimed::Yours, "asking again is safe");
        let Claimed::HeldBy(holder) = app.claim(&ivan, case, minutes(2)).unwrap() else {
            panic!("it is in Olena's hands");
        };
        assert_eq!((holder.name.as_deref(), holder.since), (Some("Olena Marchuk"), minutes(0)));
        assert!(!format!("{holder:?}").contains("Olena"));
        assert_eq!(app.held_by_another(&olena, case, minutes(2)).unwrap(), None);
        assert_eq!(app.held_by_another(&ivan, case, minutes(2)).unwrap(), Some(holder));

        app.release(&ivan, case).unwrap();
        assert!(app.held_by(case, minutes(2)).unwrap().is_some(), "nobody lets go for somebody else");
        app.release(&olena, case).unwrap();
        assert_eq!(app.held_by(case, minutes(2)).unwrap(), None);
        assert_eq!(app.claim(&ivan, case, minutes(2)).unwrap(), Claimed::Yours);
        assert_eq!(app.claims_of(&ivan, minutes(3)).unwrap().len(), 1);
        assert!(app.claims_of(&olena, minutes(3)).unwrap().is_empty());
    });
}

#[test]
fn a_case_nobody_was_seen_at_for_half_an_hour_is_free_again() {
    with_app(|app, dice| {
        let olena = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        let ivan = at_the_desk(app, dice, "Ivan Bondar", &[Role::Clerk]);
        let case = dice.id();
        app.claim(&olena, case, minutes(0)).unwrap();
        app.looks_at(&olena, case, minutes(20)).unwrap();
        assert!(matches!(app.claim(&ivan, case, minutes(45)).unwrap(), Claimed::HeldBy(_)), "she was there");
        assert_eq!(app.held_by(case, minutes(50)).unwrap(), None);
        assert!(app.claims_of(&olena, minutes(50)).unwrap().is_empty());
        assert_eq!(app.claim(&ivan, case, minutes(50)).unwrap(), Claimed::Yours);
        app.looks_at(&olena, case, minutes(51)).unwrap();
        assert_eq!(
            app.held_by(case, minutes(52)).unwrap().unwrap().staff,
            ivan.staff,
            "looking claims nothing"
        );
        assert!(matches!(app.claim(&olena, case, minutes(52)).unwrap(), Claimed::HeldBy(_)));
    });
}

#[test]
fn whoever_has_a_case_open_sees_who_else_has() {
    with_app(|app, dice| {
        let olena = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        let ivan = at_the_desk(app, dice, "Ivan Bondar", &[Role::Clerk]);
        let case = dice.id();
        app.looks_at(&olena, case, minutes(0)).unwrap();
        app.looks_at(&ivan, case, minutes(1)).unwrap();
        let names = |officer: &Officer, at| -> Vec<String> {
            app.also_open(officer, case, at).unwrap().into_iter().filter_map(|other| other.name).collect()
        };
        assert_eq!(names(&olena, minutes(1)), ["Ivan Bondar"]);
        assert_eq!(names(&ivan, minutes(1)), ["Olena Marchuk"]);
        assert!(names(&ivan, minutes(2)).is_empty(), "she has gone");
    });
}

#[test]
fn many_who_ask_at_once_never_hold_one_case_together() {
    with_app(|app, dice| {
        let officers: Vec<Officer> =
            (0..8).map(|n| at_the_desk(app, dice, &format!("Officer {n}"), &[Role::Clerk])).collect();
        let cases: Vec<CaseId> = (0..5).map(|_| dice.id()).collect();
        let (start, won) = (Barrier::new(officers.len()), Mutex::new(Vec::new()));
        std::thread::scope(|scope| {
            for officer in &officers {
                scope.spawn(|| {
                    start.wait();
                    for &case in &cases {
                        if app.claim(officer, case, minutes(0)).unwrap() == Claimed::Yours {
                            won.lock().unwrap().push((case, officer.staff));
                        }
                    }
                });
            }
        });
        let won = won.into_inner().unwrap();
        assert_eq!(won.len(), cases.len(), "each case has one holder");
        for (case, staff) in won {
            assert_eq!(app.held_by(case, minutes(1)).unwrap().unwrap().staff, staff);
        }
    });
}
