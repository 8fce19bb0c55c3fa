//! W1: listed people under 16 kinds of changed names, and unlisted people, by the name alone.

use crate::{
    Choice, editions, many,
    negatives::{self, SETS},
    say::{Goal, Say},
    tally::{by, judge, part},
};
use muster_watchlist::{Snapshot, pairs::PairRow};

pub(crate) fn measure(choice: &Choice, say: &mut Say) {
    say.note("W1 name only, against OFAC's list of 2 July 2024");
    let editions = editions::read(&choice.data, &[editions::SDN], say);
    if editions.is_empty() {
        return;
    }
    let snapshot = Snapshot::compile(&editions);
    let rows = choice.data.rows("ssb_sdn_variants", choice.sample, say);
    let (positives, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.matches == Some(true));
    let found = many::map(&positives, |row| finds(&snapshot, row));
    let hits = found.iter().filter(|found| **found).count();
    say.share("w1.recall", part(hits, positives.len()), positives.len(), Goal::AtLeast(0.97));
    let classes = positives.iter().zip(&found).map(|(row, found)| (row.category.as_str(), *found));
    by(say, "w1.recall", classes, |_| Goal::AtLeast(0.90));
    let pairs = judge(&positives, PairRow::named);
    let by_pair = pairs.iter().filter(|pair| pair.comparison.verdict.is_hit()).count();
    say.share("w1.recall_of_pairs", part(by_pair, pairs.len()), pairs.len(), Goal::None);
    let judged = judge(&others, PairRow::named);
    let alerts = judged.iter().map(|pair| (pair.category.as_str(), pair.comparison.verdict.is_hit()));
    by(say, "w1.alerts_on_pairs", alerts, |_| Goal::None);
    let listed = negatives::listed_names(&editions);
    for (name, set) in SETS {
        let rows = choice.data.rows(set, choice.sample, say);
        let name = format!("w1.alerts.{name}");
        negatives::alerts(say, &name, &rows, &snapshot, &listed, PairRow::named, Goal::AtMost(0.005));
    }
}

/// Whether the entry that the row is about is among the hits.
pub(crate) fn finds(snapshot: &Snapshot, row: &PairRow) -> bool {
    let target = row.group.trim_start_matches("ofac-");
    snapshot.screen(&row.named()).hits.iter().any(|hit| hit.entry == target)
}
