//! Stories at the gate.

use super::*;
use crate::guard::work::{solve, tests::work};

const PACE: Pace =
    Pace { free_per_minute: 10, tickets_per_minute: 5, tickets_per_client: 2, wait_seconds: 60, work: 200 };

fn gate() -> Gate {
    Gate::with(work(), Sealing::of([9; 32]), PACE)
}

fn second(n: i64) -> Timestamp {
    Timestamp::from_second(n).unwrap()
}

fn from(n: u8) -> Asking<'static> {
    Asking { client: IpAddr::from([10, 0, 0, n]), proof: None, ticket: None, suspect: false }
}

/// Lets the free ones in, so that the next has to show something.
fn crowded(at: i64) -> Gate {
    let gate = gate();
    for n in 0..10 {
        assert_eq!(gate.admit(&from(n), second(at)), Admission::Pass);
    }
    gate
}

fn asked(gate: &Gate, asking: &Asking<'_>, at: i64) -> (String, String, u32) {
    match gate.admit(asking, second(at)) {
        Admission::Prove { challenge, ticket, wait_seconds } => (challenge, ticket, wait_seconds),
        Admission::Pass => panic!("nothing was asked for"),
    }
}

#[test]
fn on_a_quiet_day_everybody_comes_in_at_once() {
    let gate = gate();
    for minute in 0..100 {
        for n in 0..10 {
            assert_eq!(gate.admit(&from(n), second(minute * 60)), Admission::Pass);
        }
    }
}

#[test]
fn in_a_crowd_a_proof_lets_in_once() {
    let gate = crowded(1_000);
    let (challenge, ..) = asked(&gate, &from(1), 1_000);
    let proof = solve(&challenge).unwrap();
    let asking = Asking { proof: Some(&proof), ..from(1) };
    assert_eq!(gate.admit(&asking, second(1_003)), Admission::Pass);
    asked(&gate, &asking, 1_004);
}

#[test]
fn in_a_crowd_whoever_waits_comes_in_without_a_script() {
    let gate = crowded(1_000);
    let (_, ticket, wait) = asked(&gate, &from(1), 1_000);
    assert_eq!(wait, 60);
    let with = Asking { ticket: Some(&ticket), ..from(1) };
    // Asking too early costs nothing: the ticket stays the same and the wait goes on.
    assert_eq!(asked(&gate, &with, 1_020).1, ticket);
    assert_eq!(asked(&gate, &with, 1_021).2, 39);
    // The crowd goes on meanwhile, with proofs.
    for n in 0..50 {
        let (challenge, ..) = asked(&gate, &from(9), 1_030 + n / 2);
        let proof = solve(&challenge).unwrap();
        assert_eq!(
            gate.admit(&Asking { proof: Some(&proof), ..from(9) }, second(1_030 + n / 2)),
            Admission::Pass
        );
    }
    assert_eq!(gate.admit(&with, second(1_061)), Admission::Pass);
    assert!(matches!(gate.admit(&with, second(1_062)), Admission::Prove { .. }), "a ticket is used once");
}

#[test]
fn a_telephone_that_changes_its_network_keeps_its_ticket() {
    let gate = crowded(1_000);
    let (_, ticket, _) = asked(&gate, &from(1), 1_000);
    crowd_on(&gate, 1_060);
    assert_eq!(gate.admit(&Asking { ticket: Some(&ticket), ..from(77) }, second(1_060)), Admission::Pass);
}

#[test]
fn one_client_with_many_tickets_leaves_some_of_the_share_to_others() {
    let gate = crowded(1_000);
    let greedy: Vec<String> = (0..20).map(|_| asked(&gate, &from(1), 1_000).1).collect();
    let (_, honest, _) = asked(&gate, &from(2), 1_000);
    crowd_on(&gate, 1_060);
    let passed = greedy.iter().filter(|ticket| {
        gate.admit(&Asking { ticket: Some(ticket), ..from(1) }, second(1_060)) == Admission::Pass
    });
    assert_eq!(passed.count(), 2);
    assert_eq!(gate.admit(&Asking { ticket: Some(&honest), ..from(2) }, second(1_061)), Admission::Pass);
}

#[test]
fn whoever_sprang_a_trap_shows_a_proof_on_a_quiet_day_too() {
    let gate = gate();
    let (challenge, ..) = asked(&gate, &Asking { suspect: true, ..from(1) }, 1_000);
    let proof = solve(&challenge).unwrap();
    let asking = Asking { suspect: true, proof: Some(&proof), ..from(1) };
    assert_eq!(gate.admit(&asking, second(1_001)), Admission::Pass);
}

#[test]
fn the_gate_opens_by_itself_when_the_crowd_has_gone() {
    let gate = crowded(1_000);
    asked(&gate, &from(1), 1_030);
    assert_eq!(gate.admit(&from(1), second(1_061)), Admission::Pass);
}

#[test]
fn the_larger_the_crowd_the_more_work_a_proof_is() {
    let gate = crowded(1_000);
    let most =
        |challenge: &str| serde_json::from_str::<serde_json::Value>(challenge).unwrap()["maxnumber"].clone();
    let (first, ..) = asked(&gate, &from(1), 1_000);
    for _ in 0..30 {
        let proof = solve(&asked(&gate, &from(1), 1_000).0).unwrap();
        assert_eq!(gate.admit(&Asking { proof: Some(&proof), ..from(1) }, second(1_000)), Admission::Pass);
    }
    let (later, ..) = asked(&gate, &from(1), 1_000);
    assert_eq!((most(&first), most(&later)), (200.into(), 800.into()));
}

/// Ten more in this minute, by proofs where they must.
fn crowd_on(gate: &Gate, at: i64) {
    for n in 100..110 {
        if let Admission::Prove { challenge, .. } = gate.admit(&from(n), second(at)) {
            let proof = solve(&challenge).unwrap();
            assert_eq!(gate.admit(&Asking { proof: Some(&proof), ..from(n) }, second(at)), Admission::Pass);
        }
    }
}
