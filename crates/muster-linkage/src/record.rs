//! What somebody wrote in one application, as far as it tells who they are.

use muster_vocab::{Country, DocumentKind};
use std::{fmt, str::FromStr};

/// One application as it came. Everything may be missing; `Debug` shows nothing.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Record {
    /// Names: as in the passport, in the own script, former ones. Every one is compared.
    pub names: Vec<WrittenName>,
    /// The date of birth.
    pub born: Option<Born>,
    /// The sex in the passport.
    pub sex: Option<Sex>,
    /// Documents.
    pub documents: Vec<Paper>,
    /// Telephone numbers as written.
    pub phones: Vec<String>,
    /// E-mail addresses as written.
    pub emails: Vec<String>,
    /// Nationalities held. Only ever compared with those of another record.
    pub nationalities: Vec<Country>,
    /// The place of birth.
    pub birthplace: String,
    /// The country of residence.
    pub residence: Option<Country>,
    /// The town or suburb of residence.
    pub town: String,
    /// Street, number, postal code: what parts one household from another.
    pub address: String,
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Record(sealed)")
    }
}

/// A name in the parts a form has. Where the order is not known, everything is the family name.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct WrittenName {
    /// Given names.
    pub given: String,
    /// Middle names, patronymic.
    pub middle: String,
    /// Family names.
    pub family: String,
}

impl fmt::Debug for WrittenName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WrittenName(sealed)")
    }
}

/// A document: its kind, who issued it if that is known, its number as written.
#[derive(Clone, PartialEq, Eq)]
pub struct Paper {
    /// What kind it is. Numbers of two kinds are never compared.
    pub kind: DocumentKind,
    /// Who issued it.
    pub issuer: Option<Country>,
    /// The number as written.
    pub number: String,
}

impl fmt::Debug for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Paper(sealed)")
    }
}

/// The sex in a passport.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// F.
    Female,
    /// M.
    Male,
    /// X.
    Unspecified,
}

impl fmt::Debug for Sex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("sealed")
    }
}

/// A date of birth as typed: a year, a year and month, or a day.
///
/// Days that no calendar has (`1999-02-29`, `9193-08-05`) are kept: people mistype, and a mistyped date is still
/// compared digit by digit. `Debug` does not show it.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Born {
    /// The year.
    pub year: u16,
    /// The month, 0 if not known.
    pub month: u8,
    /// The day of the month, 0 if not known.
    pub day: u8,
}

/// What was written is no date of birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADate;

impl fmt::Display for NotADate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date of birth is written as year, year-month or year-month-day, such as 1990-04-17")
    }
}

impl std::error::Error for NotADate {}

impl FromStr for Born {
    type Err = NotADate;

    /// Reads `1990`, `1990-04`, `1990-04-17`, `19900417`.
    ///
    /// # Errors
    /// If it is written in another way.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let text = text.trim();
        if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return Err(NotADate);
        }
        if text.len() == 8 && !text.contains('-') {
            let part = |from, to| text[from..to].parse().map_err(|_| NotADate);
            return Ok(Self { year: part(0, 4)?, month: part(4, 6)? as u8, day: part(6, 8)? as u8 });
        }
        let mut parts = text.split('-');
        let year = parts.next().filter(|part| part.len() == 4).ok_or(NotADate)?;
        let mut small = || match parts.next() {
            None => Ok(0),
            Some(part) if (1..=2).contains(&part.len()) => part.parse::<u8>().map_err(|_| NotADate),
            Some(_) => Err(NotADate),
        };
        let (month, day) = (small()?, small()?);
        if parts.next().is_some() {
            return Err(NotADate);
        }
        Ok(Self { year: year.parse().map_err(|_| NotADate)?, month, day })
    }
}

impl fmt::Display for Born {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_forms_and_tables_write_it() {
        let day = Born { year: 1990, month: 4, day: 17 };
        for (text, born) in [
            ("1990-04-17", day),
            ("19900417", day),
            ("1990", Born { year: 1990, month: 0, day: 0 }),
            ("1990-04", Born { year: 1990, month: 4, day: 0 }),
        ] {
            assert_eq!(text.parse(), Ok(born), "{text}");
        }
        assert_eq!(day.to_string(), "1990-04-17");
    }

    #[test]
    fn a_day_no_calendar_has_is_kept_to_be_compared() {
        assert_eq!("1999-02-30".parse(), Ok(Born { year: 1999, month: 2, day: 30 }));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "90", "1990-1-2-3", "soon", "1990--1", "৯৯৯৯"] {
            assert_eq!(text.parse::<Born>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn debug_shows_nothing() {
        let record = Record {
            names: vec![WrittenName { family: "Rossi".into(), ..WrittenName::default() }],
            birthplace: "Torino".into(),
            born: Some(Born { year: 1990, month: 0, day: 0 }),
            sex: Some(Sex::Male),
            ..Record::default()
        };
        let told = format!("{record:?} {:?} {:?} {:?}", record.names, record.born, record.sex);
        assert!(!told.contains("Rossi") && !told.contains("1990") && !told.contains("Male"), "{told}");
    }
}
