//! Codes, links, and strangers who are told the same.

use crate::{code_in, confirmed, draft, email, letters, link_in, minutes, now, support, with_app};
use muster_app::portal::{Address, CodeAnswer, CodeSent};
use muster_vocab::SeededDice;
use support::{dossier, inquiry};

#[test]
fn a_code_confirms_its_address_within_five_tries() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let visit = draft(app, &mut dice);
        let ann = email("Ann@example.org");
        assert_eq!(app.confirm_code(visit, "123456", now()).unwrap(), CodeAnswer::Expired);
        assert_eq!(app.ask_code(visit, ann.clone(), "uk", &mut dice, now()).unwrap(), CodeSent::Sent);
        let mails = letters(app, now());
        let code = code_in(&mails[0]);
        assert_eq!((mails.len(), mails[0].language.as_str(), &mails[0].to), (1, "uk", &ann));
        let wrong = if code == "000000" { "000001" } else { "000000" };
        for left in (1..5).rev() {
            assert_eq!(app.confirm_code(visit, wrong, now()).unwrap(), CodeAnswer::Wrong { left });
        }
        assert!(!app.is_confirmed(visit, &ann).unwrap());
        assert_eq!(app.confirm_code(visit, wrong, now()).unwrap(), CodeAnswer::TooMany);
        assert_eq!(app.confirm_code(visit, &code, now()).unwrap(), CodeAnswer::TooMany, "even the right one");

        app.ask_code(visit, ann.clone(), "uk", &mut dice, minutes(1)).unwrap();
        let code = code_in(&letters(app, minutes(1))[0]);
        let spaced = format!("{} {}", &code[..3], &code[3..]);
        assert_eq!(app.confirm_code(visit, &spaced, minutes(15)).unwrap(), CodeAnswer::Right);
        assert!(app.is_confirmed(visit, &email("ann@EXAMPLE.org")).unwrap());
        assert!(!app.is_confirmed(visit, &email("bob@example.org")).unwrap());
        assert_eq!(app.confirm_code(visit, &code, minutes(15)).unwrap(), CodeAnswer::Expired, "once");
    });
}

#[test]
fn a_code_is_over_after_a_quarter_of_an_hour_and_five_letters_an_hour_are_enough() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let visit = draft(app, &mut dice);
        let ann = || email("ann@example.org");
        app.ask_code(visit, ann(), "en", &mut dice, now()).unwrap();
        let code = code_in(&letters(app, now())[0]);
        assert_eq!(app.confirm_code(visit, &code, minutes(15)).unwrap(), CodeAnswer::Expired);
        for minute in 16..20 {
            assert_eq!(app.ask_code(visit, ann(), "en", &mut dice, minutes(minute)).unwrap(), CodeSent::Sent);
        }
        assert_eq!(app.ask_code(visit, ann(), "en", &mut dice, minutes(21)).unwrap(), CodeSent::TooMany);
        let other = Address::Phone("+12025550143".parse().unwrap());
        assert_eq!(app.ask_code(visit, other, "en", &mut dice, minutes(21)).unwrap(), CodeSent::Sent);
        assert_eq!(app.ask_code(visit, ann(), "en", &mut dice, minutes(60)).unwrap(), CodeSent::Sent);
    });
}

#[test]
fn nobody_floods_the_world_with_letters_from_one_draft() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let visit = draft(app, &mut dice);
        for no in 0..12 {
            let to = email(&format!("victim{no}@example.org"));
            let sent = app.ask_code(visit, to, "en", &mut dice, minutes(no)).unwrap();
            assert_eq!(sent == CodeSent::Sent, no < 10, "letter {no}");
        }
        assert_eq!(app.outbox_state().unwrap().waiting, 10);
    });
}

#[test]
fn a_link_survives_every_scanner_and_works_once() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let visit = confirmed(app, &mut dice, "ann@example.org");
        app.ask_return(None, email("ANN@example.org"), "en", &mut dice, minutes(1)).unwrap();
        let mails = letters(app, minutes(1));
        assert_eq!(mails.len(), 1);
        let link = link_in(&mails[0]);
        for _ in 0..3 {
            assert!(app.link_is_live(&link, minutes(2)).unwrap());
        }
        assert!(!app.link_is_live(&link, minutes(31)).unwrap());
        assert!(!app.link_is_live("a guess", minutes(2)).unwrap());
        assert_eq!(app.redeem_link(&link, minutes(2)).unwrap(), Some(visit));
        assert!(!app.link_is_live(&link, minutes(2)).unwrap());
        assert_eq!(app.redeem_link(&link, minutes(2)).unwrap(), None);
    });
}

