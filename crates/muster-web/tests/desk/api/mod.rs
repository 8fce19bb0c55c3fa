//! Stories of programs: what is asked twice is done once, what was overtaken is not done, and nobody learns what is not
//! theirs.

mod hits;
mod pairs;
mod raters;
mod table;
mod tokens;

use super::support::{Answer, Host};
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use muster_app::desk::{IssueApiToken, NewApiToken};
use muster_case::{Event, Permit};
use muster_vocab::{Actor, CaseId, Role, StaffId};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A program with the token of an account.
struct Program {
    staff: StaffId,
    token: String,
    permit: Permit<IssueApiToken>,
}

impl Host {
    /// A program that acts for somebody with these roles in these missions.
    fn program(&self, roles: &[Role], missions: &[&str]) -> Program {
        let staff = self.desk(roles, missions).staff;
        let account = self.app.store.views.staff_account(staff).unwrap().unwrap();
        let actor = Actor::Staff { staff, human: account.human, role: roles[0] };
        let new = NewApiToken { staff, label: "a story".to_owned(), days: 30 };
        let permit = Permit::<IssueApiToken>::ask(actor).unwrap();
        let (token, _) = self.app.issue_api_token(permit, new, self.now()).unwrap();
        Program { staff, token, permit }
    }

    fn version(&self, case: CaseId) -> u64 {
        self.app.store.journal.load::<Event>(case.into()).unwrap().version
    }
}

impl Program {
    fn get(&self, host: &Host, path: &str) -> Answer {
        let request = Request::get(path).header("authorization", format!("Bearer {}", self.token));
        host.send(request.body(Body::empty()).unwrap())
    }

    fn post(&self, host: &Host, path: &str, headers: &[(&str, &str)], body: &Value) -> Answer {
        let mut request = Request::post(path)
            .header("authorization", format!("Bearer {}", self.token))
            .header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        host.send(request.body(Body::from(body.to_string())).unwrap())
    }

    /// An act upon the case as it is now.
    fn act(&self, host: &Host, case: CaseId, act: &str, key: &str, body: &Value) -> Answer {
        let version = format!("\"{}\"", host.version(case));
        let path = format!("/api/v1/cases/{case}/acts/{act}");
        self.post(host, &path, &[("idempotency-key", key), ("if-match", &version)], body)
    }
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|_| panic!("{}", self.text()))
    }

    /// The name of the problem, if it is one.
    fn problem(&self) -> String {
        assert_eq!(self.headers["content-type"], "application/problem+json", "{}", self.text());
        let body = self.json();
        assert_eq!(body["status"], self.status.as_u16());
        body["type"].as_str().unwrap().trim_start_matches("/problems/").to_owned()
    }
}

fn hold() -> Value {
    json!({"hold": "medical", "cause": "A question for the doctor."})
}

#[test]
fn a_request_that_is_sent_again_is_done_once_and_answered_the_same() {
    let host = Host::new();
    let (case, clerk) = (host.sent("us-washington"), host.program(&[Role::Clerk], &[]));
    let version = format!("\"{}\"", host.version(case));
    let headers = [("idempotency-key", "first"), ("if-match", version.as_str())];
    let path = format!("/api/v1/cases/{case}/acts/place-hold");
    let first = clerk.post(&host, &path, &headers, &hold());
    assert_eq!(first.status, StatusCode::OK, "{}", first.text());
    let after = host.version(case);
    let again = clerk.post(&host, &path, &headers, &hold());
    assert_eq!((again.status, &again.bytes), (first.status, &first.bytes));
    assert_eq!(again.headers["etag"], first.headers["etag"]);
    assert_eq!(host.version(case), after, "nothing was done a second time");
    // The same name with another body is another request.
    let other = json!({"hold": "legal", "cause": "Another question."});
    assert_eq!(clerk.post(&host, &path, &headers, &other).problem(), "key-reused");
    // And the name is the account's own.
    let colleague = host.program(&[Role::Clerk], &[]);
    assert_eq!(colleague.post(&host, &path, &headers, &other).problem(), "stale");
    // After a day it is forgotten; that it was done is not.
    host.wait(25 * 60);
    let late = clerk.post(&host, &path, &headers, &hold());
    assert_eq!(late.json()["changed"], false);
}

