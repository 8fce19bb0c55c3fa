//! The invariants of `mission.md` section 5 over random walks through a small world.

mod checks;
mod coverage;
mod world;

use coverage::Coverage;
use proptest::{
    prelude::any,
    test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner},
};
use std::cell::RefCell;

/// Walks of the usual run; `MUSTER_LONG` multiplies them by 50 and takes another way each time.
const WALKS: u32 = 256;
/// Fewer accepted commands than this and the walks say nothing.
const ACCEPTED_AT_LEAST: u64 = 20_000;

#[test]
fn the_invariants_hold_on_every_walk_and_the_walks_go_everywhere() {
    let long = std::env::var_os("MUSTER_LONG").is_some();
    let cases = if long { WALKS * 50 } else { WALKS };
    let config = Config { cases, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    let mut runner = if long {
        TestRunner::new(config)
    } else {
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
    };
    let coverage = RefCell::new(Coverage::default());
    let walked = runner.run(&(any::<u64>(), 300_usize..900), |(seed, length)| {
        let mut world = world::World::new(seed);
        for number in 0..length {
            let step = world.step();
            for (name, check) in checks::ALL {
                check(&world, &step).map_err(|what| {
                    let word = step.command.word();
                    TestCaseError::fail(format!(
                        "{name}: {what} (step {number}, {word} by {:?})",
                        step.moment.by
                    ))
                })?;
            }
            coverage.borrow_mut().note(&step);
        }
        Ok(())
    });
    let coverage = coverage.into_inner();
    println!("{coverage}");
    walked.unwrap();
    assert!(coverage.accepted >= ACCEPTED_AT_LEAST, "only {} commands were accepted", coverage.accepted);
    assert_eq!(coverage.missing(), Vec::<String>::new(), "the walks never went there");
}