#[test]
fn a_code_leads_back_and_a_wrong_one_does_not() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let visit = confirmed(app, &mut dice, "ann@example.org");
        let ann = email("ann@example.org");
        app.ask_return(
            Some(&app.reference(visit.case).to_lowercase()),
            ann.clone(),
            "en",
            &mut dice,
            minutes(1),
        )
        .unwrap();
        let code = code_in(&letters(app, minutes(1))[0]);
        let wrong = if code == "000000" { "000001" } else { "000000" };
        assert_eq!(app.redeem_code(&ann, wrong, minutes(2)).unwrap(), None);
        assert_eq!(app.redeem_code(&email("bob@example.org"), &code, minutes(2)).unwrap(), None);
        assert_eq!(app.redeem_code(&ann, &code, minutes(2)).unwrap(), Some(visit));
        assert_eq!(app.redeem_code(&ann, &code, minutes(2)).unwrap(), None, "once");
    });
}

#[test]
fn an_address_that_nobody_confirmed_leads_back_with_the_reference_alone() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        let told = dossier("Ann", "Able", "ann@example.org");
        let case = app.receive(inquiry(told, None), &mut dice, now()).unwrap();
        // The letter of the submission goes first.
        assert_eq!(letters(app, now()).len(), 1);
        let ann = || email("ann@example.org");
        app.ask_return(None, ann(), "en", &mut dice, minutes(1)).unwrap();
        assert!(letters(app, minutes(1)).is_empty(), "somebody else may have typed it");
        app.ask_return(Some("MU-0000-0000"), ann(), "en", &mut dice, minutes(2)).unwrap();
        assert!(letters(app, minutes(2)).is_empty());
        app.ask_return(Some(&app.reference(case.case)), ann(), "en", &mut dice, minutes(3)).unwrap();
        let mails = letters(app, minutes(3));
        let found = app.redeem_link(&link_in(&mails[0]), minutes(4)).unwrap().unwrap();
        assert_eq!((found.case, found.person), (case.case, case.person));
        assert!(app.is_confirmed(found, &ann()).unwrap(), "now it is confirmed");
    });
}

/// Every row of the portal's tables, counted, and the sizes of what is sealed there.
fn shape(app: &muster_app::App, address: &str) -> String {
    let asked = app.store.portal.returns_asked(10).unwrap();
    let sizes: Vec<usize> = asked.iter().map(|one| one.plain.len()).collect();
    let outbox = app.store.portal.outbox().unwrap();
    let live = app.redeem_code(&email(address), "not a code", minutes(2)).unwrap();
    format!("{} asked of {sizes:?}, {outbox:?}, {live:?}", asked.len())
}

#[test]
fn a_stranger_is_told_and_leaves_the_same_as_somebody_with_a_case() {
    with_app(|app, _| {
        let mut dice = SeededDice::new(2);
        confirmed(app, &mut dice, "ann@example.org");
        let waits = |app: &muster_app::App, address: &str, dice: &mut SeededDice| {
            app.ask_return(None, email(address), "en", dice, minutes(1)).unwrap();
            let shape = shape(app, address);
            (shape, letters(app, minutes(2)).len())
        };
        let (known, written) = waits(app, "ann@example.org", &mut dice);
        assert_eq!(written, 1);
        let (stranger, written) = waits(app, "eve@example.org", &mut dice);
        assert_eq!(written, 0, "a stranger gets no letter");
        assert_eq!(known, stranger);
        // Nor does the sixth letter tell.
        for address in ["ann@example.org", "eve@example.org"] {
            for _ in 0..6 {
                app.ask_return(None, email(address), "en", &mut dice, minutes(3)).unwrap();
            }
        }
        assert_eq!(app.visit_by_receipt("0000-0000-0000-0000-0000").unwrap(), None);
    });
}
