//! Raters stay blind: what one wrote, no other program reads.

use super::Program;
use crate::support::Host;
use axum::http::StatusCode;
use muster_case::{Permit, interview};
use muster_vocab::{Actor, CaseId, Dice as _, OsDice, Role};
use serde_json::json;

#[test]
fn a_rater_learns_nothing_of_another_s_ratings() {
    let host = Host::new();
    let case = host.sent("us-washington");
    let raters = [host.program(&[Role::Interviewer], &[]), host.program(&[Role::Interviewer], &[])];
    book(&host, case);
    let rate = |who: &Program, level: u8, evidence: &str| {
        let instrument = who.get(&host, "/api/v1/instrument").json();
        let questions = instrument["questions"].as_array().unwrap().iter();
        let rated = questions.map(|asked| {
            (asked["question"].as_str().unwrap().to_owned(), json!({"level": level, "evidence": evidence}))
        });
        let ratings: serde_json::Map<_, _> = rated.collect();
        let body = json!({"instrument": instrument["edition"], "ratings": ratings});
        who.act(&host, case, "assess", "rate", &body)
    };
    // One question is not enough, and another edition is another instrument.
    let half = json!({"instrument": "2021", "ratings": {"star_sign": {"level": 1, "evidence": "Leo."}}});
    let refused = raters[0].act(&host, case, "assess", "half", &half);
    assert_eq!(refused.problem(), "body-faulty");
    let pointers: Vec<_> =
        refused.json()["errors"].as_array().unwrap().iter().map(|e| e["pointer"].clone()).collect();
    assert!(
        pointers.contains(&json!("/instrument")) && pointers.contains(&json!("/ratings")),
        "{pointers:?}"
    );
    let first = rate(&raters[0], 2, "Wavered about the reasons.");
    assert_eq!(first.status, StatusCode::OK, "{}", first.text());
    let mut seen = String::new();
    for path in ["", "/timeline"] {
        seen.push_str(raters[1].get(&host, &format!("/api/v1/cases/{case}{path}")).text());
    }
    let all = json!({"sections": ["identity", "contact", "service", "disclosure"], "purpose": "interview"});
    let path = format!("/api/v1/cases/{case}/reveal");
    seen.push_str(raters[1].post(&host, &path, &[("idempotency-key", "a")], &all).text());
    assert!(!seen.contains("Wavered") && !seen.contains("ratings"), "{seen}");
    assert!(seen.contains("\"raters\":1") && seen.contains("\"you_rated\":false"), "{seen}");
    assert_eq!(rate(&raters[1], 5, "Clear and calm.").status, StatusCode::OK);
    // The second was the last that was needed.
    let shown = raters[1].get(&host, &format!("/api/v1/cases/{case}")).json();
    assert_eq!(shown["stage"], "interviewed", "{shown}");
}

/// Everything up to an interview that has begun.
fn book(host: &Host, case: CaseId) {
    use muster_case::{
        eligibility::{AcceptFinding, Outcome},
        screening::{CheckOutcome, CompleteScreening, RecordCheck, StartScreening},
    };
    use muster_vocab::{PersonalText, Worker};
    let staff = |role| Actor::Staff { staff: OsDice.id(), human: OsDice.id(), role };
    let system = |worker| Actor::System { worker };
    let at = host.now();
    host.app.determine_submitted(at).unwrap();
    let found = host.app.load(case).unwrap().determination.unwrap();
    assert!(matches!(found.outcome, Outcome::Eligible | Outcome::Tentative));
    host.app.carry_out(Permit::ask(staff(Role::Clerk)).unwrap(), case, AcceptFinding, at).unwrap();
    let start = StartScreening { checks: ["record".to_owned()].into() };
    host.app.carry_out(Permit::ask(system(Worker::Screening)).unwrap(), case, start, at).unwrap();
    let check = RecordCheck {
        check: "record".to_owned(),
        outcome: CheckOutcome::Clear,
        lists: vec![],
        reason: PersonalText("Nothing found.".to_owned()),
    };
    host.app.carry_out(Permit::ask(staff(Role::Screener)).unwrap(), case, check, at).unwrap();
    host.app.carry_out(Permit::ask(system(Worker::Screening)).unwrap(), case, CompleteScreening, at).unwrap();
    let booking = interview::BookInterview {
        slot: OsDice.id(),
        starts: at + jiff::SignedDuration::from_mins(5),
        challenge: PersonalText("amber heron".to_owned()),
        critical_role: true,
    };
    host.app.carry_out(Permit::ask(staff(Role::Clerk)).unwrap(), case, booking, at).unwrap();
    host.wait(6);
}