#[test]
fn an_act_upon_a_case_that_went_on_is_not_done_and_says_what_happened() {
    let host = Host::new();
    let (case, clerk) = (host.sent("us-washington"), host.program(&[Role::Clerk], &[]));
    let seen = clerk.get(&host, &format!("/api/v1/cases/{case}")).headers["etag"].clone();
    let done = clerk.act(&host, case, "place-hold", "a", &hold());
    assert_eq!(done.status, StatusCode::OK, "{}", done.text());
    let path = format!("/api/v1/cases/{case}/acts/request-info");
    let body = json!({"missing": "Your discharge papers."});
    let headers = [("idempotency-key", "b"), ("if-match", seen.to_str().unwrap())];
    let stale = clerk.post(&host, &path, &headers, &body);
    assert_eq!((stale.status, stale.problem().as_str()), (StatusCode::PRECONDITION_FAILED, "stale"));
    let meanwhile = &stale.json()["meanwhile"];
    assert_eq!(meanwhile[0]["what"], "holds.placed", "{meanwhile}");
    assert_eq!(stale.json()["version"], host.version(case));
    // The same name does for the act as it is decided anew.
    assert_eq!(clerk.act(&host, case, "request-info", "b", &body).status, StatusCode::OK);
    let bare = clerk.post(&host, &path, &[("idempotency-key", "c")], &body);
    assert_eq!(bare.problem(), "version-missing");
    assert_eq!(clerk.post(&host, &path, &[], &body).problem(), "key-missing");
}

#[test]
fn a_token_is_worth_nothing_once_it_is_over_or_its_account_suspended() {
    let host = Host::new();
    let clerk = host.program(&[Role::Clerk], &[]);
    assert_eq!(clerk.get(&host, "/api/v1/").status, StatusCode::OK);
    host.suspend(clerk.staff);
    let answer = clerk.get(&host, "/api/v1/");
    assert_eq!(answer.problem(), "not-signed-in");
    assert!(answer.headers["www-authenticate"].to_str().unwrap().starts_with("Bearer"));
    let other = host.program(&[Role::Clerk], &[]);
    host.wait(30 * 24 * 60 + 1);
    assert_eq!(other.get(&host, "/api/v1/").problem(), "not-signed-in");
    let taken_back = host.program(&[Role::Clerk], &[]);
    let (staff, permit) = (taken_back.staff, taken_back.permit);
    let token = host.app.api_tokens_of(permit, staff).unwrap()[0].token;
    assert!(host.app.revoke_api_token(other.permit, staff, token).is_err(), "a colleague may not");
    host.app.revoke_api_token(permit, staff, token).unwrap();
    assert_eq!(taken_back.get(&host, "/api/v1/").problem(), "not-signed-in");
}

#[test]
fn the_session_of_the_desk_reads_and_never_acts() {
    let host = Host::new();
    let case = host.sent("us-washington");
    let mut desk = host.desk(&[Role::Clerk], &[]);
    assert_eq!(desk.browser.get(&host, "/api/v1/cases").status, StatusCode::OK);
    let answer = desk.browser.post(&host, &format!("/api/v1/cases/{case}/claim"), &[]);
    assert_eq!(answer.problem(), "not-signed-in");
}

#[test]
fn a_token_never_signs() {
    let host = Host::new();
    let (case, attache) = (host.sent("us-washington"), host.program(&[Role::Attache], &[]));
    let proposal = "00000000000000000000000000000001";
    let body = json!({"proposal": proposal, "rationale": "I agree."});
    assert_eq!(attache.act(&host, case, "countersign", "a", &body).problem(), "sign-at-the-desk");
    let body = json!({"outcome": "upheld", "rationale": "It stands."});
    assert_eq!(attache.act(&host, case, "settle-review", "b", &body).problem(), "sign-at-the-desk");
}

#[test]
fn a_case_in_other_hands_is_left_alone_and_says_in_whose() {
    let host = Host::new();
    let case = host.sent("us-washington");
    let (one, other) = (host.program(&[Role::Clerk], &[]), host.program(&[Role::Clerk], &[]));
    let path = format!("/api/v1/cases/{case}/claim");
    assert_eq!(one.post(&host, &path, &[("idempotency-key", "a")], &json!({})).json()["yours"], true);
    assert_eq!(
        other.post(&host, &path, &[("idempotency-key", "a")], &json!({})).problem(),
        "held-by-another"
    );
    let refused = other.act(&host, case, "place-hold", "b", &hold());
    assert_eq!(refused.problem(), "held-by-another");
    assert_eq!(refused.json()["held_by"], "Olena Marchuk");
    let release = format!("/api/v1/cases/{case}/release");
    assert_eq!(one.post(&host, &release, &[("idempotency-key", "c")], &json!({})).status, StatusCode::OK);
    assert_eq!(other.act(&host, case, "place-hold", "b", &hold()).status, StatusCode::OK);
}

