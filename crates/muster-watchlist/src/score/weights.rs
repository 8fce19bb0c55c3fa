//! The published constants of the score. Changing one is a new version of the engine.

use crate::Probability;

/// At this score somebody must look: the alert threshold, in thousandths of a bit.
pub(crate) const ALERT: i32 = 15_000;
/// At this score two people must clear it.
pub(crate) const STRONG: i32 = 22_000;

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
/// The most that names come to whose first words differ while others agree: relatives share the rest.
pub(super) const RELATIVES: i32 = 13_000;
/// Every word of both names is the same.
pub(crate) const WHOLE_NAME: i32 = 2_000;

/// Millionths of probability at each whole bit from [`FIRST`] on: 0.99 / (1 + e^(-0.22 (bits - 21.2))), a logistic curve
/// (Platt 1999) fitted to pairs that analysts have labelled. It never reaches certainty: labels are wrong now and then.
const CURVE: [u32; 71] = [
    1_033, 1_287, 1_603, 1_997, 2_487, 3_097, 3_857, 4_801, 5_975, 7_435, 9_247, 11_496, 14_284, 17_737,
    22_004, 27_270, 33_751, 41_707, 51_437, 63_285, 77_637, 94_910, 115_539, 139_951, 168_527, 201_555,
    239_171, 281_302, 327_617, 377_495, 430_037, 484_112, 538_448, 591_749, 642_815, 690_646, 734_506,
    773_950, 808_807, 839_137, 865_173, 887_266, 905_829, 921_298, 934_099, 944_633, 953_259, 960_297,
    966_021, 970_664, 974_422, 977_460, 979_911, 981_887, 983_479, 984_760, 985_790, 986_619, 987_285,
    987_820, 988_249, 988_595, 988_872, 989_094, 989_273, 989_417, 989_532, 989_624, 989_698, 989_758,
    989_806,
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
