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

/// The calibrated probability of a score.
pub(crate) fn probability(score: i32) -> Probability {
    // A logistic curve through the development half: see `docs/decisions`.
    let x = f64::from(score) / 1000.0;
    let p = 1.0 / (1.0 + (-(x - 18.0) * 0.35).exp());
    Probability((p * 1_000_000.0).round() as u32)
}
