//! Numbers for words, read where they lie in the binary: nothing is parsed at the start.
//!
//! A word is known by 32 bits of its hash. The upper twelve say which bucket; inside a bucket entries are sorted. Two
//! words of one table that have the same hash are one entry with the greater number; a word of no table is taken for
//! one of it about once in twenty thousand times.

use crate::{groups::fingerprint, sound::sounds};
use std::collections::BTreeMap;

const MAGIC: &[u8; 4] = b"MNW1";
const BUCKETS: usize = 1 << 12;
const ENTRIES: usize = 4 + 4 * BUCKETS;

/// The number of a word.
pub(crate) fn number(table: &[u8], word: &str) -> Option<u32> {
    let hash = fingerprint(word);
    let bucket = (hash >> 20) as usize;
    let end_of = |bucket: usize| u32_at(table, 4 + 4 * bucket) as usize;
    let (mut start, mut end) = (bucket.checked_sub(1).map_or(0, end_of), end_of(bucket));
    while start < end {
        let middle = usize::midpoint(start, end);
        let found = u32_at(table, ENTRIES + 8 * middle);
        match found.cmp(&hash) {
            std::cmp::Ordering::Equal => return Some(u32_at(table, ENTRIES + 8 * middle + 4)),
            std::cmp::Ordering::Less => start = middle + 1,
            std::cmp::Ordering::Greater => end = middle,
        }
    }
    None
}

/// Writes a table: `MNW1`, where each bucket ends, then hash and number of each entry, all little-endian.
fn pack<'a>(words: impl Iterator<Item = (&'a str, u32)>) -> Vec<u8> {
    let mut entries: Vec<(u32, u32)> = words.map(|(word, number)| (fingerprint(word), number)).collect();
    entries.sort_unstable_by_key(|(hash, number)| (*hash, std::cmp::Reverse(*number)));
    entries.dedup_by_key(|(hash, _)| *hash);
    let mut bytes = MAGIC.to_vec();
    for bucket in 0..BUCKETS as u32 {
        let end = entries.partition_point(|(hash, _)| hash >> 20 <= bucket) as u32;
        bytes.extend(end.to_le_bytes());
    }
    bytes.extend(
        entries.iter().flat_map(|(hash, number)| [hash.to_le_bytes(), number.to_le_bytes()].concat()),
    );
    bytes
}

/// The two tables for rows of `token<TAB>weight`: the weights, and their sums for each skeleton. A Latin token counts
/// for its two most usual readings.
#[must_use]
pub fn tables(rows: &str) -> (Vec<u8>, Vec<u8>) {
    let rows = || {
        let pairs = rows.lines().filter_map(|row| row.split_once('\t'));
        pairs.filter_map(|(token, weight)| Some((token, weight.parse::<u32>().ok()?)))
    };
    let mut skeletons: BTreeMap<String, u32> = BTreeMap::new();
    for (token, weight) in rows().filter(|(token, _)| token.is_ascii()) {
        for sound in sounds(token).into_iter().take(2) {
            *skeletons.entry(sound.skeleton).or_default() += weight;
        }
    }
    (pack(rows()), pack(skeletons.iter().map(|(skeleton, weight)| (skeleton.as_str(), *weight))))
}

fn u32_at(table: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([table[at], table[at + 1], table[at + 2], table[at + 3]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_its_number_and_others_have_none() {
        let words: Vec<String> = (0..20_000).map(|number| format!("word{number}")).collect();
        let table = pack(words.iter().zip(0..).map(|(word, number)| (word.as_str(), number)));
        for (word, expected) in words.iter().zip(0..) {
            assert_eq!(number(&table, word), Some(expected), "{word}");
        }
        let strangers =
            (0..20_000).filter(|other| number(&table, &format!("other{other}")).is_some()).count();
        assert!(strangers <= 2, "{strangers}");
    }

    #[test]
    fn the_tables_are_made_from_the_rows_and_the_sounds_of_today() {
        let (weights, skeletons) = tables(include_str!("../data/population.tsv"));
        let stale = "run `cargo run --release -p muster-names --example make-weights`";
        assert!(weights == include_bytes!("../data/population.bin"), "{stale}");
        assert!(skeletons == include_bytes!("../data/skeletons.bin"), "{stale}");
    }

    #[test]
    fn common_names_are_common_and_rare_ones_rare() {
        use crate::population::{surprise, weight};
        assert!(weight("maria") > 10 * weight("scholastica"));
        assert!(weight("محمد") > 1000 && weight("王") > 1000 && weight("mohammed") > 1000);
        assert_eq!(weight("qqqzzzx"), 0);
        assert!(surprise(weight("maria").into(), 1) < surprise(weight("scholastica").into(), 1));
    }
}
