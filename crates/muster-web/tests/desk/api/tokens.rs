//! Tokens are made at the desk by whoever shows a key, seen once, and taken away without one.

use super::Program;
use crate::support::{Browser, Host};
use axum::http::StatusCode;
use muster_vocab::Role;

#[test]
fn a_token_made_at_the_desk_is_shown_once_and_taken_away() {
    let host = Host::new();
    let mut desk = host.desk(&[Role::Clerk], &[]);
    let asked = [("label", "Export of the evening"), ("days", "7")];
    let closed = desk.browser.post(&host, "/en/desk/programs/issue", &asked);
    assert!(closed.location().contains("/desk/step-up?next="), "{}", closed.location());
    let session = desk.browser.cookies["muster-desk"].clone();
    let renewed = host.app.renew_stepped_up(&session, host.now()).unwrap().unwrap();
    let mut browser = Browser { cookies: [("muster-desk".to_owned(), renewed.as_str().to_owned())].into() };
    let nameless = browser.post(&host, "/en/desk/programs/issue", &[("label", " "), ("days", "7")]);
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let shown = browser.post(&host, "/en/desk/programs/issue", &asked);
    assert_eq!(shown.status, StatusCode::OK);
    let token = shown.text().split("<bdi>").find(|part| part.starts_with("muster_")).unwrap();
    let token = token.split('<').next().unwrap().to_owned();
    let program = Program { token, ..host.program(&[Role::Clerk], &[]) };
    assert_eq!(program.get(&host, "/api/v1/").status, StatusCode::OK);
    let listed = browser.get(&host, "/en/desk/programs/");
    assert!(listed.text().contains("Export of the evening") && !listed.text().contains(&program.token));
    let hash =
        listed.text().split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    // Somebody else's button takes nothing away.
    let mut colleague = host.desk(&[Role::Administrator], &[]).browser;
    let done = colleague.post(&host, "/en/desk/programs/revoke", &[("token", &hash)]);
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert_eq!(program.get(&host, "/api/v1/").status, StatusCode::OK);
    browser.post(&host, "/en/desk/programs/revoke", &[("token", &hash)]);
    assert_eq!(program.get(&host, "/api/v1/").problem(), "not-signed-in");
}
