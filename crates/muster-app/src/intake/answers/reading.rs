//! Reading single answers, and noting what is wrong with them.

use super::{
    fault::{AnswerFault, Fault},
    scripts::has_mixed_word,
};
use crate::programme::DONT_KNOW;
use jiff::civil::Date;
use muster_case::intake::RawAnswers;
use muster_i18n::{Locale, country_name, read_month};
use muster_vocab::{Country, Language, PartialDate};
use serde::de::DeserializeOwned;

/// Longer than a name, a unit or a trade is.
pub(super) const LINE_MAX: usize = 200;
/// Several paragraphs.
pub(super) const TEXT_MAX: usize = 4_000;
/// Nobody who is alive was born before.
const YEAR_LEAST: i16 = 1900;

/// A fault, and the field on the same page that shows it to be one.
pub(super) struct Noted {
    pub(super) fault: AnswerFault,
    pub(super) beside: Option<&'static str>,
}

/// Answers being read.
pub(super) struct Reading<'a> {
    answers: &'a RawAnswers,
    pub(super) today: Date,
    pub(super) noted: Vec<Noted>,
}

impl<'a> Reading<'a> {
    pub(super) const fn new(answers: &'a RawAnswers, today: Date) -> Self {
        Self { answers, today, noted: Vec::new() }
    }

