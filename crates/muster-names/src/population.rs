//! How frequent a name is among people at large: what makes a rare name weigh more than a common one.
//!
//! One table for the whole world and everybody: it says how often a word is somebody's name, never where from.

use crate::{MilliBits, bits::log2_ratio, packed::number};

/// Occurrences are counted per this many tokens.
pub const TOKENS: u64 = 10_000_000;

/// `data/population.tsv` and the sums of its weights for each skeleton, made by the example `make-weights`.
static WEIGHTS: &[u8] = include_bytes!("../data/population.bin");
static SKELETONS: &[u8] = include_bytes!("../data/skeletons.bin");

/// Occurrences of a folded token among ten million.
#[must_use]
pub fn weight(text: &str) -> u32 {
    number(WEIGHTS, text).unwrap_or(0)
}

/// Occurrences of all tokens with this skeleton.
#[must_use]
pub fn skeleton_weight(skeleton: &str) -> u64 {
    number(SKELETONS, skeleton).unwrap_or(0).into()
}

/// How surprising a token is, in thousandths of a bit; a token never seen counts as `unseen` occurrences.
#[must_use]
pub fn surprise(weight: u64, unseen: u64) -> MilliBits {
    log2_ratio(TOKENS, weight + unseen)
}

/// How surprising it is that a stranger has these consonants. No table is complete: what it lacks is assumed to be as
/// frequent as skeletons of that length are.
pub(crate) fn skeleton_surprise(skeleton: &str) -> MilliBits {
    surprise(
        skeleton_weight(skeleton),
        match skeleton.len() {
            0 | 1 => 300_000,
            2 => 40_000,
            3 => 6_000,
            4 => 1_200,
            5 => 300,
            6 => 100,
            _ => 50,
        },
    )
}

/// How surprising a folded text is, letter by letter.
pub(crate) fn letters_surprise(text: &str) -> MilliBits {
    let unseen = match (text.is_ascii(), text.chars().count()) {
        (_, 0 | 1) => 100_000,
        (true, 2) => 20_000,
        (true, 3) => 3_000,
        (true, 4) => 500,
        (true, 5) => 120,
        (false, 2) => 1_000,
        (false, 3) => 200,
        _ => 50,
    };
    surprise(u64::from(weight(text)), unseen)
}
