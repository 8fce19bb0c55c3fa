//! Whole commands a second: load, fold, decide, seal, append, view, each acknowledged from disk.

use crate::{bare::until, crowd, say, timed};
use muster_app::App;
use muster_case::{Event, Permit, facts::RecordFact};
use muster_vocab::{CaseId, PersonalText, Provenance, Role, SeededDice};
use std::{
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

/// Cases for each writer, so that no stream grows long while it is measured.
const CASES: usize = 32;

/// Measures 1, 8 and 64 writers on one database.
pub(crate) fn measure(name: &str, folder: &Path, url: &str, seconds: Duration) {
    let app = crowd::open(folder, name, url);
    let cases = crowd::apply(&app, 64 * CASES as u32);
    for writers in [1_usize, 8, 64] {
        let done = AtomicU64::new(0);
        let ((), took) = timed(|| {
            std::thread::scope(|scope| {
                for mine in cases.chunks(CASES).take(writers) {
                    let (app, done) = (&app, &done);
                    scope.spawn(move || record(app, mine, seconds, done));
                }
            });
        });
        say(format!("commands.{name}.writers_{writers}"), done.into_inner(), took);
    }
    let ((), took) = timed(|| {
        for case in &cases {
            let _folded = app.store.journal.load::<Event>((*case).into()).expect("a case folds");
        }
    });
    say(format!("fold.{name}.cases"), cases.len() as u64, took);
}

fn record(app: &App, cases: &[CaseId], seconds: Duration, done: &AtomicU64) {
    let by = crowd::officer(&mut SeededDice::new(3), Role::Clerk);
    let permit = Permit::<RecordFact>::ask(by).expect("a clerk records facts");
    let mut turn = 0;
    until(seconds, || {
        let fact = RecordFact {
            fact: "genuine".into(),
            value: PersonalText("yes".into()),
            provenance: Provenance::Seen,
        };
        app.carry_out(permit, cases[turn % cases.len()], fact, crowd::now()).expect("a fact is recorded");
        turn += 1;
        done.fetch_add(1, Ordering::Relaxed);
    });
}
