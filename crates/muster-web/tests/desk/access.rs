//! Every role, every route, whose case: what the table says is what happens.

use super::support::{Browser, Desk, Host};
use axum::http::StatusCode;
use muster_vocab::{CaseId, Role};
use muster_web::desk::routes::{DeskRoute, ROUTES, Scope};

pub(crate) const STAFF: [Role; 12] = [
    Role::Clerk,
    Role::Screener,
    Role::Adjudicator,
    Role::Interviewer,
    Role::Attache,
    Role::Counsel,
    Role::Border,
    Role::Personnel,
    Role::Welfare,
    Role::DataProtection,
    Role::PolicyOwner,
    Role::Administrator,
];

/// An address of the route, about this case; whatever else it names does not exist.
fn address(route: &DeskRoute, case: CaseId) -> String {
    let part = |part: &str| match part {
        "{lang}" => "en".to_owned(),
        "{case}" => case.to_string(),
        named if named.starts_with('{') => "00000000000000000000000000000001".to_owned(),
        plain => plain.to_owned(),
    };
    route.pattern.split('/').map(part).collect::<Vec<_>>().join("/")
}

fn ask(browser: &mut Browser, host: &Host, route: &DeskRoute, case: CaseId) -> super::support::Answer {
    let address = address(route, case);
    if route.method == "GET" { browser.get(host, &address) } else { browser.post(host, &address, &[]) }
}

/// What the table says of somebody with this role, about a case of theirs or of another mission.
fn may(route: &DeskRoute, role: Role, theirs: bool) -> StatusCode {
    match route.scope {
        Scope::Anybody => StatusCode::OK,
        _ if !route.may.contains(&role) => StatusCode::FORBIDDEN,
        Scope::Case if !theirs => StatusCode::NOT_FOUND,
        Scope::Desk | Scope::Case => StatusCode::OK,
    }
}

#[test]
fn every_role_asks_for_every_route_and_gets_what_the_table_says() {
    let host = Host::new();
    let (ours, elsewhere) = (host.sent("us-washington"), host.sent("gb-london"));
    let mut deviations = Vec::new();
    for role in STAFF {
        let staff = host.desk(&[role], &["us-washington"]).staff;
        for route in ROUTES {
            for (case, theirs) in [(ours, true), (elsewhere, false)] {
                // A session for each: a route may end the one it is asked with.
                let mut browser = host.signed_in(staff);
                let answer = ask(&mut browser, &host, route, case);
                let expected = may(route, role, theirs);
                // Once let in, a handler may answer whatever is so: that a form is empty, or that there is no such hit.
                let fits = if expected == StatusCode::OK {
                    answer.status != StatusCode::FORBIDDEN && !answer.status.is_server_error()
                } else {
                    answer.status == expected
                };
                if !fits {
                    let whose = if theirs { "own" } else { "other" };
                    deviations.push(format!(
                        "{role} {} {} ({whose} mission): {} instead of {expected}",
                        route.method, route.pattern, answer.status
                    ));
                }
            }
        }
    }
    assert!(deviations.is_empty(), "{}", deviations.join("\n"));
}

#[test]
fn who_is_not_signed_in_or_suspended_is_asked_who_it_is() {
    let host = Host::new();
    let case = host.sent("us-washington");
    for route in ROUTES.iter().filter(|route| route.scope != Scope::Anybody) {
        assert!(ask(&mut Browser::default(), &host, route, case).asks_who(), "{}", route.pattern);
        let mut desk = host.desk(&STAFF, &[]);
        host.suspend(desk.staff);
        assert!(ask(&mut desk.browser, &host, route, case).asks_who(), "{}", route.pattern);
        let mut forged = Browser::default();
        forged.cookies.insert("muster-desk".to_owned(), "forged".to_owned());
        assert!(ask(&mut forged, &host, route, case).asks_who(), "{}", route.pattern);
    }
}

#[test]
fn a_session_ends_after_half_an_hour_without_a_visit_and_after_twelve_hours() {
    let host = Host::new();
    let Desk { mut browser, .. } = host.desk(&[Role::Clerk], &[]);
    for _ in 0..24 {
        host.wait(29);
        assert_eq!(browser.get(&host, "/en/desk/").status, StatusCode::OK);
    }
    host.wait(29);
    assert!(browser.get(&host, "/en/desk/").asks_who(), "twelve hours are over");
    let Desk { mut browser, .. } = host.desk(&[Role::Clerk], &[]);
    host.wait(31);
    assert!(browser.get(&host, "/en/desk/").asks_who());
}

#[test]
fn signing_out_ends_the_session_itself_and_not_only_the_cookie() {
    let host = Host::new();
    let Desk { mut browser, .. } = host.desk(&[Role::Clerk], &[]);
    let kept = browser.cookies.clone();
    assert!(browser.post(&host, "/en/desk/sign-out", &[]).asks_who());
    assert!(browser.cookies.is_empty());
    assert!(Browser { cookies: kept }.get(&host, "/en/desk/").asks_who());
}
