//! W5: whether a probability of 0.9 is right nine times in ten, and whether the top still has an order.

use crate::{
    Choice,
    say::{Goal, Say},
    tally::{Judged, judge, part},
};
use muster_watchlist::pairs::PairRow;

const BINS: usize = 10;

pub(crate) fn measure(choice: &Choice, say: &mut Say) {
    say.note("W5 calibration over os_pairs_person, os_pairs_org and list_homonyms");
    let read = |set| judge(&choice.data.rows(set, choice.sample, say), PairRow::subject);
    let people = read("os_pairs_person");
    let organisations = read("os_pairs_org");
    let homonyms = read("list_homonyms");
    for (name, set) in [("person", &people), ("org", &organisations), ("homonyms", &homonyms)] {
        say.share(&format!("w5.error_equal_width.{name}"), equal_width(set), set.len(), Goal::None);
    }
    let mut all = people;
    all.extend(organisations);
    all.extend(homonyms);
    if all.is_empty() {
        return;
    }
    say.share("w5.error_equal_width", equal_width(&all), all.len(), Goal::AtMost(0.02));
    say.share("w5.error_equal_mass", equal_mass(&mut all), all.len(), Goal::AtMost(0.02));
    bins(say, &all);
    say.share("w5.auc", auc(&all), all.len(), Goal::None);
    all.sort_by_key(|pair| std::cmp::Reverse(pair.comparison.score));
    let top = &all[..all.len().div_ceil(10)];
    let negatives = top.iter().filter(|pair| !pair.same).count();
    if negatives == 0 {
        say.note(&format!(
            "  top decile: {} pairs, all the same person; there is nothing to order wrongly",
            top.len()
        ));
    }
    let remark = format!("{negatives} of them different");
    say.share_with("w5.auc_in_top_decile", auc(top), top.len(), Goal::AtLeast(0.75), &remark);
    let highest = all[0].comparison.score;
    let saturated = all.iter().filter(|pair| pair.comparison.score == highest).count();
    say.share("w5.share_with_the_highest_score", part(saturated, all.len()), all.len(), Goal::None);
}

fn error<'a>(bins: impl Iterator<Item = &'a [&'a Judged]>, all: usize) -> f64 {
    bins.map(|bin| {
        let said: f64 = bin.iter().map(|pair| pair.comparison.probability.value()).sum();
        let is = bin.iter().filter(|pair| pair.same).count() as f64;
        (said - is).abs() / all as f64
    })
    .sum()
}

/// The mean difference between what is said and what is, in bins of equal width.
fn equal_width(all: &[Judged]) -> f64 {
    let mut bins: Vec<Vec<&Judged>> = vec![Vec::new(); BINS];
    for pair in all {
        let at = (pair.comparison.probability.value() * BINS as f64) as usize;
        bins[at.min(BINS - 1)].push(pair);
    }
    error(bins.iter().map(Vec::as_slice), all.len())
}

/// The same in bins with as many pairs each.
fn equal_mass(all: &mut [Judged]) -> f64 {
    all.sort_by_key(|pair| pair.comparison.probability);
    let sorted: Vec<&Judged> = all.iter().collect();
    let bins = (0..BINS).map(|bin| &sorted[bin * all.len() / BINS..(bin + 1) * all.len() / BINS]);
    error(bins, all.len())
}

/// What is said and what is, bin by bin, for people.
fn bins(say: &Say, all: &[Judged]) {
    for bin in 0..BINS {
        let inside = |pair: &&Judged| {
            ((pair.comparison.probability.value() * BINS as f64) as usize).min(BINS - 1) == bin
        };
        let pairs: Vec<_> = all.iter().filter(inside).collect();
        let said: f64 = pairs.iter().map(|pair| pair.comparison.probability.value()).sum();
        let is = pairs.iter().filter(|pair| pair.same).count();
        let mean = if pairs.is_empty() { 0.0 } else { said / pairs.len() as f64 };
        say.note(&format!(
            "    said 0.{bin} to {:.1}: {:>4} pairs, mean {mean:.3}, is {:.3}",
            (bin + 1) as f64 / 10.0,
            pairs.len(),
            part(is, pairs.len()),
        ));
    }
}

/// How probable it is that a pair of the same person scores higher than one of different people.
fn auc(pairs: &[Judged]) -> f64 {
    let mut scores: Vec<_> = pairs.iter().map(|pair| (pair.comparison.score, pair.same)).collect();
    scores.sort_unstable();
    let (mut below, mut sum, mut at) = (0_usize, 0.0, 0);
    while at < scores.len() {
        let end = at + scores[at..].iter().take_while(|(score, _)| *score == scores[at].0).count();
        let same = scores[at..end].iter().filter(|(_, same)| *same).count();
        let different = end - at - same;
        sum += same as f64 * (below as f64 + different as f64 / 2.0);
        below += different;
        at = end;
    }
    let same = scores.iter().filter(|(_, same)| *same).count();
    if same == 0 || below == 0 { 1.0 } else { sum / (same as f64 * below as f64) }
}
