//! The desk: who has which case, what waits for whom.

#[path = "../support/mod.rs"]
mod support;

mod claims;
mod keys;
mod queue;

use jiff::{SignedDuration, Timestamp};
use muster_app::{App, desk::Officer, office::NewStaff};
use muster_case::Permit;
use muster_testkit::on_both;
use muster_vocab::{Role, SeededDice};
use support::{at, officer, open, open_mission};

pub(crate) fn minutes(minutes: i64) -> Timestamp {
    at("2022-03-01T12:00:00Z") + SignedDuration::from_mins(minutes)
}

/// A mission of its own for each story, on both databases.
pub(crate) fn with_app(story: impl Fn(&App, &mut SeededDice)) {
    on_both(|database| {
        let folder = tempfile::tempdir().unwrap();
        let mut dice = SeededDice::new(1);
        let app = open(folder.path(), database);
        open_mission(&app, &mut dice);
        story(&app, &mut dice);
    });
}

/// Somebody with an account of these roles, at the desk.
pub(crate) fn at_the_desk(app: &App, dice: &mut SeededDice, name: &str, roles: &[Role]) -> Officer {
    let permit = Permit::ask(officer(dice, Role::Administrator)).unwrap();
    let new = NewStaff {
        name: name.to_owned(),
        roles: roles.iter().copied().collect(),
        missions: [support::mission()].into(),
        human: None,
    };
    let (staff, _) = app.add_staff(permit, new, dice, minutes(0)).unwrap();
    let token = app.open_desk(staff, minutes(0)).unwrap();
    app.officer(token.as_str(), minutes(0)).unwrap().unwrap()
}
