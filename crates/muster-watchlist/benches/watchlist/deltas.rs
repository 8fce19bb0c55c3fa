//! W8: a new edition is held against everybody there already is.

use crate::{
    Choice,
    clock::{in_time, timed},
    crowd, editions, many,
    negatives::SETS,
    say::{Goal, Say},
    tally::part,
};
use muster_vocab::Digest;
use muster_watchlist::{Applicants, Comparison, Edition, Entry, GivenName, Snapshot, Subject, compare};
use serde::Deserialize;
use std::{process::Command, time::Duration};

/// Applicants.
const APPLICANTS: usize = 100_000;

/// One entry against everybody must not take longer for the rest to be measured.
const TOO_SLOW: Duration = Duration::from_secs(2);

/// What one list update brought; removed entries concern nobody new.
#[derive(Deserialize)]
struct Delta {
    date: String,
    #[serde(default)]
    add: Vec<Vec<String>>,
    #[serde(default)]
    modify: Vec<Vec<String>>,
}

type Alert = (u64, usize, Comparison);

pub(crate) fn measure(choice: &Choice, say: &mut Say) {
    say.note("W8 real list updates against 100,000 applicants");
    let deltas = match deltas(choice) {
        Ok(deltas) => deltas,
        Err(cause) => return say.note(&format!("  left out: {cause}")),
    };
    let deltas: Vec<_> = crate::data::every(deltas, if choice.full { 0 } else { 40 });
    let subjects = applicants(choice, say);
    let mut applicants = Applicants::new();
    let ((), took) = timed(|| {
        for (key, subject) in subjects.iter().enumerate() {
            applicants.insert(key as u64, subject.clone());
        }
        applicants.sort();
    });
    say.rate("w8.applicants_indexed", subjects.len(), took, Goal::None);
    let first: Vec<_> = deltas.iter().flat_map(|(_, entries)| entries).take(1).cloned().collect();
    let (_, took) = timed(|| applicants.screen(&first));
    if took > TOO_SLOW {
        say.times("w8.one_entry", vec![took], 1.0, Goal::AtMost(50.0));
        return say.note("  left out: with so slow an entry the updates would take hours");
    }
    let allowed = Duration::from_secs(if choice.full { 900 } else { 60 });
    let done = in_time(allowed, &deltas, |(_, entries)| timed(|| applicants.screen(entries)));
    if done.len() < deltas.len() {
        say.note(&format!("  only {} of {} updates in {} s", done.len(), deltas.len(), allowed.as_secs()));
    }
    let deltas = &deltas[..done.len()];
    let (found, times): (Vec<Vec<Alert>>, Vec<Duration>) = done.into_iter().unzip();
    say.times("w8.delta", times.clone(), 1.0, Goal::AtMost(1_000.0));
    say.times("w8.delta.median", times, 0.5, Goal::AtMost(50.0));
    let alerts: usize = found.iter().map(Vec::len).sum();
    let entries: usize = deltas.iter().map(|(_, entries)| entries.len()).sum();
    say.note(&format!("  {} updates, {entries} changed entries, {alerts} alerts", deltas.len()));
    let again = everybody(deltas, &subjects);
    let equal = found.iter().zip(&again).filter(|(one, other)| one == other).count();
    say.share("w8.equals_screening_everybody", part(equal, deltas.len()), deltas.len(), Goal::AtLeast(1.0));
    one_by_one(choice, say, deltas, &subjects, &found);
}

/// Screens everybody against one snapshot that has every update as an edition of its own.
fn everybody(deltas: &[(String, Vec<Entry>)], subjects: &[Subject]) -> Vec<Vec<Alert>> {
    let editions: Vec<_> = deltas
        .iter()
        .enumerate()
        .map(|(at, (date, entries))| {
            // The entry's place stands for its identifier, so that the hit leads back to it.
            let number = |(at, entry): (usize, &Entry)| Entry { id: at.to_string(), ..entry.clone() };
            Edition {
                list: at.to_string(),
                dated: date.clone(),
                digest: Digest::of(date.as_bytes()),
                entries: entries.iter().enumerate().map(number).collect(),
            }
        })
        .collect();
    let snapshot = Snapshot::compile(&editions);
    let mut again: Vec<Vec<Alert>> = vec![Vec::new(); deltas.len()];
    for (key, screening) in many::map(subjects, |subject| snapshot.screen(subject)).into_iter().enumerate() {
        for hit in screening.hits {
            let (delta, entry): (usize, usize) =
                (hit.list.parse().expect("a place"), hit.entry.parse().expect("a place"));
            again[delta].push((key as u64, entry, hit.comparison));
        }
    }
    for alerts in &mut again {
        alerts.sort_by_key(|(key, entry, _)| (*entry, *key));
    }
    again
}

