//! The committed tables, read once when they are first asked for.

use crate::{Locale, pseudo::pseudo};
use muster_vocab::{Country, Language};
use std::{collections::BTreeMap, hash::Hash, str::FromStr, sync::LazyLock};

/// The names of one language.
pub(super) struct Names {
    pub(super) country: BTreeMap<Country, &'static str>,
    pub(super) countries: Vec<(Country, &'static str)>,
    pub(super) language: BTreeMap<Language, &'static str>,
    pub(super) languages: Vec<(Language, &'static str)>,
    pub(super) months: Vec<Month>,
    pub(super) date: &'static str,
    pub(super) group: char,
    pub(super) minus: char,
}

/// A month.
pub(super) struct Month {
    pub(super) alone: &'static str,
    pub(super) within: &'static str,
    pub(super) short: &'static str,
}

struct Files {
    countries: &'static str,
    languages: &'static str,
    formats: &'static str,
}

macro_rules! files {
    ($folder:literal) => {
        Files {
            countries: include_str!(concat!("../../data/", $folder, "/countries.tsv")),
            languages: include_str!(concat!("../../data/", $folder, "/languages.tsv")),
            formats: include_str!(concat!("../../data/", $folder, "/formats.tsv")),
        }
    };
}

type Change = fn(&'static str) -> &'static str;

static ENGLISH: LazyLock<Names> = LazyLock::new(|| Names::read(&files!("en"), |name| name));
static UKRAINIAN: LazyLock<Names> = LazyLock::new(|| Names::read(&files!("uk"), |name| name));
/// Written backwards once, and kept as long as the tables themselves.
static PSEUDO: LazyLock<Names> =
    LazyLock::new(|| Names::read(&files!("en"), |name| pseudo(name).into_owned().leak()));

pub(super) fn names(locale: Locale) -> &'static Names {
    match locale {
        Locale::UKRAINIAN => &UKRAINIAN,
        Locale::PSEUDO => &PSEUDO,
        _ => &ENGLISH,
    }
}

impl Names {
    fn read(files: &Files, change: Change) -> Self {
        let countries = rows(files.countries, change);
        let languages: Vec<(Language, &str)> = rows(files.languages, |name| name);
        let format = |key: &str| {
            let lines = files.formats.lines().filter_map(|line| line.split_once('\t'));
            lines.filter(move |(name, _)| *name == key).map(|(_, value)| value).collect::<Vec<_>>()
        };
        let mark = |key: &str| {
            let code = format(key).first().and_then(|value| value.strip_prefix("U+"));
            let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
            letter.expect("the table has the marks of numbers")
        };
        let month = |row: &'static str| {
            let mut words = row.split('\t').skip(1).map(change);
            let mut word = || words.next().expect("a month has three names");
            Month { alone: word(), within: word(), short: word() }
        };
        Self {
            country: countries.iter().copied().collect(),
            countries,
            language: languages.iter().map(|(code, name)| (*code, change(name))).collect(),
            languages: languages.into_iter().map(|(code, name)| (code, change(first_upper(name)))).collect(),
            months: format("month").into_iter().map(month).collect(),
            date: format("date").first().expect("the table has the long date"),
            group: mark("group"),
            minus: mark("minus"),
        }
    }
}

fn rows<T: FromStr + Eq + Hash>(table: &'static str, change: Change) -> Vec<(T, &'static str)> {
    let row = |line: &'static str| {
        let (code, name) = line.split_once('\t')?;
        Some((code.parse().ok()?, change(name)))
    };
    table.lines().map(|line| row(line).expect("a row is a code and a name")).collect()
}

/// Some languages write names of languages small, but not at the beginning of a line of a list.
fn first_upper(name: &'static str) -> &'static str {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect::<String>().leak(),
        _ => name,
    }
}
