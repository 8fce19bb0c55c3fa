//! Small files of every format, about people who do not exist.

use muster_watchlist::Entry;
use muster_watchlist::lists::{Format, ListRefused, Reading, Source, read};
use std::fmt::Write as _;

/// A file, its format, and the text its first record begins with; in XML that is the tag of every record.
pub(crate) struct Fixture {
    pub(crate) name: &'static str,
    pub(crate) bytes: &'static [u8],
    pub(crate) format: Format,
    pub(crate) first: &'static str,
}

impl Fixture {
    /// Where the first record begins.
    pub(crate) fn body(&self) -> usize {
        let first = self.first.as_bytes();
        self.bytes.windows(first.len()).position(|window| window == first).expect("a first record")
    }

    /// The same with its records repeated, so that there is much to keep.
    pub(crate) fn repeated(&self) -> Vec<u8> {
        let tag = self.first.trim_matches(['<', '>', ' ']);
        let close = format!("</{tag}>");
        let end = if self.first.starts_with('<') {
            let last = self.bytes.windows(close.len()).rposition(|window| window == close.as_bytes());
            last.expect("an end of the records") + close.len()
        } else if matches!(self.name, "csl.json" | "proscribed.json") {
            // What repeats there would need commas between.
            self.body()
        } else {
            self.bytes.len()
        };
        let body = self.body();
        let ours = &self.bytes[body..end];
        [&self.bytes[..body], &ours.repeat(3), &self.bytes[end..]].concat()
    }
}

macro_rules! fixtures {
    ($($name:literal $format:ident $first:literal)*) => {
        /// All of them.
        pub(crate) const ALL: &[Fixture] = &[$(Fixture {
            name: $name,
            bytes: include_bytes!(concat!("fixtures/", $name)),
            format: Format::$format,
            first: $first,
        }),*];
    };
}

fixtures! {
    "sdn.csv" OfacCsv "1001,"
    "alt.csv" OfacCsv "1001,"
    "add.csv" OfacCsv "1001,"
    "sdn_comments.csv" OfacCsv "1002,"
    "sdn.xml" OfacXml "<sdnEntry>"
    "sdn_advanced.xml" OfacAdvancedXml "<DistinctParty "
    "un.xml" UnXml "<INDIVIDUAL>"
    "eu.xml" EuXml "<sanctionEntity "
    "eu_1_1.csv" EuCsv "\n2024"
    "eu_1_0.csv" EuCsv "\n28/10"
    "39999R0001.csv" EuJournalCsv "\n39999R"
    "ConList.csv" UkCsv "\nPAPER"
    "UK-Sanctions-List.csv" UkCsv "\n01/01"
    "UK-Sanctions-List.xml" UkXml "<Designation>"
    "ConList.xml" UkXml "<FinancialSanctionsTarget>"
    "csl.csv" ConsolidatedCsl "\nabc1"
    "csl.json" ConsolidatedCsl "{\"id\":\"abc1\""
    "entities.ftm.json" FollowTheMoney "{\"id\":\"NK-1\""
    "normal.jsonl" NormalisedJson "{\"id\":\"A1\""
    "proscribed.json" PakistanJson "{\"Name\":\"Invented"
    "mission-2026-03-01.csv" PlainCsv "\nM-1"
}

/// The one of that name.
pub(crate) fn named(name: &str) -> &'static Fixture {
    ALL.iter().find(|fixture| fixture.name == name).expect("a fixture of that name")
}

/// Reads bytes as files of these names.
pub(crate) fn read_bytes(files: &[(&str, &[u8])]) -> Result<Vec<Reading>, ListRefused> {
    read(files.iter().map(|(name, bytes)| Source { name, bytes: Box::new(*bytes) }).collect())
}

/// What is read from fixtures, for a person to look at.
pub(crate) fn shown(names: &[&str]) -> String {
    let files: Vec<_> = names.iter().map(|name| (*name, named(name).bytes)).collect();
    let mut text = String::new();
    for reading in read_bytes(&files).expect("a list that is read") {
        writeln!(text, "{}, {}", reading.list, reading.dated.as_deref().unwrap_or("no date"))
            .expect("a string");
        for entry in &reading.entries {
            show(entry, &mut text).expect("a string");
        }
        for bad in &reading.bad {
            writeln!(text, "! {bad}").expect("a string");
        }
    }
    text
}

fn show(entry: &Entry, text: &mut String) -> std::fmt::Result {
    write!(text, "- {}, {:?}", entry.id, entry.kind)?;
    if let Some(sex) = entry.sex {
        write!(text, ", {sex:?}")?;
    }
    writeln!(text)?;
    for name in &entry.names {
        writeln!(text, "  {:?}: {}", name.strength, name.text)?;
    }
    let born = entry.born.iter().map(ToString::to_string).collect();
    let documents =
        entry.documents.iter().map(|d| format!("{}|{}|{}", d.kind, d.number, d.country)).collect();
    for (what, list) in [
        ("born", &born),
        ("at", &entry.birthplaces),
        ("of", &entry.nationalities),
        ("father", &entry.fathers),
        ("documents", &documents),
        ("for", &entry.programmes),
        ("remarks", &entry.remarks.iter().cloned().collect()),
    ] {
        if !list.is_empty() {
            writeln!(text, "  {what}: {}", list.join(" & "))?;
        }
    }
    Ok(())
}
