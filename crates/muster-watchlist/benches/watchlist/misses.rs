//! What went wrong in a set, with the evidence, for whoever improves the engine.

use crate::{Choice, editions, many, say::Say};
use muster_watchlist::{Comparison, Snapshot, compare, pairs::PairRow};

/// Prints missed positives and false alerts of `class`: a set, or `set/category`. For a set of unlisted people it
/// prints those who alert on OFAC's list by name; with `/fields` behind the set by all fields.
pub(crate) fn print(choice: &Choice, class: &str, count: usize) {
    let say = Say::new(false);
    let (set, category) = class.split_once('/').unwrap_or((class, ""));
    let rows = choice.data.rows(set, choice.sample, &say);
    if rows.iter().all(|row| row.candidate.is_empty()) {
        return unlisted(choice, &rows, category == "fields", count, &say);
    }
    let chosen: Vec<_> = rows
        .iter()
        .filter(|row| category.is_empty() || row.category == category || row.quality == category)
        .collect();
    let named =
        matches!(set, "ssb_sdn_variants" | "xscript_aliases" | "romanisations_cyrillic" | "alias_loao");
    let judged = many::map(&chosen, |row| {
        let subject = if named { row.named() } else { row.subject() };
        row.entry().map(|entry| compare(&subject, &entry))
    });
    for same in [true, false] {
        let mut wrong: Vec<_> = chosen
            .iter()
            .zip(&judged)
            .filter_map(|(row, comparison)| Some((row, comparison.as_ref()?)))
            .filter(|(row, found)| row.matches == Some(same) && found.verdict.is_hit() != same)
            .collect();
        wrong.sort_by_key(|(_, found)| if same { -found.score.0 } else { found.score.0 });
        println!("=== {}: {}", if same { "missed" } else { "false alerts" }, wrong.len());
        for (row, found) in wrong.iter().rev().take(count) {
            println!("--- {} | {} | {}", row.category, row.quality, row.group);
            println!("    asked  {}", row.query.join(" | "));
            println!("    listed {}", row.candidate.join(" | "));
            evidence(found);
        }
    }
}

fn unlisted(choice: &Choice, rows: &[PairRow], fields: bool, count: usize, say: &Say) {
    let editions = editions::read(&choice.data, &[editions::SDN], say);
    let snapshot = Snapshot::compile(&editions);
    let subject = |row: &PairRow| if fields { row.subject() } else { row.named() };
    let screened = many::map(rows, |row| snapshot.screen(&subject(row)));
    let mut alerts: Vec<_> = rows.iter().zip(&screened).filter(|(_, found)| !found.hits.is_empty()).collect();
    alerts.sort_by_key(|(_, found)| -found.hits[0].comparison.score.0);
    println!("=== false alerts: {} of {}", alerts.len(), rows.len());
    for (row, found) in alerts.iter().take(count) {
        println!("--- {} ({} hits)", row.query.join(" | "), found.hits.len());
        let hit = &found.hits[0];
        println!("    {} {} by {}", hit.list, hit.entry, hit.alias);
        evidence(&hit.comparison);
    }
}

fn evidence(found: &Comparison) {
    println!("    {:?} {:.3} bits, {:.4}", found.verdict, found.score.bits(), found.probability.value());
    for part in &found.parts {
        println!(
            "      {:>7.3} {:<28} {:?}  {} ~ {}",
            part.bits.bits(),
            part.rule,
            part.likeness,
            part.asked,
            part.listed
        );
    }
}
