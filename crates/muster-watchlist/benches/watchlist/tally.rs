//! Counting right and wrong.

use crate::{
    many,
    say::{Goal, Say},
};
use muster_watchlist::{Comparison, Entry, Subject, compare, pairs::PairRow};
use std::collections::BTreeMap;

/// A compared pair.
pub(crate) struct Judged {
    pub(crate) same: bool,
    pub(crate) category: String,
    pub(crate) quality: String,
    pub(crate) comparison: Comparison,
}

/// Compares the two sides of every row that has two and a label.
pub(crate) fn judge(rows: &[PairRow], subject: impl Fn(&PairRow) -> Subject + Sync) -> Vec<Judged> {
    judge_against(rows, |row| (subject(row), row.entry()))
}

/// The same, with both sides to choose.
pub(crate) fn judge_against(
    rows: &[PairRow],
    sides: impl Fn(&PairRow) -> (Subject, Option<Entry>) + Sync,
) -> Vec<Judged> {
    let judged = many::map(rows, |row| {
        let (subject, entry) = sides(row);
        Some(Judged {
            same: row.matches?,
            category: row.category.clone(),
            quality: row.quality.clone(),
            comparison: compare(&subject, &entry?),
        })
    });
    judged.into_iter().flatten().collect()
}

/// Right and wrong.
#[derive(Default, Clone, Copy)]
pub(crate) struct Tally {
    pub(crate) hits: usize,
    pub(crate) misses: usize,
    pub(crate) false_alerts: usize,
    pub(crate) clears: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, same: bool, alert: bool) {
        match (same, alert) {
            (true, true) => self.hits += 1,
            (true, false) => self.misses += 1,
            (false, true) => self.false_alerts += 1,
            (false, false) => self.clears += 1,
        }
    }

    pub(crate) fn of(judged: &[Judged]) -> Self {
        let mut tally = Self::default();
        for pair in judged {
            tally.add(pair.same, pair.comparison.verdict.is_hit());
        }
        tally
    }

    pub(crate) fn positives(&self) -> usize {
        self.hits + self.misses
    }

    pub(crate) fn negatives(&self) -> usize {
        self.false_alerts + self.clears
    }

    pub(crate) fn recall(&self) -> f64 {
        part(self.hits, self.positives())
    }

    pub(crate) fn precision(&self) -> f64 {
        part(self.hits, self.hits + self.false_alerts)
    }

    pub(crate) fn false_rate(&self) -> f64 {
        part(self.false_alerts, self.negatives())
    }

    pub(crate) fn f1(&self) -> f64 {
        part(2 * self.hits, 2 * self.hits + self.misses + self.false_alerts)
    }
}

/// `some` of `all`; nothing of nothing is 0.
pub(crate) fn part(some: usize, all: usize) -> f64 {
    if all == 0 { 0.0 } else { some as f64 / all as f64 }
}

/// The best F1 any threshold would give, and that threshold in bits: how well the scores order the pairs.
pub(crate) fn best_f1(judged: &[Judged]) -> (f64, f64) {
    let mut scores: Vec<_> = judged.iter().map(|pair| (pair.comparison.score.0, pair.same)).collect();
    scores.sort_unstable_by(|a, b| b.cmp(a));
    let positives = scores.iter().filter(|(_, same)| *same).count();
    let (mut best, mut threshold, mut hits) = (0.0, 0.0, 0);
    for (at, (score, same)) in scores.iter().enumerate() {
        hits += usize::from(*same);
        let is_last_of_equals = scores.get(at + 1).is_none_or(|(next, _)| next != score);
        let f1 = part(2 * hits, at + 1 + positives);
        if is_last_of_equals && f1 > best {
            (best, threshold) = (f1, f64::from(*score) / 1000.0);
        }
    }
    (best, threshold)
}

/// Recall by category, each with the same goal.
pub(crate) fn by<'a>(
    say: &Say,
    name: &str,
    pairs: impl Iterator<Item = (&'a str, bool)>,
    goal: impl Fn(&str) -> Goal,
) {
    let mut classes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (class, hit) in pairs {
        let (hits, all) = classes.entry(class).or_default();
        *hits += usize::from(hit);
        *all += 1;
    }
    for (class, (hits, all)) in classes {
        say.share(&format!("{name}.{class}"), part(hits, all), all, goal(class));
    }
}
