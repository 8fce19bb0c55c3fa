//! The published constants of the score. Changing one is a new version of the engine.

use crate::Probability;

/// At this score somebody must look: the alert threshold, in thousandths of a bit.
pub(crate) const ALERT: i32 = 15_000;
/// At this score two people must clear it.
pub(crate) const STRONG: i32 = 21_000;

/// Without so much of a name no alert is given but for a document.
pub(crate) const LEAST_NAME: i32 = 9_000;

/// A word on each side that finds no partner: different names.
pub(super) const CONFLICT: i32 = -8_000;
/// The same in names of organisations, which share words of trade.
pub(super) const CONFLICT_ORGANISATION: i32 = -15_000;
/// The same where one of them is an initial.
pub(super) const CONFLICT_INITIAL: i32 = -4_000;
/// A word of the subject that the entry lacks.
pub(super) const EXTRA_ASKED: i32 = -2_000;
/// A word of the entry that the subject lacks.
pub(super) const EXTRA_LISTED: i32 = -1_200;
/// A patronymic only one side has.
pub(super) const EXTRA_PATRONYMIC: i32 = -500;
/// Two words written as one.
pub(super) const JOINED: i32 = -500;
/// The same where only the consonants agree.
pub(super) const JOINED_CONSONANTS: i32 = -4_000;
/// A weak alias, as its publisher grades it.
pub(crate) const WEAK_ALIAS: i32 = -1_500;
/// For every pair of words after the first: words of one language go together, so each tells less.
pub(super) const TOGETHER: i32 = -2_000;
/// Beyond this a further bit of the name counts a third.
pub(super) const LONG: i32 = 32_000;
/// The most that names come to whose first words differ while others agree: relatives share the rest.
pub(super) const RELATIVES: i32 = 13_000;
/// Every word of both names has its partner, by a rule close enough.
pub(crate) const WHOLE_NAME: i32 = 2_000;

/// Millionths of probability at each whole bit from [`FIRST`] on: 0.98 / (1 + e^(-0.32 (bits - 20))), a logistic curve
/// (Platt 1999) fitted to pairs that analysts have labelled. It never reaches certainty: labels are wrong now and then.
const CURVE: [u32; 71] = [
    66, 91, 126, 173, 239, 329, 453, 623, 858, 1_181, 1_626, 2_237, 3_078, 4_234, 5_822, 7_999, 10_982,
    15_060, 20_621, 28_174, 38_382, 52_088, 70_322, 94_291, 125_304, 164_622, 213_199, 271_341, 338_342,
    412_262, 490_000, 567_738, 641_658, 708_659, 766_801, 815_378, 854_696, 885_709, 909_678, 927_912,
    941_618, 951_826, 959_379, 964_940, 969_018, 972_001, 974_178, 975_766, 976_922, 977_763, 978_374,
    978_819, 979_142, 979_377, 979_547, 979_671, 979_761, 979_827, 979_874, 979_909, 979_934, 979_952,
    979_965, 979_975, 979_982, 979_987, 979_990, 979_993, 979_995, 979_996, 979_997,
];

/// The bit the curve begins at.
const FIRST: i32 = -10;

/// The calibrated probability of a score, by integers alone.
pub(crate) fn probability(score: i32) -> Probability {
    let last = FIRST + CURVE.len() as i32 - 1;
    let score = score.clamp(FIRST * 1000, last * 1000 - 1);
    let (bit, rest) = (score.div_euclid(1000), score.rem_euclid(1000) as u32);
    let at = (bit - FIRST) as usize;
    let (low, high) = (CURVE[at], CURVE[at + 1]);
    Probability(low + (high - low) * rest / 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probability_grows_with_the_score() {
        let all: Vec<u32> = (-200..800).map(|tenth| probability(tenth * 100).0).collect();
        assert!(all.is_sorted());
        assert!(probability(i32::MIN) < probability(0) && probability(i32::MAX).value() < 1.0);
    }

    #[test]
    fn whoever_two_people_must_clear_is_more_likely_the_one_than_not() {
        assert!(probability(STRONG).value() > 0.5 && probability(ALERT).value() < 0.5);
    }
}
