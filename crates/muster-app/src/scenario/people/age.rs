//! Ages and sexes.

use jiff::{ToSpan as _, civil::Date};
use muster_case::intake::Sex;
use muster_vocab::{Dice, PartialDate};

/// Bands of age in whole years, first and last, with their shares.
pub(crate) const BANDS: [((i64, i64), f64); 7] = [
    ((13, 17), 0.035),
    ((18, 24), 0.205),
    ((25, 34), 0.335),
    ((35, 44), 0.245),
    ((45, 54), 0.125),
    ((55, 60), 0.03),
    ((61, 81), 0.025),
];

/// An age in whole years.
pub(crate) fn draw(dice: &mut impl Dice) -> i64 {
    let (low, high) = *dice.weighted(&BANDS);
    dice.between(low, high)
}

/// A birthday that makes somebody `age` years old on `day`. Now and then only the year or the month is written, where
/// that leaves no doubt about the band.
pub(crate) fn birthday(age: i64, day: Date, dice: &mut impl Dice) -> PartialDate {
    let born = day - age.years() - dice.between(0, 364).days();
    let whole = PartialDate::new(born.year(), Some(born.month()), Some(born.day())).expect("a day that was");
    let careless = dice.chance(0.01);
    let partial = PartialDate::new(born.year(), None, None).expect("a year that was");
    let (low, high) = partial.age_on(day);
    let same_band = BANDS.iter().any(|((first, last), _)| {
        (*first..=*last).contains(&i64::from(low)) && (*first..=*last).contains(&i64::from(high))
    });
    if careless && same_band { partial } else { whole }
}

/// 95 % are men.
pub(crate) fn sex(dice: &mut impl Dice) -> Sex {
    if dice.chance(0.95) { Sex::Male } else { Sex::Female }
}
