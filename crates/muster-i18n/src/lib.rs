//! Messages, plurals, direction, choosing a locale.
//!
//! What it is: a [`Catalog`] of every sentence people read, in every language, written in Fluent; and what each language
//! calls countries, languages and months.
//!
//! What it promises: a catalogue that was read is whole. Each message is in each language, with the same variables,
//! and every fault is told at once, with its file and line, before anybody is served.
//!
//! What it never does: read a file, a clock or the settings of a host; guess a language from a country.
//!
//! ```
//! use muster_i18n::{Arg, Catalog, Source};
//!
//! let english = "\
//! start-title = Apply to help
//! queue-ahead = { $count ->
//!     [one] { $count } person is before you
//!    *[other] { $count } people are before you
//! }
//! ";
//! let ukrainian = "\
//! start-title = Подайте заяву, щоб допомогти
//! queue-ahead = { $count ->
//!     [one] Перед вами { $count } особа
//!     [few] Перед вами { $count } особи
//!    *[many] Перед вами { $count } осіб
//! }
//! ";
//! let catalog = Catalog::read("en", &[
//!     Source { language: "en", file: "start.ftl", text: english },
//!     Source { language: "uk", file: "start.ftl", text: ukrainian },
//! ]).expect("both languages say the same");
//!
//! let locale = catalog.negotiate("uk-UA, en;q=0.5");
//! assert_eq!(catalog.say(locale, "start-title"), "Подайте заяву, щоб допомогти");
//! assert_eq!(catalog.say_plain(locale, "queue-ahead", &[("count", Arg::Number(3))]), "Перед вами 3 особи");
//!
//! let day = jiff::civil::date(2022, 3, 3);
//! assert_eq!(muster_i18n::long_date(locale, day), "3 березня 2022");
//! assert_eq!(muster_i18n::read_month("бер"), Some(3));
//! ```

mod arg;
mod catalog;
mod locale;
mod names;
mod number;
mod problem;
mod pseudo;
mod read;

pub use arg::Arg;
pub use catalog::{Catalog, Source};
pub use locale::{Direction, Locale};
pub use names::{
    countries, country_name, language_name, languages, long_date, month_name, month_name_in_date, read_month,
};
pub use number::number;
pub use problem::{Fault, Problem};
