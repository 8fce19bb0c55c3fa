//! How long a look-up takes, and a whole set.

use crate::{
    clock::{at, memory, on_processor, timed},
    data::{About, Set},
    figures, quality,
};
use muster_linkage::{Linker, MilliBits, Record, RecordId, Weights};
use muster_vocab::Country;
use std::{
    collections::{HashMap, HashSet},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

/// The last so many records of a set are timed one by one.
const TIMED: usize = 10_000;

/// Meets all records in order, then makes groups.
pub(crate) fn measure(set: &Set) -> Linker {
    let before = memory();
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
    let busy: Duration = times.iter().sum();
    figures::rate(&format!("{}.look_up_and_insert", set.name), times.len(), busy.as_secs_f64());
    times.sort_unstable();
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    let count = set.records.len() as f64;
    println!(
        "{:<10} {} records: all met and grouped in {:.2} s on the wall; mean {:.1} compared, {:.1} keys closed",
        set.name,
        set.records.len(),
        whole.as_secs_f64(),
        compared as f64 / count,
        closed as f64 / count,
    );
    println!(
        "           look-up and insert, processor time of the last {}: p50 {:.3}  p99 {:.3}  p99.9 {:.3} ms",
        times.len(),
        ms(at(&times, 0.5)),
        ms(at(&times, 0.99)),
        ms(at(&times, 0.999)),
    );
    if let (Some(before), Some(after)) = (before, memory()) {
        println!("           memory {:.0} bytes a record", after.saturating_sub(before) as f64 / count);
    }
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
    let ((), indexed) = timed(|| {
        for record in &set.records {
            linker.insert(record);
        }
    });
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
    if let (Some(before), Some(after)) = (before, after) {
        let bytes = after.saturating_sub(before) as f64 / set.records.len() as f64;
        println!("           memory {bytes:.0} bytes a record");
    }
}

/// So many records are compared before a thread asks for more.
const PORTION: RecordId = 512;

/// Ten times as many: nine copies of everybody with another birthday, other numbers, and the places of somebody else of
/// the same nationality, so other people with names and places as frequent. It says how long things take and how
/// many are compared, and nothing of precision.
pub(crate) fn grown(set: &Set) -> Set {
    let mut first_of: HashMap<&str, usize> = HashMap::new();
    let mut countrymen: HashMap<&[Country], Vec<usize>> = HashMap::new();
    for (at, (record, about)) in set.records.iter().zip(&set.about).enumerate() {
        if *first_of.entry(&about.entity).or_insert(at) == at {
            countrymen.entry(&record.nationalities).or_default().push(at);
        }
    }
    let mut records = set.records.clone();
    let mut about = set.about.clone();
    for copy in 1..10_u8 {
        for (record, of) in set.records.iter().zip(&set.about) {
            let first = first_of[of.entity.as_str()];
            let countrymen = &countrymen[set.records[first].nationalities.as_slice()];
            let donor = countrymen[(first + usize::from(copy) * 7_919) % countrymen.len()];
            let mut other = other_person(record, copy);
            let (first, donor) = (&set.records[first], &set.records[donor]);
            let places = |place: fn(&Record) -> &String| match (place(record), place(donor)) {
                (ours, _) if ours.is_empty() => String::new(),
                (ours, theirs) if ours == place(first) => theirs.clone(),
                // It differed from what the same person wrote elsewhere, and does so still.
                (_, theirs) => format!("{theirs} {copy}"),
            };
            (other.birthplace, other.town) = (places(|of| &of.birthplace), places(|of| &of.town));
            records.push(other);
            about.push(About { entity: format!("{} {copy}", of.entity), ..of.clone() });
        }
    }
    Set { name: format!("{} x10", set.name), records, about, is_altered: true }
}

fn other_person(record: &Record, copy: u8) -> Record {
    let numbers = |text: &String| -> String {
        let digit = |(at, digit): (usize, u32)| (digit * 7 + u32::from(copy) * (at as u32 + 3)) % 10;
        let turned = |(at, c): (usize, char)| {
            c.to_digit(10).and_then(|d| char::from_digit(digit((at, d)), 10)).unwrap_or(c)
        };
        text.chars().enumerate().map(turned).collect()
    };
    let mut other = record.clone();
    for paper in &mut other.documents {
        paper.number = numbers(&paper.number);
    }
    other.phones = record.phones.iter().map(numbers).collect();
    other.emails = record.emails.iter().map(|email| format!("{copy}{email}")).collect();
    if let Some(born) = &mut other.born {
        born.year += u16::from(copy) % 4;
        if born.day > 0 {
            born.day = (born.day + copy * 3) % 28 + 1;
            born.month = (born.month + copy) % 12 + 1;
        }
    }
    other
}
