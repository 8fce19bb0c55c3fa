//! Dates of which only a part may be known.

use crate::text::{Rejected, as_text};
use jiff::civil::Date;
use std::{fmt, str::FromStr};

/// A date of birth as people know it: a year, a year and month, or a whole day.
///
/// Written `1990`, `1990-04` or `1990-04-17` (ISO 8601 with reduced precision). `Debug` does not show it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl PartialDate {
    /// A year, and what more is known of it.
    ///
    /// # Errors
    /// If there is no such day, or a day without a month, or a year outside 1880 to 2100.
    pub fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Result<Self, Rejected> {
        const WRONG: Rejected =
            Rejected::new("date", "write a year, year-month or year-month-day such as 1990-04-17");
        if !(1880..=2100).contains(&year) || (month.is_none() && day.is_some()) {
            return Err(WRONG);
        }
        Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_| WRONG)?;
        Ok(Self { year, month, day })
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The whole day, if it is known.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    /// The least and the greatest age in whole years this date allows on `day`.
    ///
    /// Someone born on 29 February has the birthday on 1 March in other years. A birth after `day` gives age 0.
    #[must_use]
    pub fn age_on(self, day: Date) -> (u16, u16) {
        let (first, last) = (self.first_month(), self.last_month());
        let youngest = years_between(self.year, last, self.day.unwrap_or(31), day);
        let oldest = years_between(self.year, first, self.day.unwrap_or(1), day);
        (youngest, oldest)
    }

    fn first_month(self) -> i8 {
        self.month.unwrap_or(1)
    }

    fn last_month(self) -> i8 {
        self.month.unwrap_or(12)
    }
}

fn years_between(year: i16, month: i8, day: i8, on: Date) -> u16 {
    let had_birthday = (on.month(), on.day()) >= (month, day);
    let age = on.year() - year - i16::from(!had_birthday);
    u16::try_from(age).unwrap_or(0)
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month.map_or(Ok(()), |month| write!(f, "-{month:02}"))?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}

impl FromStr for PartialDate {
    type Err = Rejected;
    fn from_str(text: &str) -> Result<Self, Rejected> {
        const WRONG: Rejected =
            Rejected::new("date", "write a year, year-month or year-month-day such as 1990-04-17");
        let mut parts = text.trim().split('-');
        let year = parts.next().filter(|y| y.len() == 4).ok_or(WRONG)?.parse().map_err(|_| WRONG)?;
        let mut small = || match parts.next() {
            None => Ok(None),
            Some(part) if (1..=2).contains(&part.len()) => part.parse::<i8>().map(Some).map_err(|_| WRONG),
            Some(_) => Err(WRONG),
        };
        let (month, day) = (small()?, small()?);
        if parts.next().is_some() { Err(WRONG) } else { Self::new(year, month, day) }
    }
}

as_text!(PartialDate);

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn a_year_alone_leaves_two_ages_open() {
        let born: PartialDate = "2004".parse().unwrap();
        assert_eq!(born.age_on(date(2022, 3, 1)), (17, 18));
    }

    #[test]
    fn a_day_decides_the_age() {
        let born: PartialDate = "2004-03-01".parse().unwrap();
        assert_eq!(born.age_on(date(2022, 3, 1)), (18, 18));
        assert_eq!(born.age_on(date(2022, 2, 28)), (17, 17));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "04", "2004-13", "2004-02-30", "2004-1-2-3", "soon", "2004--1", "1700"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(year in 1900_i16..2022, month in 1_i8..=12, day in 1_i8..=28) {
            for date in [PartialDate::new(year, None, None), PartialDate::new(year, Some(month), None), PartialDate::new(year, Some(month), Some(day))] {
                let date = date.unwrap();
                prop_assert_eq!(date, date.to_string().parse().unwrap());
                let (low, high) = date.age_on(jiff::civil::date(2022, 3, 1));
                prop_assert!(low <= high && high <= low + 1);
            }
        }
    }
}
