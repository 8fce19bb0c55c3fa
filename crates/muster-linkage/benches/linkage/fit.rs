//! Weights from labelled pairs: what the estimated ones get wrong, mended by descent on the logarithmic loss.
//!
//! The form stays what it is, five sums of which the lowest counts, and what labels do not speak of stays as estimated.
//! Pairs are divided into parts by the people in them, so that a part can be judged by weights that were fitted to the others.

use crate::data::Set;
use muster_linkage::{Linker, RecordId, Weights};
use std::{collections::HashMap, fmt::Write as _};

/// Sums: relatives, twins, namesakes, birthday, strangers.
const RIVALS: usize = 5;
const ROUNDS: usize = 400;
const STEP: f64 = 0.05;
/// How much of a pair it costs to move a weight by one bit from where it was.
const PULL: f64 = 1.0;
/// The name of what holds before anything is compared.
const BEFORE: &str = "before";

/// Pairs with the same levels in the same part with the same truth.
struct Pattern {
    rules: Vec<usize>,
    same: bool,
    part: u32,
    count: f64,
}

/// The weights as a table of numbers.
#[derive(Clone)]
struct Table {
    names: Vec<String>,
    bits: Vec<[f64; RIVALS]>,
}

impl Table {
    fn of(weights: &Weights) -> Self {
        let text = weights.to_string();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let (names, bits) = lines
            .map(|line| {
                let mut cells = line.split('\t');
                let name = cells.next().unwrap_or_default().to_owned();
                let mut bits = [0.0; RIVALS];
                for (bits, cell) in bits.iter_mut().zip(cells) {
                    *bits = cell.parse::<f64>().unwrap_or_default() / 1000.0;
                }
                (name, bits)
            })
            .unzip();
        Self { names, bits }
    }

    fn weights(&self) -> Weights {
        let mut text = String::new();
        for (name, bits) in self.names.iter().zip(&self.bits) {
            let milli = bits.map(|bits| format!("{:.0}", bits * 1000.0)).join("\t");
            let _written = writeln!(text, "{name}\t{milli}");
        }
        text.parse().unwrap_or_else(|_| Weights::shipped())
    }
}

/// Pairs with labels, to fit weights to.
pub(crate) struct Labelled {
    table: Table,
    patterns: Vec<Pattern>,
}

impl Labelled {
    /// All pairs, and the weights that are to be mended.
    pub(crate) fn of(set: &Set, linker: &Linker, pairs: &[(RecordId, RecordId)], from: &Weights) -> Self {
        let table = Table::of(from);
        Self { patterns: patterns(set, linker, pairs, &table), table }
    }

    /// Fits to everybody, or to everybody but one part.
    pub(crate) fn fit(&self, without: Option<u32>) -> Weights {
        descended(self.table.clone(), &self.patterns, without)
    }
}

fn descended(mut table: Table, patterns: &[Pattern], without: Option<u32>) -> Weights {
    let begun = table.bits.clone();
    let (mut first, mut second) = (begun.clone(), begun.clone());
    for moment in [&mut first, &mut second] {
        moment.fill([0.0; RIVALS]);
    }
    for round in 1..=ROUNDS {
        let mut slope = vec![[0.0; RIVALS]; begun.len()];
        for pattern in patterns.iter().filter(|pattern| Some(pattern.part) != without) {
            descend(&table.bits, pattern, &mut slope);
        }
        let step = STEP * (1.0 - round as f64 / (ROUNDS + 1) as f64);
        for at in 0..begun.len() {
            for rival in 0..RIVALS {
                let slope = slope[at][rival] + PULL * (table.bits[at][rival] - begun[at][rival]);
                let (m, v) = (&mut first[at][rival], &mut second[at][rival]);
                *m = 0.9 * *m + 0.1 * slope;
                *v = 0.999 * *v + 0.001 * slope * slope;
                let (m, v) =
                    (*m / (1.0 - 0.9_f64.powi(round as i32)), *v / (1.0 - 0.999_f64.powi(round as i32)));
                table.bits[at][rival] -= step * m / (v.sqrt() + 1e-6);
            }
        }
    }
    table.weights()
}

/// Adds the slope of the loss for one pattern.
fn descend(bits: &[[f64; RIVALS]], pattern: &Pattern, slope: &mut [[f64; RIVALS]]) {
    let mut sums = [0.0; RIVALS];
    for rule in &pattern.rules {
        for (sum, bits) in sums.iter_mut().zip(bits[*rule]) {
            *sum += bits;
        }
    }
    // The odds of one person against all five together; the lowest sum weighs most.
    let lowest = sums.iter().copied().fold(f64::INFINITY, f64::min);
    let odds = sums.map(|sum| (lowest - sum).exp2());
    let total: f64 = odds.iter().sum();
    let score = lowest - total.log2();
    let likely = 1.0 / (1.0 + (-score).exp2());
    let wrong = pattern.count * (likely - f64::from(u8::from(pattern.same)));
    for rule in &pattern.rules {
        for (slope, odds) in slope[*rule].iter_mut().zip(odds) {
            *slope += wrong * odds / total;
        }
    }
}

fn patterns(set: &Set, linker: &Linker, pairs: &[(RecordId, RecordId)], table: &Table) -> Vec<Pattern> {
    let place: HashMap<&str, usize> =
        table.names.iter().enumerate().map(|(at, name)| (name.as_str(), at)).collect();
    let mut counts: HashMap<(Vec<usize>, bool, u32), f64> = HashMap::new();
    for (a, b) in pairs {
        let Some(comparison) = linker.explain(*a, *b) else { continue };
        let parts = comparison.parts.iter().skip(1).filter_map(|part| place.get(part.rule).copied());
        let rules = std::iter::once(place[BEFORE]).chain(parts).collect();
        let [a, b] = [a, b].map(|record| &set.about[*record as usize].entity);
        *counts.entry((rules, a == b, crate::quality::part_of(a, b))).or_default() += 1.0;
    }
    let mut patterns: Vec<_> =
        counts.into_iter().map(|((rules, same, part), count)| Pattern { rules, same, part, count }).collect();
    patterns.sort_by(|a, b| (&a.rules, a.same, a.part).cmp(&(&b.rules, b.same, b.part)));
    patterns
}
