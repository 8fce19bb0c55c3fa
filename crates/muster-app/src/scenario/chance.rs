//! Chance for the scenario: one stream of dice for each aspect of each person.

use muster_vocab::{Dice, SeededDice};

/// What is being drawn. Each aspect has its own streams, so that changing one never shifts another.
#[derive(Debug, Clone, Copy)]
pub(super) enum Aspect {
    Age = 1,
    Citizenship = 2,
    Name = 3,
    Service = 4,
    Disclosure = 5,
    Document = 6,
    Contact = 7,
    Arrival = 8,
    Truth = 9,
    Qualities = 10,
    After = 11,
    Duplicate = 12,
    Household = 13,
    Watchlist = 14,
    Planted = 15,
    Words = 16,
}

/// The dice of one aspect of one person (or list entry).
pub(super) fn dice(seed: u64, aspect: Aspect, who: u32) -> SeededDice {
    SeededDice::stream(seed, ((aspect as u64) << 32) | u64::from(who))
}

/// A number around 0 with standard deviation 1: twelve fractions less six, which needs no function of the
/// machine's mathematics library and so is the same on every machine.
pub(super) fn normal(dice: &mut impl Dice) -> f64 {
    (0..12).map(|_| dice.fraction()).sum::<f64>() - 6.0
}

/// A wait with this mean: mostly short, never longer than three times the mean.
pub(super) fn wait(dice: &mut impl Dice, mean: f64) -> f64 {
    let fraction = dice.fraction();
    3.0 * mean * fraction * fraction
}

/// A choice among weighted values of a small, copied type.
pub(super) fn choose<T: Copy>(dice: &mut impl Dice, from: &[(T, f64)]) -> T {
    *dice.weighted(from)
}