#[test]
fn a_body_that_is_not_as_described_is_told_where_and_repeats_nothing() {
    let host = Host::new();
    let (case, clerk) = (host.sent("us-washington"), host.program(&[Role::Clerk], &[]));
    let answer = clerk.act(&host, case, "place-hold", "a", &json!({"hold": "Aroha", "cause": "x"}));
    assert_eq!(answer.problem(), "body-faulty");
    assert_eq!(answer.json()["errors"][0]["pointer"], "/hold");
    assert!(!answer.text().contains("Aroha"), "{}", answer.text());
    let unknown = json!({"hold": "legal", "cause": "x", "Aroha": 1});
    let answer = clerk.act(&host, case, "place-hold", "a", &unknown);
    assert_eq!(answer.problem(), "body-faulty");
    let path = format!("/api/v1/cases/{case}/acts/place-hold");
    let request = Request::post(&path).header("authorization", format!("Bearer {}", clerk.token));
    let request = request.header("idempotency-key", "b").body(Body::from("hold=legal")).unwrap();
    assert_eq!(host.send(request).problem(), "not-json");
    assert_eq!(clerk.get(&host, "/api/v1/cases?limit=201").problem(), "not-understood");
    assert_eq!(clerk.get(&host, "/api/v1/cases?colour=red").problem(), "not-understood");
    assert_eq!(clerk.get(&host, "/api/v1/nowhere").problem(), "not-found");
    assert_eq!(clerk.post(&host, "/api/v1/cases", &[], &json!({})).problem(), "wrong-method");
}

#[test]
fn a_walk_meets_every_case_once_while_others_are_added() {
    let host = Host::new();
    let clerk = host.program(&[Role::Clerk], &["us-washington"]);
    let mut there: BTreeSet<String> = (0..7)
        .map(|_| {
            host.wait(1);
            host.sent("us-washington").to_string()
        })
        .collect();
    host.sent("gb-london");
    let (mut met, mut path) = (Vec::new(), "/api/v1/cases?limit=2".to_owned());
    for added in 0.. {
        let answer = clerk.get(&host, &path);
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        let page = answer.json();
        let cases = page["cases"].as_array().unwrap();
        met.extend(cases.iter().map(|case| case["case"].as_str().unwrap().to_owned()));
        if added < 3 {
            host.wait(1);
            there.insert(host.sent("us-washington").to_string());
        }
        let Some(link) = answer.headers.get("link") else { break };
        let link = link.to_str().unwrap();
        assert!(link.ends_with(">; rel=\"next\""), "{link}");
        path = link.split(['<', '>']).nth(1).unwrap().to_owned();
    }
    assert_eq!(met.len(), there.len());
    assert_eq!(met.into_iter().collect::<BTreeSet<_>>(), there);
}

#[test]
fn a_case_names_no_person_and_knows_its_version() {
    let host = Host::new();
    let (case, clerk) = (host.sent("us-washington"), host.program(&[Role::Clerk], &[]));
    let shown = clerk.get(&host, &format!("/api/v1/cases/{case}"));
    assert_eq!(shown.json()["stage"], "submitted");
    assert!(shown.json()["hits"].is_null(), "a clerk need not know of hits");
    let timeline = clerk.get(&host, &format!("/api/v1/cases/{case}/timeline"));
    for answer in [&shown, &timeline] {
        assert!(!answer.text().contains("Aroha") && !answer.text().contains("Neill"), "{}", answer.text());
    }
    let known = Request::get(format!("/api/v1/cases/{case}"))
        .header("authorization", format!("Bearer {}", clerk.token))
        .header("if-none-match", &shown.headers["etag"]);
    assert_eq!(host.send(known.body(Body::empty()).unwrap()).status, StatusCode::NOT_MODIFIED);
    let before = host.version(case);
    let ask = json!({"sections": ["identity"], "purpose": "decide"});
    let path = format!("/api/v1/cases/{case}/reveal");
    let told = clerk.post(&host, &path, &[("idempotency-key", "a")], &ask);
    assert!(told.json()["sections"]["identity"].to_string().contains("Aroha"), "{}", told.text());
    assert!(told.json()["sections"]["contact"].is_null());
    assert_eq!(host.version(case), before + 1, "that it was read is on record");
}
