//! How frequent a name is among people at large: what makes a rare name weigh more than a common one.
//!
//! One table for the whole world and everybody: it says how often a word is somebody's name, never where from.

use crate::{bits::log2_ratio, sound::sounds};
use std::{collections::HashMap, sync::LazyLock};

/// Occurrences are counted per this many tokens.
pub const TOKENS: u64 = 10_000_000;

struct Population {
    texts: HashMap<&'static str, u32>,
    skeletons: HashMap<String, u64>,
}

static POPULATION: LazyLock<Population> = LazyLock::new(|| {
    let mut texts = HashMap::new();
    let mut skeletons: HashMap<String, u64> = HashMap::new();
    for line in include_str!("../data/population.tsv").lines() {
        let Some((token, weight)) = line.split_once('\t') else { continue };
        let weight = weight.parse().unwrap_or(0);
        texts.insert(token, weight);
        if token.is_ascii() {
            for sound in sounds(token).into_iter().take(2) {
                *skeletons.entry(sound.skeleton).or_default() += u64::from(weight);
            }
        }
    }
    Population { texts, skeletons }
});

/// Occurrences of a folded token among ten million.
#[must_use]
pub fn weight(text: &str) -> u32 {
    POPULATION.texts.get(text).copied().unwrap_or(0)
}

/// Occurrences of all tokens with this skeleton.
#[must_use]
pub fn skeleton_weight(skeleton: &str) -> u64 {
    POPULATION.skeletons.get(skeleton).copied().unwrap_or(0)
}

/// How surprising a token is, in thousandths of a bit; a token never seen counts as `unseen` occurrences.
#[must_use]
pub fn surprise(weight: u64, unseen: u64) -> i32 {
    log2_ratio(TOKENS, weight + unseen)
}
