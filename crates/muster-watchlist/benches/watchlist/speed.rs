//! W7: how fast five lists are compiled, opened and asked, and what they weigh.

use crate::{
    Choice,
    clock::{in_time, on_processor, timed},
    crowd, editions, many,
    say::{Goal, Say},
};
use muster_watchlist::{Snapshot, pairs::PairRow};
use std::{collections::BTreeMap, process::Command, time::Duration};

pub(crate) fn measure(choice: &Choice, say: &mut Say) {
    say.note("W7 speed and size, five lists, every field, with evidence");
    let editions = editions::read(&choice.data, &editions::FIVE, say);
    if editions.is_empty() {
        return;
    }
    let names: usize = editions.iter().flat_map(|e| &e.entries).map(|entry| entry.names.len()).sum();
    let entries: usize = editions.iter().map(|edition| edition.entries.len()).sum();
    say.note(&format!("  {entries} entries, {names} names"));
    let (snapshot, built) = timed(|| Snapshot::compile(&editions));
    say.times("w7.build", vec![built], 1.0, Goal::AtMost(3_000.0));
    let bytes = snapshot.to_bytes();
    say.memory("w7.snapshot_bytes", bytes.len() as u64 / 1024, Goal::None);
    drop(snapshot);
    drop(editions);
    let (snapshot, opened) = timed(|| Snapshot::from_bytes(&bytes).expect("its own bytes"));
    say.times("w7.open", vec![opened], 1.0, Goal::AtMost(300.0));
    alone(&bytes, say);
    let rows = crowd::queries(choice, if choice.full { 20_000 } else { 2_000 }, say);
    let subjects: Vec<_> = rows.iter().map(|(_, row)| row.subject()).collect();
    let allowed = Duration::from_secs(if choice.full { 300 } else { 30 });
    let (times, took) =
        timed(|| in_time(allowed, &subjects, |subject| on_processor(|| snapshot.screen(subject)).1));
    let subjects = &subjects[..times.len()];
    if times.len() < rows.len() {
        say.note(&format!("  only {} of {} queries in {} s", times.len(), rows.len(), allowed.as_secs()));
    }
    say.rate("w7.screenings.one_thread.wall", subjects.len(), took, Goal::None);
    say.rate("w7.screenings.per_cpu_second", subjects.len(), times.iter().sum(), Goal::AtLeast(2_500.0));
    by_set(&rows, &times, say);
    say.times("w7.screening", times, 0.99, Goal::AtMost(3.0));
    let (_, took) = timed(|| many::map_on(2, subjects, |subject| snapshot.screen(subject).hits.len()));
    say.rate("w7.screenings.two_threads.wall", subjects.len(), took, Goal::AtLeast(5_000.0));
}

/// Which queries are slow.
fn by_set(rows: &[(&'static str, PairRow)], times: &[Duration], say: &Say) {
    let mut sets: BTreeMap<&str, Vec<Duration>> = BTreeMap::new();
    for ((set, _), time) in rows.iter().zip(times) {
        sets.entry(set).or_default().push(*time);
    }
    for (set, times) in sets {
        say.times(&format!("w7.screening.{set}"), times, 0.99, Goal::None);
    }
}

/// What a process that only opens the snapshot weighs: this one holds the lists as well.
fn alone(bytes: &[u8], say: &Say) {
    let file = std::env::temp_dir().join(format!("muster-bench-{}.snapshot", std::process::id()));
    let measured = std::fs::write(&file, bytes)
        .and_then(|()| Command::new(std::env::current_exe()?).arg("resident").arg(&file).output());
    let _left_over = std::fs::remove_file(&file);
    let printed = measured.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    match printed.ok().and_then(|kib| kib.trim().parse().ok()) {
        Some(kib) => say.memory("w7.resident", kib, Goal::AtMost(150.0)),
        None => say.note("  left out: the memory of a process of its own cannot be read here"),
    }
}

/// The other end of [`alone`]: opens a snapshot, asks it once, prints the resident memory.
pub(crate) fn resident(file: &str) {
    let snapshot = std::fs::read(file).ok().and_then(|bytes| Snapshot::from_bytes(&bytes).ok());
    let Some(snapshot) = snapshot else { return };
    let screening = snapshot.screen(&muster_watchlist::Subject::named("Anna Example"));
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|value| value.split_whitespace().next());
    if let Some(kib) = kib {
        println!("{kib}");
    }
    drop((screening, snapshot));
}
