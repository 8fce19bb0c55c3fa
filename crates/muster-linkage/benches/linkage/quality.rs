//! Whether the engine finds whom it should, and nobody else: against the truth, which it never sees.

use crate::{data::Set, figures};
use muster_linkage::{Answer, Linker, Record, RecordId, Score};
use std::collections::BTreeMap;

/// One candidate pair: its score, whether it is true, who.
pub(crate) struct Scored {
    pub(crate) score: Score,
    pub(crate) same: bool,
    pub(crate) pair: (RecordId, RecordId),
}

/// Every true pair of a set.
pub(crate) fn truth(set: &Set) -> Vec<(RecordId, RecordId)> {
    let mut by_entity: BTreeMap<&str, Vec<RecordId>> = BTreeMap::new();
    for (record, about) in set.about.iter().enumerate() {
        by_entity.entry(&about.entity).or_default().push(record as RecordId);
    }
    let pairs = |all: &Vec<RecordId>| -> Vec<(RecordId, RecordId)> {
        all.iter().enumerate().flat_map(|(at, a)| all[at + 1..].iter().map(|b| (*a, *b))).collect()
    };
    by_entity.values().flat_map(pairs).collect()
}

/// Every pair that shares a key in the full index.
pub(crate) fn candidates(linker: &Linker) -> Vec<(RecordId, RecordId)> {
    (0..linker.len() as RecordId)
        .flat_map(|a| linker.candidates(a).into_iter().filter(move |b| *b < a).map(move |b| (b, a)))
        .collect()
}

/// All pairs with their scores.
pub(crate) fn scored(linker: &Linker, set: &Set, pairs: &[(RecordId, RecordId)]) -> Vec<Scored> {
    let entity = |record: RecordId| &set.about[record as usize].entity;
    pairs
        .iter()
        .filter_map(|(a, b)| {
            let score = linker.score(*a, *b)?;
            Some(Scored { score, same: entity(*a) == entity(*b), pair: (*a, *b) })
        })
        .collect()
}

/// So many parts a set has: each is judged by weights that were fitted to the others.
pub(crate) const PARTS: u32 = 4;

/// The part that a pair belongs to: told by the people in it.
pub(crate) fn part_of(a: &str, b: &str) -> u32 {
    let first = a.min(b);
    let hash = first.bytes().fold(7_u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(byte.into()));
    (hash.wrapping_mul(0x9e37_79b9) >> 20) % PARTS
}

/// The pairs of one part.
pub(crate) fn part(set: &Set, pairs: &[(RecordId, RecordId)], part: u32) -> Vec<(RecordId, RecordId)> {
    let entity = |record: RecordId| &set.about[record as usize].entity;
    pairs.iter().copied().filter(|(a, b)| part_of(entity(*a), entity(*b)) == part).collect()
}

/// Prints figures of one set, and what they are by.
pub(crate) fn judge(set: &Set, mut scored: Vec<Scored>, by: &str) {
    let truth = truth(set);
    scored.sort_by_key(|scored| std::cmp::Reverse(scored.score.bits));
    let found = scored.iter().filter(|scored| scored.same).count();
    let mut best: (f64, f64) = (0.0, 0.0);
    let mut recall_at = [(0.99, 0.0, i32::MAX), (0.999, 0.0, i32::MAX)];
    let mut right = 0;
    for (at, one) in scored.iter().enumerate() {
        right += usize::from(one.same);
        if scored.get(at + 1).is_some_and(|next| next.score.bits == one.score.bits) {
            continue;
        }
        let (precision, recall) = (right as f64 / (at + 1) as f64, right as f64 / truth.len() as f64);
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        if f1 > best.0 {
            best = (f1, one.score.bits.bits());
        }
        for (least, known, bits) in &mut recall_at {
            if precision >= *least && recall > *known {
                (*known, *bits) = (recall, one.score.bits.0);
            }
        }
    }
    println!(
        "{:<10} {by:<9} reached {:.4}  best F1 {:.4} (at {:.1})  recall at .99 {:.4}  at .999 {:.4}",
        set.name,
        found as f64 / truth.len() as f64,
        best.0,
        best.1,
        recall_at[0].1,
        recall_at[1].1,
    );
    let name = format!("{}.{by}", set.name);
    let share = |what: &str, count: usize, share: f64| {
        let name = format!("{name}.{what}");
        figures::share(&name, count, share, figures::goal(&name));
    };
    share("reached", truth.len(), found as f64 / truth.len() as f64);
    share("best_f1", truth.len(), best.0);
    share("recall_at_99", truth.len(), recall_at[0].1);
    share("recall_at_999", truth.len(), recall_at[1].1);
    for answer in [Answer::Same, Answer::ToPerson] {
        let these = scored.iter().filter(|one| one.score.answer == answer);
        let (all, right) = these.fold((0, 0), |(all, right), one| (all + 1, right + usize::from(one.same)));
        println!(
            "           answered \"{answer}\": {all} pairs, {:.4} of them true, {:.4} of all true pairs",
            right as f64 / f64::from(all).max(1.0),
            right as f64 / truth.len() as f64,
        );
    }
    for (class, (all, found)) in classes(set, &scored, &truth, recall_at[0].2) {
        let found = found as f64 / all as f64;
        println!("           {class:<44} {found:.4} of {all}");
        share(&class.replace([',', ':'], "").replace([' ', '-'], "_"), all, found);
    }
}

