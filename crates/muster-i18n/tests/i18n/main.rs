//! Messages, names and dates, as pages and letters ask for them.

mod dates;
mod languages;
mod messages;
mod names;
mod plurals;
mod problems;
mod pseudo;

use muster_i18n::{Catalog, Locale, Problem, Source};

/// A catalogue of one file in English and one in Ukrainian.
fn read(english: &str, ukrainian: &str) -> Result<Catalog, Vec<Problem>> {
    let source = |language, text| Source { language, file: "start.ftl", text };
    Catalog::read("en", &[source("en", english), source("uk", ukrainian)])
}

fn catalog(english: &str, ukrainian: &str) -> Catalog {
    read(english, ukrainian).unwrap()
}

/// English and Ukrainian, for what needs no messages of its own.
fn both() -> (Locale, Locale) {
    let catalog = catalog("start-title = Apply", "start-title = Подати заяву");
    (catalog.locale("en").unwrap(), catalog.locale("uk").unwrap())
}
