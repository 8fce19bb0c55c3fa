//! The applicant's pages, from a first look to an answer. Numbers are those of the page list.

pub(crate) mod application;
pub(crate) mod come_back;
pub(crate) mod consent;
pub(crate) mod here;
pub(crate) mod letters;
pub(crate) mod missions;
pub(crate) mod my_data;
pub(crate) mod notice;
pub(crate) mod outcome;
pub(crate) mod pre_check;
mod question_page;
pub(crate) mod questions;
pub(crate) mod receipt;
pub(crate) mod review;
pub(crate) mod risks;
pub(crate) mod start;
pub(crate) mod statements;
pub(crate) mod status;
mod talk;
pub(crate) mod verify;
pub(crate) mod whole;

use crate::{Layout, samples::Gallery};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use muster_case::intake::{AGE_OF_MAJORITY, RawAnswers};
use muster_vocab::{Country, Language};

/// The day samples are made for.
pub(crate) const SAMPLE_DAY: Date = jiff::civil::date(2022, 3, 3);

/// The day of a time, counted as the domain counts ages.
pub(crate) fn today(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// Whether the birthday that was typed is certainly a minor's.
pub(crate) fn is_minor(answers: &RawAnswers, at: Timestamp) -> bool {
    let born = muster_app::intake::answers::born(answers);
    born.is_some_and(|born| born.age_on(today(at)).1 < AGE_OF_MAJORITY)
}

/// A country as the visitor calls it.
pub(crate) fn country(layout: &Layout, country: Country) -> String {
    muster_i18n::country_name(layout.locale(), country)
        .map_or_else(|| country.code().to_owned(), str::to_owned)
}

/// A language as the visitor calls it.
pub(crate) fn language(layout: &Layout, language: Language) -> String {
    muster_i18n::language_name(layout.locale(), language).map_or_else(|| language.to_string(), str::to_owned)
}

/// Other ways to help (capability A4), which the programme names.
pub(crate) fn other_ways(layout: &Layout) -> Vec<String> {
    let catalog = layout.catalog();
    let mut ids: Vec<&str> = catalog.ids().filter(|id| id.starts_with("help-other-")).collect();
    ids.sort_unstable();
    ids.into_iter().map(|id| layout.say(id).to_owned()).collect()
}

/// Every page in every state.
pub(crate) fn samples(gallery: &mut Gallery<'_>) {
    missions::samples(gallery);
    start::samples(gallery);
    pre_check::samples(gallery);
    notice::samples(gallery);
    risks::samples(gallery);
    consent::samples(gallery);
    whole::samples(gallery);
    application::samples(gallery);
    receipt::samples(gallery);
    come_back::samples(gallery);
    status::samples(gallery);
    review::samples(gallery);
    my_data::samples(gallery);
    verify::samples(gallery);
    statements::samples(gallery);
    letters::samples(gallery);
}
