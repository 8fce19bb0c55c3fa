//! The officers' pages: what waits, why, and what they do about it. Numbers are those of the page list.

pub(crate) mod access;
mod account;
pub(crate) mod act;
mod assist;
mod audit;
mod caller;
pub(crate) mod cases;
mod checks;
mod hits;
mod interview;
mod pairs;
mod programs;
mod queue;
mod refusals;
pub mod routes;
mod search;
mod sign_in;
mod staff;
mod told;
pub(crate) mod words;

pub(crate) use caller::Caller;
pub use sign_in::DemoAccount;

use crate::{respond::see_other, samples::Gallery};
use axum::{http::Uri, response::Response};
use jiff::Timestamp;
use muster_app::desk::{Officer, Queue};
use muster_vocab::Role;

/// Every page in every state.
pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    act::samples(gallery);
    cases::samples(gallery);
    queue::samples(gallery);
    search::samples(gallery);
    hits::samples(gallery);
    pairs::samples(gallery);
    checks::samples(gallery);
    audit::samples(gallery);
    refusals::samples(gallery);
    account::samples(gallery);
    programs::samples(gallery);
    assist::samples(gallery);
    interview::samples(gallery);
    sign_in::samples(gallery);
    staff::samples(gallery);
}

/// A day and a time as the desk shows them: in UTC, so that colleagues elsewhere read the same.
pub(super) fn moment(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M").to_string()
}

/// A time for samples.
const SAMPLE_TIME: Timestamp = Timestamp::constant(1_646_300_000, 0);

/// What an address asks for under a name; nothing if it is not there or empty.
fn asked(uri: &Uri, name: &str) -> Option<String> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(uri.query()?).ok()?;
    pairs.into_iter().find(|(known, value)| known == name && !value.is_empty()).map(|(_, value)| value)
}

/// The page an officer begins at: what waits for them, or what else they are here for.
fn home(officer: &Officer) -> &'static str {
    let is = |role| officer.roles.contains(&role);
    if Queue::of_officer(officer).next().is_some() {
        "/desk/"
    } else if is(Role::Administrator) {
        "/desk/staff/"
    } else if is(Role::DataProtection) {
        "/desk/audit/"
    } else if is(Role::Border) {
        "/desk/search"
    } else {
        "/desk/account/"
    }
}

/// To the page that asks for the key again, and back to the page of this path.
fn step_up(caller: &Caller, path: &str) -> Response {
    see_other(&sign_in::step_up::address(caller, &caller.href(path)))
}
