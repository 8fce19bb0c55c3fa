//! A time as somebody names it, in a zone whose clocks jump twice a year.

use jiff::{Timestamp, civil::Date, civil::Time, tz::AmbiguousOffset, tz::TimeZone};

/// What a time on the clocks of a zone is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hour {
    /// One moment.
    Once(Timestamp),
    /// No moment: the clocks go forward over it.
    Never,
    /// Two moments: the clocks go back over it.
    Twice {
        /// Before they go back.
        first: Timestamp,
        /// After.
        second: Timestamp,
    },
}

/// The moment at which the clocks of a zone show a day and a time. A zone that nobody knows counts as UTC.
#[must_use]
pub fn hour(zone: &str, day: Date, time: Time) -> Hour {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let shown = day.to_datetime(time);
    match zone.to_ambiguous_timestamp(shown).offset() {
        AmbiguousOffset::Unambiguous { offset } => offset.to_timestamp(shown).map_or(Hour::Never, Hour::Once),
        AmbiguousOffset::Gap { .. } => Hour::Never,
        AmbiguousOffset::Fold { before, after } => {
            match (before.to_timestamp(shown), after.to_timestamp(shown)) {
                (Ok(first), Ok(second)) => Hour::Twice { first, second },
                _ => Hour::Never,
            }
        }
    }
}

/// A time as people write it on 24 hours: `14:30`, `14.30`, `1430` or `14`.
#[must_use]
pub fn read_time(typed: &str) -> Option<Time> {
    let typed = typed.trim();
    let (hour, minute) = match typed.split_once([':', '.', ' ']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return None,
        None if (3..=4).contains(&typed.len()) && typed.is_ascii() => typed.split_at(typed.len() - 2),
        None => (typed, "0"),
    };
    let number = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<i8>().ok())?;
    Time::new(number(hour)?, number(minute)?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn a_time_that_the_clocks_jump_over_is_none_and_one_they_repeat_is_two() {
        let zone = "Europe/London";
        assert_eq!(hour(zone, date(2022, 3, 27), time(1, 30, 0, 0)), Hour::Never);
        let Hour::Twice { first, second } = hour(zone, date(2022, 10, 30), time(1, 30, 0, 0)) else {
            panic!("the clocks go back then")
        };
        assert_eq!(second.as_second() - first.as_second(), 3600);
        let noon = "2022-03-03T12:00:00Z".parse().unwrap();
        assert_eq!(hour(zone, date(2022, 3, 3), time(12, 0, 0, 0)), Hour::Once(noon));
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for typed in ["14:30", "14.30", "1430", " 14:30 "] {
            assert_eq!(read_time(typed), Some(time(14, 30, 0, 0)), "{typed}");
        }
        assert_eq!(read_time("9"), Some(time(9, 0, 0, 0)));
        for typed in ["", "25:00", "14:3", "half past two", "-9", "14:-1", "99999", "٣"] {
            assert_eq!(read_time(typed), None, "{typed}");
        }
    }
}