    /// Every answer, by its field.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        self.answers.0.iter().map(|(name, text)| (name.as_str(), text.trim()))
    }

    /// What was typed, if anything.
    pub(super) fn said(&self, field: &str) -> Option<&'a str> {
        self.answers.0.get(field).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    pub(super) fn note(&mut self, field: &str, fault: Fault) {
        let fault = AnswerFault { field: field.to_owned(), fault };
        self.noted.push(Noted { fault, beside: None });
    }

    /// A field is missing because another was answered.
    pub(super) fn miss_beside(&mut self, field: &str, beside: &'static str) {
        self.noted.push(Noted { fault: AnswerFault::missing(field), beside: Some(beside) });
    }

    /// What was read; a field that nobody answered is missing.
    pub(super) fn needed<T>(
        &mut self,
        field: &str,
        read: impl FnOnce(&mut Self, &str) -> Option<T>,
    ) -> Option<T> {
        if self.said(field).is_none_or(|said| said == DONT_KNOW) {
            self.note(field, Fault::Missing);
        }
        read(self, field)
    }

    /// One line of text.
    pub(super) fn line(&mut self, field: &str) -> Option<&'a str> {
        self.text(field, LINE_MAX, &[])
    }

    /// Several lines of text.
    pub(super) fn lines(&mut self, field: &str) -> String {
        self.text(field, TEXT_MAX, &['\n', '\r', '\t']).unwrap_or_default().to_owned()
    }

    fn text(&mut self, field: &str, chars_max: usize, may: &[char]) -> Option<&'a str> {
        let said = self.said(field)?;
        if said.chars().any(|letter| letter.is_control() && !may.contains(&letter)) {
            self.note(field, Fault::ControlCharacters);
        } else if said.chars().count() > chars_max {
            self.note(field, Fault::TooLong);
        }
        Some(said)
    }

    /// A part of a name, in any script. A word of two scripts is asked about once.
    pub(super) fn name_part(&mut self, field: &str) -> Option<&'a str> {
        let said = self.line(field)?;
        if self.said("names_as_typed") != Some("yes") && has_mixed_word(said) {
            self.note(field, Fault::MixedScripts);
        }
        Some(said)
    }

    /// A day, or as much of it as is known: a year, or a year and a month.
    pub(super) fn date(&mut self, field: &str) -> Option<PartialDate> {
        let part = |name: &str| self.said(&format!("{field}.{name}"));
        let (day, month, year) = (part("day"), part("month"), part("year"));
        if day.is_none() && month.is_none() && year.is_none() {
            return None;
        }
        let read = parts_of_date(day, month, year);
        read.map_err(|fault| self.note(field, fault)).ok()
    }

    /// A date that has come.
    pub(super) fn past_date(&mut self, field: &str) -> Option<PartialDate> {
        let date = self.date(field)?;
        let today = self.today.to_string();
        // As text both are written from the year down, so a partial date compares with the same part of today.
        let written = date.to_string();
        if today.get(..written.len()).is_some_and(|part| written.as_str() > part) {
            self.note(field, Fault::InFuture);
            return None;
        }
        Some(date)
    }

    /// A year that has come.
    pub(super) fn past_year(&mut self, field: &str) -> Option<i16> {
        let said = self.said(field)?;
        let fault = match whole_year(said) {
            None => Fault::NotADate,
            Some(year) if year < YEAR_LEAST => Fault::TooLongAgo,
            Some(year) if year > self.today.year() => Fault::InFuture,
            Some(year) => return Some(year),
        };
        self.note(field, fault);
        None
    }

    /// A country that there is.
    pub(super) fn country(&mut self, field: &str) -> Option<Country> {
        let country: Option<Country> = self.said(field)?.parse().ok();
        let known = country.filter(|country| country_name(Locale::PSEUDO, *country).is_some());
        if known.is_none() {
            self.note(field, Fault::NoSuchChoice);
        }
        known
    }

    /// Languages by their codes, each once.
    pub(super) fn languages(&mut self, field: &str) -> Vec<Language> {
        let mut languages = Vec::new();
        for code in self.said(field).unwrap_or_default().split_whitespace() {
            match code.parse() {
                Ok(language) if !languages.contains(&language) => languages.push(language),
                Ok(_) => {}
                Err(_) => {
                    self.note(field, Fault::NoSuchChoice);
                    break;
                }
            }
        }
        languages
    }

    /// One of the words of a type. Whoever does not know has not answered.
    pub(super) fn choice<T: DeserializeOwned>(&mut self, field: &str) -> Option<T> {
        let said = self.said(field).filter(|said| *said != DONT_KNOW)?;
        let read = serde_json::from_value(serde_json::Value::String(said.to_owned())).ok();
        if read.is_none() {
            self.note(field, Fault::NoSuchChoice);
        }
        read
    }

    /// Words of the programme's own lists: `helicopter_pilot`.
    pub(super) fn own_words(&mut self, field: &str) -> Vec<String> {
        let said = self.said(field).filter(|said| *said != DONT_KNOW).unwrap_or_default();
        let mut words: Vec<String> = Vec::new();
        for word in said.split_whitespace() {
            let fits = word.len() <= 60
                && word
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-'));
            if !fits {
                self.note(field, Fault::NoSuchChoice);
                break;
            }
            if words.iter().all(|known| known != word) {
                words.push(word.to_owned());
            }
        }
        words
    }

    /// Yes or no. Whoever does not know has not answered.
    pub(super) fn yes_no(&mut self, field: &str) -> Option<bool> {
        match self.said(field)? {
            "yes" => Some(true),
            "no" => Some(false),
            DONT_KNOW => None,
            _ => {
                self.note(field, Fault::NoSuchChoice);
                None
            }
        }
    }
}

/// A day, or as much of it as was given.
fn parts_of_date(day: Option<&str>, month: Option<&str>, year: Option<&str>) -> Result<PartialDate, Fault> {
    let year = whole_year(year.ok_or(Fault::NotADate)?).ok_or(Fault::NotADate)?;
    let month = month.map(|text| read_month(text).ok_or_else(|| not_on_a_calendar(text))).transpose()?;
    let day = day.map(|text| text.parse().map_err(|_| not_on_a_calendar(text))).transpose()?;
    if day.is_some() && month.is_none() {
        return Err(Fault::NotADate);
    }
    if year < YEAR_LEAST {
        return Err(Fault::TooLongAgo);
    }
    PartialDate::new(year, month, day)
        .map_err(|_| if year > 2100 { Fault::InFuture } else { Fault::NoSuchDay })
}

/// A year of four digits. One of two is asked again: 05 is 1905 to one and 2005 to another.
fn whole_year(text: &str) -> Option<i16> {
    let four = text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse().ok().filter(|_| four)
}

/// A number that is no month or no day; or no number at all.
fn not_on_a_calendar(text: &str) -> Fault {
    if text.bytes().all(|digit| digit.is_ascii_digit()) { Fault::NoSuchDay } else { Fault::NotADate }
}
