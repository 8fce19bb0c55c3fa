//! How two dates of birth compare.

use crate::{Born, Likeness};

/// Rule, in a word, and thousandths of a bit.
pub(super) fn born_level(a: Born, l: Born) -> (&'static str, Likeness, i32) {
    let gap = gap(a, l);
    if is_day(a)
        && is_day(l)
        && let Some(level) = days(a, l, gap)
    {
        return level;
    }
    match gap {
        0 if a.year == a.to_year && l.year == l.to_year => {
            if a.month == 0 || l.month == 0 {
                ("born.same_year", Likeness::Same, 3_500)
            } else if a.month == l.month {
                ("born.same_month", Likeness::Same, 6_500)
            } else {
                ("born.other_month", Likeness::Similar, 500)
            }
        }
        0 => ("born.within_span", Likeness::Similar, 2_000),
        1 => ("born.one_year_off", Likeness::Similar, 0),
        2 => ("born.two_years_off", Likeness::Different, -3_000),
        3..=5 if a.about || l.about => ("born.about", Likeness::Similar, -1_000),
        3..=5 => ("born.years_off", Likeness::Different, -9_000),
        6..=10 => ("born.many_years_off", Likeness::Different, -12_000),
        _ => ("born.far_off", Likeness::Different, -17_000),
    }
}

/// Two whole days.
fn days(a: Born, l: Born, gap: u16) -> Option<(&'static str, Likeness, i32)> {
    if (a.year, a.month, a.day) == (l.year, l.month, l.day) {
        // The first of January is what offices write when they know the year only: it says less.
        let bits = if (a.month, a.day) == (1, 1) { 6_000 } else { 9_000 };
        return Some(("born.same_day", Likeness::Same, bits));
    }
    if a.year == l.year && (a.month, a.day) == (l.day, l.month) {
        return Some(("born.day_month_swapped", Likeness::Similar, 6_000));
    }
    if digits_that_differ(a, l) == 1 {
        return Some(("born.one_digit", Likeness::Similar, if gap == 0 { 3_500 } else { 2_500 }));
    }
    if gap == 0 {
        return Some(("born.same_year_only", Likeness::Similar, 500));
    }
    if (a.month, a.day) == (l.month, l.day) && (a.month, a.day) != (1, 1) && gap <= 10 {
        return Some(("born.same_day_other_year", Likeness::Similar, 0));
    }
    None
}

const fn is_day(date: Born) -> bool {
    date.day > 0 && date.month > 0 && date.year == date.to_year && !date.about
}

/// Years between two dates or spans.
const fn gap(a: Born, l: Born) -> u16 {
    if a.to_year < l.year { l.year - a.to_year } else { a.year.saturating_sub(l.to_year) }
}

fn digits_that_differ(a: Born, l: Born) -> usize {
    let digits = |date: Born| {
        let number = u32::from(date.year) * 10_000 + u32::from(date.month) * 100 + u32::from(date.day);
        (0..8).map(move |place| number / 10_u32.pow(place) % 10)
    };
    digits(a).zip(digits(l)).filter(|(a, l)| a != l).count()
}
