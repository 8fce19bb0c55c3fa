//! Queries of all sets, mixed.

use crate::{Choice, negatives::SETS, say::Say};
use muster_watchlist::pairs::PairRow;

/// Sets with a query in each row, beside those of unlisted people.
const WITH_QUERIES: [&str; 7] = [
    "ssb_sdn_variants",
    "xscript_aliases",
    "romanisations_cyrillic",
    "alias_loao",
    "un_treated",
    "os_pairs_person",
    "watchman_crossscript",
];

/// About `count` queries with their sets, as many of each set as there are, in an order that mixes the sets and is always the same.
pub(crate) fn queries(choice: &Choice, count: usize, say: &Say) -> Vec<(&'static str, PairRow)> {
    let names = SETS.iter().map(|(_, set)| *set).chain(WITH_QUERIES);
    let sets: Vec<_> = names.map(|set| (set, choice.data.rows(set, 0, say))).collect();
    let each = (count / sets.len()).max(1);
    let mut mixed: Vec<_> = sets
        .into_iter()
        .flat_map(|(set, rows)| crate::data::every(rows, each).into_iter().map(move |row| (set, row)))
        .enumerate()
        // A multiplicative order: far apart rows become neighbours, without chance.
        .map(|(at, row)| ((at as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15), row))
        .collect();
    mixed.sort_by_key(|(order, _)| *order);
    mixed.into_iter().map(|(_, row)| row).collect()
}
