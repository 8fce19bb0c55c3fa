//! A walk over the hits that wait.

use super::super::support::Host;
use muster_case::screening::Strength;
use muster_vocab::Role;
use std::collections::BTreeSet;

#[test]
fn a_walk_over_hits_meets_each_once_the_strong_ones_first() {
    let host = Host::new();
    let mut raised = BTreeSet::new();
    for strength in [Strength::Ordinary, Strength::Strong, Strength::Ordinary] {
        let case = host.screened("us-washington");
        raised.insert(host.hit(case, strength).to_string());
    }
    let adjudicator = host.program(&[Role::Adjudicator], &[]);
    let (mut path, mut met) = ("/api/v1/hits?limit=1&mission=us-washington".to_owned(), Vec::new());
    loop {
        let answer = adjudicator.get(&host, &path);
        let hits = answer.json()["hits"].as_array().unwrap().clone();
        assert_eq!(hits.len(), 1, "{}", answer.text());
        if met.is_empty() {
            assert_eq!(hits[0]["strength"], "strong");
        }
        met.push(hits[0]["hit"].as_str().unwrap().to_owned());
        let Some(link) = answer.headers.get("link") else { break };
        path = link.to_str().unwrap().split(['<', '>']).nth(1).unwrap().to_owned();
        assert!(path.contains("mission=us-washington"), "{path}");
    }
    assert_eq!(met.len(), 3);
    assert_eq!(met.into_iter().collect::<BTreeSet<_>>(), raised);
    for odd in ["after=x", "after=", "limit=0", "limit=201", "after=AAAA"] {
        assert_eq!(adjudicator.get(&host, &format!("/api/v1/hits?{odd}")).problem(), "not-understood");
    }
}