/// The same without any index, for as many entries as time allows.
fn one_by_one(
    choice: &Choice,
    say: &Say,
    deltas: &[(String, Vec<Entry>)],
    subjects: &[Subject],
    found: &[Vec<Alert>],
) {
    let all: Vec<_> = deltas
        .iter()
        .enumerate()
        .flat_map(|(delta, (_, entries))| (0..entries.len()).map(move |entry| (delta, entry)))
        .collect();
    let some = crate::data::every(all, if choice.full { 100 } else { 10 });
    let equal = many::map(&some, |&(delta, at)| {
        let entry = &deltas[delta].1[at];
        let slowly = subjects.iter().enumerate().filter_map(|(key, subject)| {
            let comparison = compare(subject, entry);
            comparison.verdict.is_hit().then_some((key as u64, at, comparison))
        });
        slowly.eq(found[delta].iter().filter(|(_, entry, _)| *entry == at).cloned())
    });
    let same = equal.iter().filter(|equal| **equal).count();
    say.share("w8.equals_comparing_one_by_one", part(same, some.len()), some.len(), Goal::AtLeast(1.0));
}

/// Unlisted people and listed ones under changed names; more are made by giving one the family name of another.
fn applicants(choice: &Choice, say: &Say) -> Vec<Subject> {
    let mut subjects: Vec<_> =
        crowd::queries(choice, 60_000, say).iter().map(|(_, row)| row.subject()).collect();
    let unlisted: Vec<_> = SETS.iter().flat_map(|(_, set)| choice.data.rows(set, 0, say)).collect();
    'full: for distance in 1..64 {
        for at in 0..unlisted.len() {
            if subjects.len() >= APPLICANTS {
                break 'full;
            }
            let (one, other) = (&unlisted[at], &unlisted[(at + distance) % unlisted.len()]);
            let given = one.query[0].split(' ').next().unwrap_or_default();
            let family = other.query[0].rsplit(' ').next().unwrap_or_default();
            let names = vec![GivenName::Plain(format!("{given} {family}"))];
            subjects.push(Subject { names, ..one.subject() });
        }
    }
    subjects.truncate(APPLICANTS);
    subjects
}

/// The updates with what they added and changed.
fn deltas(choice: &Choice) -> Result<Vec<(String, Vec<Entry>)>, String> {
    let file = choice.data.lists.join("us_ofac_sdn_history/deltas.jsonl.gz");
    let unpacked =
        Command::new("gzip").arg("-dc").arg(&file).output().map_err(|_| "gzip is absent".to_owned())?;
    if !unpacked.status.success() {
        return Err("us_ofac_sdn_history/deltas.jsonl.gz is absent".to_owned());
    }
    let text = String::from_utf8_lossy(&unpacked.stdout);
    let read = |line: &str| {
        let delta: Delta = serde_json::from_str(line).map_err(|error| format!("deltas.jsonl.gz: {error}"))?;
        let rows: Vec<_> = delta.modify.into_iter().chain(delta.add).collect();
        Ok((delta.date, if rows.is_empty() { Vec::new() } else { entries(&rows)? }))
    };
    text.lines().map(read).collect()
}

/// Entries from rows of OFAC's table, read as the table they were in.
fn entries(rows: &[Vec<String>]) -> Result<Vec<Entry>, String> {
    let cell = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(",") + "\n";
    let table: String = rows.iter().map(line).collect();
    let (entries, _) = editions::entries(&[("sdn.csv".to_owned(), table.into_bytes())])?;
    Ok(entries)
}
