//! Dates of birth as lists have them: a day, a year, a span, "about".

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// When somebody was born, as far as a list or a form knows.
///
/// Written `1960`, `1960-06`, `1960-06-29`, `1960/1965` for a span of years, with `~` before it for "about". Days and
/// months that no calendar has (`1960-13-45`) are kept as they are: lists and forms contain them, and they are compared
/// digit by digit. `Debug` does not show it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Born {
    /// The year, or the first of a span.
    pub year: u16,
    /// The last year of a span; the same as `year` for one date.
    pub to_year: u16,
    /// The month, 0 if not known.
    pub month: u8,
    /// The day of the month, 0 if not known.
    pub day: u8,
    /// "Circa".
    pub about: bool,
}

impl Born {
    /// One year.
    #[must_use]
    pub const fn year(year: u16) -> Self {
        Self { year, to_year: year, month: 0, day: 0, about: false }
    }

    /// One day.
    #[must_use]
    pub const fn day(year: u16, month: u8, day: u8) -> Self {
        Self { year, to_year: year, month, day, about: false }
    }

    /// Any year from `from` to `to`.
    #[must_use]
    pub const fn between(from: u16, to: u16) -> Self {
        Self { year: from, to_year: to, month: 0, day: 0, about: false }
    }

    /// The same, but only about.
    #[must_use]
    pub const fn about(self) -> Self {
        Self { about: true, ..self }
    }
}

/// What was written is no date of birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a date of birth is written as year, year-month, year-month-day or year/year")]
pub struct NotADate;

impl FromStr for Born {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let text = text.trim();
        let (text, about) = text.strip_prefix('~').map_or((text, false), |rest| (rest, true));
        let year = |part: &str| match part.parse::<u16>() {
            Ok(year) if part.len() == 4 => Ok(year),
            _ => Err(NotADate),
        };
        if let Some((from, to)) = text.split_once('/') {
            let (from, to) = (year(from)?, year(to)?);
            return Ok(Self { about, ..Self::between(from.min(to), from.max(to)) });
        }
        let mut parts = text.split('-');
        let first = year(parts.next().ok_or(NotADate)?)?;
        let mut small = || match parts.next() {
            None => Ok(0),
            Some(part) if (1..=2).contains(&part.len()) => part.parse::<u8>().map_err(|_| NotADate),
            Some(_) => Err(NotADate),
        };
        let (month, day) = (small()?, small()?);
        if parts.next().is_some() {
            return Err(NotADate);
        }
        Ok(Self { about, ..Self::day(first, month, day) })
    }
}

impl fmt::Display for Born {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.about {
            f.write_str("~")?;
        }
        write!(f, "{:04}", self.year)?;
        if self.to_year != self.year {
            return write!(f, "/{:04}", self.to_year);
        }
        if self.month > 0 || self.day > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Born {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}

impl Serialize for Born {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Born {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
