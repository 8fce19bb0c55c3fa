//! The interview's shares, by what is claimed.

use super::{TEN, firsts, near};
use crate::scenario::{Claim, PersonNo, Recommendation, observe, recommend};
use muster_case::intake::Experience;
use muster_vocab::{ReasonCode, SeededDice};
use std::collections::BTreeMap;

/// Everybody is interviewed several times, so that the few pilots are enough for a share.
fn shares() -> BTreeMap<Claim, (f64, f64)> {
    let mut dice = SeededDice::new(5);
    let mut found: BTreeMap<Claim, [f64; 3]> = BTreeMap::new();
    for (population, inquiry) in firsts() {
        let claim = Claim::of(&inquiry.dossier.background);
        if claim == Claim::Other && inquiry.dossier.background.experience == Experience::None {
            continue;
        }
        let count = found.entry(claim).or_default();
        for _ in 0..if claim == Claim::Pilot { 20 } else { 1 } {
            count[0] += 1.0;
            match recommend(&observe(population.truth(inquiry.sender), &mut dice), claim) {
                Recommendation::Accept => count[1] += 1.0,
                Recommendation::Defer(_) => count[2] += 1.0,
                Recommendation::Refuse(_) => {}
            }
        }
    }
    found.into_iter().map(|(claim, [all, accept, defer])| (claim, (accept / all, defer / all))).collect()
}

#[test]
fn pilots_veterans_and_others_are_accepted_in_their_shares() {
    let shares = shares();
    // About 150 pilots in ten populations: their own luck counts.
    near("pilot", shares[&Claim::Pilot].0, 0.62, 0.09);
    near("combat", shares[&Claim::Combat].0, 0.185, 0.015);
    near("military", shares[&Claim::Military].0, 0.10, 0.012);
    near("other", shares[&Claim::Other].0, 0.05, 0.015);
    near("deferred veterans", shares[&Claim::Combat].1, 0.17, 0.02);
}

#[test]
fn a_claim_that_the_questions_contradict_is_a_false_statement() {
    let (liar, population) = TEN
        .iter()
        .find_map(|population| {
            let liar = population
                .people()
                .find(|(_, truth)| truth.false_claim == Some(crate::scenario::Caught::Interview));
            liar.map(|(no, _): (PersonNo, _)| (no, population))
        })
        .expect("some lie");
    let ratings = observe(population.truth(liar), &mut SeededDice::new(1));
    assert_eq!(recommend(&ratings, Claim::Combat), Recommendation::Refuse(ReasonCode::FalseStatement));
}
