//! How long a look-up takes, and a whole set.

use crate::{
    clock::{at, memory, on_processor, timed},
    data::Set,
    figures,
    grown::Grown,
    quality,
};
use muster_linkage::{Linker, MilliBits, Record, RecordId, Weights};
use std::{
    collections::HashSet,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

/// The last so many records of a set are timed one by one.
const TIMED: usize = 10_000;

/// Meets all records in order, then makes groups.
pub(crate) fn measure(set: &Set) -> Linker {
    let timed_from = set.records.len().saturating_sub(TIMED);
    let mut linker = Linker::new(Weights::shipped());
    let (mut links, mut times, mut compared, mut closed) = (Vec::new(), Vec::new(), 0, 0);
    let (groups, whole) = timed(|| {
        for (number, record) in set.records.iter().enumerate() {
            let ((id, found), took) = on_processor(|| linker.meet(record));
            if number >= timed_from {
                times.push(took);
            }
            compared += found.compared;
            closed += found.closed_keys;
            links.extend(found.links.iter().map(|link| (link.record, id, link.score.bits)));
        }
        linker.cluster(links, &[])
    });
    times.sort_unstable();
    let count = set.records.len() as f64;
    println!(
        "{:<10} {} records: all met and grouped in {:.2} s on the wall; mean {:.1} compared, {:.1} keys closed",
        set.name,
        set.records.len(),
        whole.as_secs_f64(),
        compared as f64 / count,
        closed as f64 / count,
    );
    println!("           look-up and insert, processor time of the last {}: {}", times.len(), spread(&times));
    figures::times(&format!("{}.look_up_and_insert", set.name), &times, set.records.len());
    if set.is_altered {
        return linker;
    }
    let truth: HashSet<_> = quality::truth(set).into_iter().collect();
    let pairs: Vec<_> = groups
        .iter()
        .flat_map(|group| {
            group.iter().enumerate().flat_map(|(at, a)| group[at + 1..].iter().map(|b| (*a, *b)))
        })
        .collect();
    let right = pairs.iter().filter(|pair| truth.contains(pair)).count() as f64;
    println!(
        "           {} groups, the largest of {}: precision {:.4}, recall {:.4} of pairs",
        groups.len(),
        groups.iter().map(Vec::len).max().unwrap_or(0),
        right / pairs.len().max(1) as f64,
        right / truth.len() as f64,
    );
    linker
}

/// The whole set at once: read into the index, then everybody against all before them on two threads, then groups.
pub(crate) fn whole(set: &Set) {
    let before = memory();
    let mut linker = Linker::new(Weights::shipped());
    let ((), indexed) = timed(|| linker.insert_all(&set.records));
    let after = memory();
    let least = MilliBits::at_least(0.01);
    let (links, compared) = timed(|| {
        let count = set.records.len() as RecordId;
        let next = AtomicU32::new(0);
        let work = || {
            let mut links = Vec::new();
            loop {
                let from = next.fetch_add(PORTION, Ordering::Relaxed);
                if from >= count {
                    return links;
                }
                for record in from..count.min(from + PORTION) {
                    let found = linker.before(record, least);
                    links.extend(found.into_iter().map(|link| (link.record, record, link.score.bits)));
                }
            }
        };
        std::thread::scope(|threads| {
            let other = threads.spawn(work);
            let mut links = work();
            links.extend(other.join().expect("the other thread ends"));
            links
        })
    });
    let count = links.len();
    let (groups, grouped) = timed(|| linker.cluster(links, &[]));
    println!(
        "{:<10} {} records at once: indexed in {:.2} s, compared on two threads in {:.2} s ({count} pairs), {} groups in \
         {:.2} s",
        set.name,
        set.records.len(),
        indexed.as_secs_f64(),
        compared.as_secs_f64(),
        groups.len(),
        grouped.as_secs_f64(),
    );
    figures::rate(
        &format!("{}.at_once", set.name),
        set.records.len(),
        (indexed + compared + grouped).as_secs_f64(),
    );
    tell_memory(&set.name, set.records.len(), before, after);
}

fn tell_memory(name: &str, records: usize, before: Option<u64>, after: Option<u64>) {
    if let (Some(before), Some(after)) = (before, after) {
        let bytes = after.saturating_sub(before);
        println!("           memory {:.0} bytes a record", bytes as f64 / records as f64);
        figures::memory(&format!("{name}.index"), records, bytes);
    }
}

fn spread(times: &[Duration]) -> String {
    let ms = |share| at(times, share).as_secs_f64() * 1e3;
    format!("p50 {:.3}  p99 {:.3}  p99.9 {:.3} ms", ms(0.5), ms(0.99), ms(0.999))
}

/// A hundred times as many, made one after another for there is no room for all: only the last ones are looked up.
pub(crate) fn vast(set: &Set) {
    const TIMES: u8 = 100;
    let name = format!("{} x{TIMES}", set.name);
    let before = memory();
    let mut linker = Linker::new(Weights::shipped());
    let grown = Grown::of(set);
    let ((), indexed) = timed(|| {
        for copy in 0..TIMES - 1 {
            let others: Vec<Record> = grown.copy(copy).collect();
            linker.insert_all(&others);
        }
    });
    let mut times: Vec<Duration> = Vec::new();
    for (number, record) in grown.copy(TIMES - 1).enumerate() {
        if number < set.records.len().saturating_sub(TIMED) {
            linker.insert(&record);
        } else {
            times.push(on_processor(|| linker.meet(&record)).1);
        }
    }
    times.sort_unstable();
    println!(
        "{name:<10} {} records: made and indexed in {:.1} s on two threads",
        linker.len(),
        indexed.as_secs_f64(),
    );
    println!("           look-up and insert, processor time of the last {}: {}", times.len(), spread(&times));
    figures::times(&format!("{name}.look_up_and_insert"), &times, linker.len());
    tell_memory(&name, linker.len(), before, memory());
}

/// So many records are compared before a thread asks for more.
const PORTION: RecordId = 512;
