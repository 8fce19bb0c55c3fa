//! People who are on no list: whoever of them alerts, alerts falsely.

use crate::{
    many,
    say::{Goal, Say},
    tally::part,
};
use muster_watchlist::{Edition, Kind, Screening, Snapshot, Subject, Verdict, pairs::PairRow};
use std::collections::BTreeSet;

/// The sets of such people.
pub(crate) const SETS: [(&str, &str); 3] = [
    ("global", "queries_negative_global"),
    ("us", "queries_negative_us"),
    ("congress", "queries_us_congress"),
];

/// Screens all and says the share that alerts; gives the screenings.
pub(crate) fn alerts(
    say: &Say,
    name: &str,
    rows: &[PairRow],
    snapshot: &Snapshot,
    listed: &BTreeSet<Vec<String>>,
    subject: impl Fn(&PairRow) -> Subject + Sync,
    goal: Goal,
) {
    if rows.is_empty() {
        return;
    }
    let screened = many::map(rows, |row| snapshot.screen(&subject(row)));
    let alerting: Vec<_> =
        rows.iter().zip(&screened).filter(|(_, screening)| !screening.hits.is_empty()).collect();
    let strong = alerting.iter().filter(|(_, screening)| is_strong(screening)).count();
    let bears_a_listed_name = |row: &PairRow| row.query.iter().any(|name| listed.contains(&words(name)));
    let exact = alerting.iter().filter(|(row, _)| bears_a_listed_name(row)).count();
    let remark = format!("{} alert, {strong} strong, {exact} bear exactly a listed name", alerting.len());
    say.share_with(name, part(alerting.len(), rows.len()), rows.len(), goal, &remark);
}

fn is_strong(screening: &Screening) -> bool {
    screening.hits.iter().any(|hit| hit.comparison.verdict == Verdict::Strong)
}

/// The words of every listed person's names, to know which alerts no engine can avoid.
pub(crate) fn listed_names(editions: &[Edition]) -> BTreeSet<Vec<String>> {
    let people = editions
        .iter()
        .flat_map(|edition| &edition.entries)
        .filter(|entry| matches!(entry.kind, Kind::Person | Kind::Unknown));
    people.flat_map(|entry| &entry.names).map(|alias| words(&alias.text)).collect()
}

/// The words of a name in lower case, sorted.
fn words(name: &str) -> Vec<String> {
    let lower = name.to_lowercase();
    let mut words: Vec<_> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.sort();
    words
}