/// Recall of each class at the threshold where all pairs together have a precision of 0.99.
fn classes(
    set: &Set,
    scored: &[Scored],
    truth: &[(RecordId, RecordId)],
    threshold: i32,
) -> BTreeMap<String, (usize, usize)> {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let found: std::collections::HashSet<(RecordId, RecordId)> =
        scored.iter().filter(|one| one.same && one.score.bits.0 >= threshold).map(|one| one.pair).collect();
    for (a, b) in truth {
        for class in classes_of(set, *a, *b) {
            let count = counts.entry(class).or_default();
            count.0 += 1;
            count.1 += usize::from(found.contains(&(*a.min(b), *a.max(b))));
        }
    }
    counts
}

fn classes_of(set: &Set, a: RecordId, b: RecordId) -> Vec<String> {
    let (about, other) = (&set.about[b as usize], &set.about[a as usize]);
    if about.scenario.is_empty() {
        return Vec::new();
    }
    let (a, b) = (&set.records[a as usize], &set.records[b as usize]);
    let mut classes = vec![format!("scenario: {}", about.scenario)];
    let scripts = about.script != other.script;
    let bare = !shares_number(a, b);
    if scripts {
        classes.push("two scripts".to_owned());
    }
    if bare {
        classes.push("no shared document, telephone, e-mail".to_owned());
    }
    if scripts && bare {
        classes.push("two scripts, nothing shared".to_owned());
    }
    for operation in
        ["nickname", "swapped_names", "surname_changed", "dob_swapped", "dob_missing", "via_russian"]
    {
        if about.operations.contains(operation) || other.operations.contains(operation) {
            classes.push(format!("operation: {operation}"));
        }
    }
    classes
}

fn shares_number(a: &Record, b: &Record) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).rev().take(8).collect::<String>();
    let share = |a: &[String], b: &[String]| a.iter().any(|a| b.contains(a));
    let numbers = |record: &Record| {
        record.documents.iter().map(|paper| paper.number.replace(' ', "")).collect::<Vec<_>>()
    };
    let phones = |record: &Record| record.phones.iter().map(|phone| digits(phone)).collect::<Vec<_>>();
    let mails = |record: &Record| record.emails.iter().map(|mail| mail.to_lowercase()).collect::<Vec<_>>();
    share(&numbers(a), &numbers(b)) || share(&phones(a), &phones(b)) || share(&mails(a), &mails(b))
}

/// How probable pairs are that score so much: for the curve that is shipped.
pub(crate) fn calibration(scored: &[Scored]) {
    let mut bins: BTreeMap<i32, (usize, usize, f64)> = BTreeMap::new();
    for one in scored {
        let bin = bins.entry(one.score.bits.0.div_euclid(2000).clamp(-10, 12)).or_default();
        bin.0 += 1;
        bin.1 += usize::from(one.same);
        bin.2 += one.score.probability.value();
    }
    for (bin, (all, same, told)) in bins {
        println!(
            "           from {:>3} bits: {all:>8} pairs, {:.4} true, told {:.4}",
            bin * 2,
            same as f64 / all as f64,
            told / all as f64
        );
    }
}
