//! Makes the tables in `data` from the JSON of CLDR. The README there says where to get it.
//!
//!     cargo run -p muster-i18n --example make-names -- FOLDER crates/muster-i18n/data

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::Locale;
use serde_json::Value;
use std::{error::Error, fmt::Write as _, fs, path::Path};

type Made<T> = Result<T, Box<dyn Error>>;

/// Our tag, and the locale of CLDR whose words it has. British English writes the day before the month, as most of
/// the world does.
const LANGUAGES: [(&str, &str); 2] = [("en", "en-GB"), ("uk", "uk")];

/// Codes in the list of territories that are no country of ISO 3166-1: unions, groups, parts of others, and two that
/// are for tests. Kosovo (`XK`) is none either, but people come from there.
const NO_COUNTRIES: [&str; 14] =
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"];

/// Taken out of ISO 639-1: Serbian, Croatian and Bosnian have codes of their own.
const NO_LANGUAGES: [&str; 1] = ["sh"];

fn main() -> Made<()> {
    let mut folders = std::env::args().skip(1);
    let (Some(from), Some(to)) = (folders.next(), folders.next()) else {
        return Err("say the folder of the unpacked packages, and the folder to write to".into());
    };
    for (tag, cldr) in LANGUAGES {
        let folder = Path::new(&to).join(tag);
        fs::create_dir_all(&folder)?;
        let read = |package: &str, file: &str| -> Made<Value> {
            let path = Path::new(&from).join(package).join("main").join(cldr).join(file);
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let whole: Value = serde_json::from_str(&text)?;
            Ok(whole["main"][cldr].clone())
        };
        let names = |file: &str, kind: &str, without: &[&str]| -> Made<String> {
            listed(tag, &read("cldr-localenames-full", file)?["localeDisplayNames"][kind], without)
        };
        fs::write(folder.join("countries.tsv"), names("territories.json", "territories", &NO_COUNTRIES)?)?;
        fs::write(folder.join("languages.tsv"), names("languages.json", "languages", &NO_LANGUAGES)?)?;
        let calendar = &read("cldr-dates-full", "ca-gregorian.json")?["dates"]["calendars"]["gregorian"];
        let numbers = &read("cldr-numbers-full", "numbers.json")?["numbers"];
        fs::write(folder.join("formats.tsv"), formats(calendar, numbers)?)?;
    }
    Ok(())
}

/// Two-letter codes with their names, as the language sorts.
fn listed(tag: &str, names: &Value, without: &[&str]) -> Made<String> {
    let collator = collator(tag)?;
    let names = names.as_object().ok_or("there are no names")?;
    let mut rows: Vec<(&str, &str)> = names
        .iter()
        .filter(|(code, _)| code.len() == 2 && !without.contains(&code.as_str()))
        .filter_map(|(code, name)| Some((code.as_str(), name.as_str()?)))
        .collect();
    rows.sort_by(|(_, one), (_, other)| collator.compare(one, other));
    let mut text = String::new();
    for (code, name) in rows {
        writeln!(text, "{code}\t{name}")?;
    }
    Ok(text)
}

fn collator(tag: &str) -> Made<CollatorBorrowed<'static>> {
    Ok(Collator::try_new(tag.parse::<Locale>()?.into(), CollatorOptions::default())?)
}

/// Months, the long date and the marks within numbers.
fn formats(calendar: &Value, numbers: &Value) -> Made<String> {
    // What `number.rs` takes for granted.
    if numbers["minimumGroupingDigits"] != "1"
        || numbers["decimalFormats-numberSystem-latn"]["standard"] != "#,##0.###"
    {
        return Err("this language groups digits in another manner; teach `number.rs` first".into());
    }
    let mut text = String::new();
    let months = &calendar["months"];
    for month in 1..=12 {
        let word = |kind: &str, width: &str| {
            months[kind][width][month.to_string()].as_str().ok_or("a month has no name")
        };
        let alone = word("stand-alone", "wide")?;
        let within = word("format", "wide")?;
        let short = word("format", "abbreviated")?;
        writeln!(text, "month\t{month}\t{alone}\t{within}\t{short}")?;
    }
    writeln!(text, "date\t{}", calendar["dateFormats"]["long"].as_str().ok_or("there is no long date")?)?;
    let symbols = &numbers["symbols-numberSystem-latn"];
    for (key, symbol) in [("group", "group"), ("minus", "minusSign")] {
        let mark =
            symbols[symbol].as_str().and_then(|mark| mark.chars().next()).ok_or("a mark is missing")?;
        // A blank that must not break would not be seen in a table.
        writeln!(text, "{key}\tU+{:04X}", u32::from(mark))?;
    }
    Ok(text)
}
