//! Figures as lines of JSON, for `cargo xtask bench linkage`, which adds the machine they were taken on.

use crate::clock::at;
use std::{sync::OnceLock, time::Duration};

static WANTED: OnceLock<bool> = OnceLock::new();

/// Whether lines of JSON are printed beside the text; to be said once.
pub(crate) fn wanted(json: bool) {
    let _said_before = WANTED.set(json);
}

/// A share of so many, from 0 to 1, and the least it should be.
pub(crate) fn share(name: &str, count: usize, share: f64, goal: Option<f64>) {
    let goal = goal.map(|goal| format!(r#","goal":"{goal}","met":{}"#, share >= goal));
    line(&format!(r#"{{"name":"{name}","count":{count},"share":{share:.6}{}}}"#, goal.unwrap_or_default()));
}

/// So many things, done in so many seconds of one processor.
pub(crate) fn rate(name: &str, count: usize, seconds: f64) {
    line(&format!(r#"{{"name":"{name}","count":{count},"per_second":{:.1}}}"#, count as f64 / seconds));
}

/// Processor times of single steps among so many records, sorted; with a goal for a million and for ten millions.
pub(crate) fn times(name: &str, times: &[Duration], records: usize) {
    let us = |share| at(times, share).as_secs_f64() * 1e6;
    let [least, p50, p95, p99, most] = [0.0, 0.5, 0.95, 0.99, 1.0].map(us);
    let goal = match records {
        ..1_000_000 => None,
        1_000_000..10_000_000 => Some((30.0, 200.0)),
        _ => Some((100.0, 700.0)),
    };
    let told = |(middle, high): (f64, f64)| {
        let met = p50 <= middle && p99 <= high;
        format!(r#","goal":"p50 {middle} us, p99 {high} us","met":{met}"#)
    };
    let goal = goal.map(told).unwrap_or_default();
    let busy: f64 = times.iter().map(Duration::as_secs_f64).sum();
    let count = times.len();
    let per_second = count as f64 / busy;
    line(&format!(
        r#"{{"name":"{name}","count":{count},"per_second":{per_second:.1},"times":{{"least_us":{least:.1},"median_us":{p50:.1},"p95_us":{p95:.1},"p99_us":{p99:.1},"most_us":{most:.1}}}{goal}}}"#,
    ));
}

/// What so many records take of memory: at most 250 bytes each.
pub(crate) fn memory(name: &str, records: usize, bytes: u64) {
    let met = bytes <= 250 * records as u64;
    let kib = bytes / 1024;
    line(&format!(
        r#"{{"name":"{name}","count":{records},"peak_memory_kib":{kib},"goal":"250 bytes a record","met":{met}}}"#
    ));
}

fn line(line: &str) {
    if WANTED.get() == Some(&true) {
        println!("{line}");
    }
}

/// What a figure should be, by its name. Of the development sets pairs are judged by weights that were fitted to other people.
pub(crate) fn goal(name: &str) -> Option<f64> {
    Some(match name {
        "dev100k.unseen.best_f1" => 0.985,
        "dev100k.unseen.recall_at_99" => 0.975,
        "dev100k.unseen.recall_at_999" => 0.93,
        "dev100k.estimated.recall_at_99" | "dev100k.unseen.no_shared_document_telephone_e_mail" => 0.9,
        "dev100k.unseen.reached" => 0.993,
        "dev100k.unseen.scenario_evasive" => 0.95,
        "dev100k.unseen.two_scripts" => 0.97,
        "febrl3.estimated.best_f1" => 0.998,
        "fake_1000.estimated.best_f1" => 0.89,
        _ => return None,
    })
}
