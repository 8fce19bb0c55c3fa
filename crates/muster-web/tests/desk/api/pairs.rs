//! Pairs for programs: which wait, how they compare, a ruling, and a merge undone.

use super::super::support::{Host, WHOLE};
use axum::http::StatusCode;
use muster_vocab::{CaseId, Role};
use serde_json::json;

/// An application from an address that another used before.
fn again(host: &Host) -> CaseId {
    host.wait(5);
    host.sent_with("us-washington", WHOLE).case
}

#[test]
fn a_program_walks_over_pairs_compares_rules_and_undoes() {
    let host = Host::new();
    let first = host.sent("us-washington");
    let second = again(&host);
    let clerk = host.program(&[Role::Clerk], &[]);
    let list = clerk.get(&host, "/api/v1/pairs?limit=1");
    let waiting = list.json()["pairs"][0].clone();
    assert_eq!((waiting["case"].clone(), waiting["other"].clone()), (json!(second), json!(first)));
    assert!(!list.text().contains("Aroha"), "{}", list.text());
    let ask = json!({"other": first.to_string()});
    let path = format!("/api/v1/cases/{second}/compare");
    let compared = clerk.post(&host, &path, &[("idempotency-key", "look")], &ask);
    assert_eq!(compared.status, StatusCode::OK, "{}", compared.text());
    assert_eq!(compared.json()["same_means"], "merges");
    assert!(!compared.text().contains("Aroha"), "{}", compared.text());
    let rule = json!({"other": first.to_string(), "ruling": "same_person", "rationale": "They wrote twice."});
    let ruled = clerk.act(&host, second, "rule-pair", "merge", &rule);
    assert_eq!(ruled.status, StatusCode::OK, "{}", ruled.text());
    assert_eq!(host.app.load(second).unwrap().merged_into, Some(first));
    let again = clerk.act(&host, second, "rule-pair", "merge", &rule);
    assert_eq!(again.bytes, ruled.bytes, "sent twice, done once");
    let why = json!({"rationale": "Two sisters."});
    let undone = clerk.act(&host, second, "unmerge", "undo", &why);
    assert_eq!(undone.status, StatusCode::OK, "{}", undone.text());
    assert_eq!(host.app.load(second).unwrap().merged_into, None);
    let rule = json!({"other": first.to_string(), "ruling": "different", "rationale": "Two sisters."});
    clerk.act(&host, second, "rule-pair", "apart", &rule);
    assert_eq!(clerk.get(&host, "/api/v1/pairs").json()["pairs"], json!([]));
}

#[test]
fn a_walk_over_pairs_meets_each_once() {
    let host = Host::new();
    host.sent("us-washington");
    let (one, other) = (again(&host), again(&host));
    let clerk = host.program(&[Role::Clerk], &[]);
    let (mut path, mut met) = ("/api/v1/pairs?limit=1".to_owned(), Vec::new());
    loop {
        let answer = clerk.get(&host, &path);
        for pair in answer.json()["pairs"].as_array().unwrap() {
            met.push(format!("{} {}", pair["case"], pair["other"]));
        }
        let Some(link) = answer.headers.get("link") else { break };
        path = link.to_str().unwrap().split(['<', '>']).nth(1).unwrap().to_owned();
    }
    let mut once = met.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), met.len());
    for case in [one, other] {
        assert!(met.iter().any(|pair| pair.contains(&case.to_string())), "{met:?}");
    }
    for odd in ["after=x", "limit=0", "mission=us-washington"] {
        assert_eq!(clerk.get(&host, &format!("/api/v1/pairs?{odd}")).problem(), "not-understood");
    }
}
