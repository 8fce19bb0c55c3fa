//! What officers show: links, codes, sessions. Each is good once, however many come at the same time.

use crate::{at_the_desk, minutes, with_app};
use jiff::{SignedDuration, Timestamp};
use muster_app::{
    App,
    desk::{Authenticator, CodeShown, Officer},
};
use muster_case::{Permit, office::InviteStaff};
use muster_vocab::{Digest, Role, SeededDice};
use std::sync::{
    Barrier,
    atomic::{AtomicU32, Ordering},
};

/// So many come at the same time.
const AT_ONCE: usize = 6;

fn invite(app: &App, by: &Officer, whom: &Officer, at: Timestamp) -> String {
    let permit: Permit<InviteStaff> = by.permit().unwrap();
    app.invite_staff(permit, whom.staff, at).unwrap().token
}

fn keeper(app: &App, dice: &mut SeededDice) -> Officer {
    at_the_desk(app, dice, "Larysa Tkach", &[Role::Administrator])
}

/// An app that an officer has set up, at minute nought.
fn set_up(app: &App, dice: &mut SeededDice, officer: &Officer) -> Authenticator {
    let authenticator = Authenticator::fresh("Muster", "desk", dice).unwrap();
    let (who, code) = ((officer.staff, officer.human), authenticator.code(minutes(0)));
    assert!(
        app.enrol_authenticator(who, &authenticator, &code, "telephone", (dice, minutes(0))).unwrap(),
        "the code is of now"
    );
    authenticator
}

/// How many of several at once get what they ask for.
fn winners(ask: impl Fn() -> bool + Sync) -> u32 {
    let (gate, won) = (Barrier::new(AT_ONCE), AtomicU32::new(0));
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                gate.wait();
                won.fetch_add(u32::from(ask()), Ordering::Relaxed);
            });
        }
    });
    won.into_inner()
}

#[test]
fn a_link_lets_one_in_however_many_open_it_at_once() {
    with_app(|app, dice| {
        let (larysa, olena) = (keeper(app, dice), at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]));
        let link = invite(app, &larysa, &olena, minutes(0));
        assert!(app.is_invited(&link, minutes(1)).unwrap());
        assert_eq!(winners(|| app.enter(&link, minutes(1)).unwrap().is_some()), 1);
        assert!(!app.is_invited(&link, minutes(1)).unwrap());
        let late = invite(app, &larysa, &olena, minutes(0));
        assert!(app.enter(&late, minutes(72 * 60)).unwrap().is_none());
    });
}

#[test]
fn a_code_is_taken_once_however_many_type_it_at_once() {
    with_app(|app, dice| {
        let olena = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        let authenticator = set_up(app, dice, &olena);
        let (at, short) = (minutes(1), App::short_name(olena.staff));
        let code = authenticator.code(at);
        let right = CodeShown::Right(olena.staff);
        assert_eq!(winners(|| app.show_code(&short, &code, "here", at).unwrap() == right), 1);
        // The code before it was for the same app, and is older than what was shown.
        let before = authenticator.code(at - SignedDuration::from_secs(30));
        assert_ne!(app.show_code(&short, &before, "elsewhere", at).unwrap(), right);
    });
}

#[test]
fn whoever_tries_in_vain_waits_there_and_nobody_waits_elsewhere() {
    with_app(|app, dice| {
        let olena = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        let authenticator = set_up(app, dice, &olena);
        let (at, account) = (minutes(1), olena.staff.to_string());
        let waits =
            |from: &str| matches!(app.show_code(&account, "000000", from, at), Ok(CodeShown::Wait { .. }));
        assert_eq!((0..5).filter(|_| waits("a stranger")).count(), 2, "three are free");
        let code = authenticator.code(at);
        assert!(matches!(app.show_code(&account, &code, "a stranger", at), Ok(CodeShown::Wait { .. })));
        let shown = app.show_code(&account, &code, "her desk", at).unwrap();
        assert_eq!(shown, CodeShown::Right(olena.staff), "nobody can lock her out");
    });
}

#[test]
fn a_key_is_taken_away_by_its_officer_alone_and_the_last_one_stays() {
    with_app(|app, dice| {
        let olena = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        set_up(app, dice, &olena);
        set_up(app, dice, &olena);
        let keys = app.desk_keys(olena.staff, olena.human).unwrap();
        assert_eq!(keys.len(), 2);
        let ivan = at_the_desk(app, dice, "Ivan Bondar", &[Role::Clerk]);
        assert!(!app.drop_desk_key(ivan.staff, &keys[0].id).unwrap(), "it is not his");
        assert!(app.drop_desk_key(olena.staff, &keys[0].id).unwrap());
        assert!(!app.drop_desk_key(olena.staff, &keys[1].id).unwrap());
        // Of two that are taken away at once one stays.
        set_up(app, dice, &olena);
        let keys = app.desk_keys(olena.staff, olena.human).unwrap();
        let next = AtomicU32::new(0);
        let drop = || {
            let key = &keys[next.fetch_add(1, Ordering::Relaxed) as usize % 2];
            app.drop_desk_key(olena.staff, &key.id).unwrap()
        };
        assert_eq!(winners(drop), 1);
        assert_eq!(app.desk_keys(olena.staff, olena.human).unwrap().len(), 1);
    });
}

#[test]
fn a_ceremony_ends_once_and_a_session_is_renewed_once() {
    with_app(|app, dice| {
        let spend =
            || app.store.desk.spend(Digest::of(b"a ceremony"), minutes(0), minutes(-60)).wait().unwrap();
        assert_eq!(winners(spend), 1);
        let olena = at_the_desk(app, dice, "Olena Marchuk", &[Role::Clerk]);
        let token = app.open_desk(olena.staff, minutes(0)).unwrap();
        assert_eq!(winners(|| app.renew_stepped_up(token.as_str(), minutes(1)).unwrap().is_some()), 1);
        assert!(app.officer(token.as_str(), minutes(1)).unwrap().is_none());
        // A new token makes no session longer.
        let old = app.open_desk(olena.staff, minutes(0)).unwrap();
        for half in 1..24 {
            app.officer(old.as_str(), minutes(half * 29)).unwrap();
        }
        let new = app.renew_stepped_up(old.as_str(), minutes(23 * 29)).unwrap().unwrap();
        assert!(app.officer(new.as_str(), minutes(23 * 29 + 5)).unwrap().is_some());
        assert!(app.officer(new.as_str(), minutes(12 * 60)).unwrap().is_none());
    });
}
