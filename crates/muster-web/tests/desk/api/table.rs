//! The table of the API, its document and its problems: what one of them says, the others say too.

use crate::{
    access::STAFF,
    support::{Browser, Host},
};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use muster_web::{
    api::{self, KINDS, ProblemKind, routes::ROUTES},
    desk::routes::Scope,
};
use serde_json::json;
use std::collections::BTreeSet;

#[test]
fn every_type_of_problem_has_its_page() {
    let host = Host::new();
    for kind in KINDS {
        let (name, mut browser) = (kind.name(), Browser::default());
        let onward = browser.get(&host, &format!("/problems/{name}"));
        assert_eq!(onward.location(), format!("/en/problems/{name}"));
        let page = browser.follow(&host, &onward);
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text().contains(kind.status().as_str()), "{name}");
    }
    let of = |kind: &&ProblemKind| kind.status();
    for status in api::documented() {
        assert!(KINDS.iter().any(|kind| of(&kind) == status), "{status} has no problem");
    }
}

#[test]
fn every_route_of_the_table_is_in_the_document_and_no_other() {
    let host = Host::new();
    let served = Browser::default().get(&host, "/api/v1/openapi.json");
    let document = served.json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"), "{}", document["openapi"]);
    let mut described = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let name = operation["operationId"].as_str().unwrap().to_owned();
            described.insert((method.to_uppercase(), path.clone(), name));
            for (status, response) in operation["responses"].as_object().unwrap() {
                let problem = status.parse::<u16>().unwrap() >= 400;
                let body = &response["content"]["application/problem+json"];
                assert_eq!(problem, !body.is_null(), "{path} {status}");
            }
        }
    }
    let table: BTreeSet<_> = ROUTES
        .iter()
        .map(|route| (route.method.to_owned(), route.pattern.to_owned(), route.name.to_owned()))
        .collect();
    assert_eq!(described, table);
    // Everything that is referred to is there.
    let text = served.text();
    for (_, rest) in
        text.match_indices("#/components/schemas/").map(|(at, name)| text.split_at(at + name.len()))
    {
        let name = rest.split('"').next().unwrap();
        assert!(!document["components"]["schemas"][name].is_null(), "{name}");
    }
}

#[test]
fn every_role_asks_for_every_route_and_gets_what_the_table_says() {
    let host = Host::new();
    let (ours, elsewhere) = (host.sent("us-washington"), host.sent("gb-london"));
    let mut deviations = Vec::new();
    for role in STAFF {
        let program = host.program(&[role], &["us-washington"]);
        for route in ROUTES {
            for (case, theirs) in [(ours, true), (elsewhere, false)] {
                let path = route.pattern.replace("{case}", &case.to_string());
                // Once let in, an empty body is refused by its form: nothing is done.
                let answer = match route.method {
                    "GET" => program.get(&host, &path),
                    _ => program.post(&host, &path, &[], &json!({})),
                };
                let expected = match route.scope {
                    Scope::Anybody => None,
                    _ if !route.may.contains(&role) => Some(StatusCode::FORBIDDEN),
                    Scope::Case if !theirs => Some(StatusCode::NOT_FOUND),
                    Scope::Desk | Scope::Case => None,
                };
                let let_in = !matches!(answer.status, StatusCode::UNAUTHORIZED | StatusCode::NOT_FOUND)
                    && !answer.status.is_server_error()
                    && (answer.status != StatusCode::FORBIDDEN || answer.problem() == "sign-at-the-desk");
                if !expected.map_or(let_in, |expected| answer.status == expected) {
                    deviations.push(format!("{role} {} {path}: {}", route.method, answer.status));
                }
            }
        }
    }
    assert!(deviations.is_empty(), "{}", deviations.join("\n"));
}

#[test]
fn whoever_shows_no_token_or_a_forged_one_is_not_let_in() {
    let host = Host::new();
    let case = host.sent("us-washington");
    for route in ROUTES.iter().filter(|route| route.scope != Scope::Anybody) {
        for shown in [None, Some("Bearer muster_forged"), Some("Basic bXVzdGVy")] {
            let path = route.pattern.replace("{case}", &case.to_string());
            let mut request = Request::builder().method(route.method).uri(path);
            if let Some(shown) = shown {
                request = request.header("authorization", shown);
            }
            let answer = host.send(request.body(Body::empty()).unwrap());
            assert_eq!(answer.problem(), "not-signed-in", "{}", route.pattern);
        }
    }
}
