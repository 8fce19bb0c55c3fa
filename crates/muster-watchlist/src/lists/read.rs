//! Files in, readings out: each file's format is found, files of one list are joined.

use super::format::{self, Format, HEAD};
use super::ofac_csv::Role;
use super::reading::{ListRefused, Reading, Source};
use super::{
    csl, eu_csv, eu_journal, eu_xml, follow_the_money, normalised, ofac_advanced, ofac_csv, ofac_xml,
    pakistan, plain_csv, uk_csv, uk_xml, un_xml,
};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// Reads list files. Several files of one list are joined into one reading; several lists give several readings.
///
/// # Errors
/// If a file is in no known format or refused as a whole. A record that cannot be read is no error: it is in
/// [`Reading::bad`], and the others are read.
pub fn read(sources: Vec<Source<'_>>) -> Result<Vec<Reading>, ListRefused> {
    if sources.is_empty() {
        return Err(ListRefused::Nothing);
    }
    let mut readings = Vec::new();
    let mut ofac: BTreeMap<&str, Vec<(Role, Source<'_>)>> = BTreeMap::new();
    let mut journal = Vec::new();
    for source in sources {
        let Opened { source, head } = Opened::new(source)?;
        let family = ofac_list(source.name);
        let dated = date_in(source.name);
        let dated = dated.as_deref();
        let unknown = || ListRefused::UnknownFormat { file: source.name.to_owned() };
        match Format::detect(source.name, head.as_bytes()).ok_or_else(unknown)? {
            Format::OfacCsv => {
                let role = format::ofac_role(source.name, &head).ok_or_else(unknown)?;
                ofac.entry(family).or_default().push((role, source));
            }
            Format::UnXml => readings.push(un_xml::read(source)?),
            Format::EuJournalCsv => journal.push(source),
            Format::NormalisedJson => readings.extend(normalised::read(source, dated)?),
            Format::PakistanJson => readings.push(pakistan::read(source, dated)?),
            Format::PlainCsv => {
                let delimiter = format::delimiter(&head).ok_or_else(unknown)?;
                readings.push(plain_csv::read(source, delimiter, dated)?);
            }
            Format::OfacXml => readings.push(ofac_xml::read(source, family)?),
            Format::OfacAdvancedXml => readings.push(ofac_advanced::read(source, family)?),
            Format::EuXml => readings.push(eu_xml::read(source)?),
            Format::EuCsv => readings.push(eu_csv::read(source, dated)?),
            Format::UkCsv => readings.push(uk_csv::read(source, dated)?),
            Format::UkXml => readings.push(uk_xml::read(source, dated)?),
            Format::ConsolidatedCsl if head.trim_start().starts_with(['{', '[']) => {
                readings.push(csl::read_json(source, dated)?);
            }
            Format::ConsolidatedCsl => readings.push(csl::read_csv(source, dated)?),
            Format::FollowTheMoney => readings.push(follow_the_money::read(source, dated)?),
        }
    }
    for (list, files) in ofac {
        readings.push(join(list, files)?);
    }
    if !journal.is_empty() {
        readings.push(eu_journal::read(journal)?);
    }
    Ok(readings)
}

/// A source whose beginning has been looked at.
struct Opened<'a> {
    source: Source<'a>,
    head: String,
}

impl<'a> Opened<'a> {
    fn new(source: Source<'a>) -> Result<Self, ListRefused> {
        let Source { name, mut bytes } = source;
        let mut head = Vec::new();
        bytes
            .by_ref()
            .take(HEAD as u64)
            .read_to_end(&mut head)
            .map_err(|source| ListRefused::Unreadable { file: name.to_owned(), source })?;
        if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
            return Err(ListRefused::Encoding { file: name.to_owned(), encoding: "UTF-16".to_owned() });
        }
        let text = format::text(&head);
        Ok(Self { source: Source { name, bytes: Box::new(Cursor::new(head).chain(bytes)) }, head: text })
    }
}

/// OFAC's two lists have the same files under other names.
fn ofac_list(file: &str) -> &'static str {
    if file.to_lowercase().starts_with("cons") { "us_ofac_cons" } else { "us_ofac_sdn" }
}

fn join(list: &str, files: Vec<(Role, Source<'_>)>) -> Result<Reading, ListRefused> {
    let mut main: Option<Source<'_>> = None;
    let mut sides: Vec<(Role, Source<'_>)> = Vec::new();
    for (role, source) in files {
        let before = match role {
            Role::Main => main.as_ref().map(|source| source.name),
            _ => sides.iter().find(|(known, _)| *known == role).map(|(_, source)| source.name),
        };
        if let Some(first) = before {
            return Err(ListRefused::Twice {
                first: first.to_owned(),
                second: source.name.to_owned(),
                what: format!("{} of {list}", role.what()),
            });
        }
        match role {
            Role::Main => main = Some(source),
            _ => sides.push((role, source)),
        }
    }
    let Some(main) = main else {
        let (role, source) = &sides[0];
        return Err(ListRefused::WithoutMain {
            file: source.name.to_owned(),
            what: role.what(),
            main: if list == "us_ofac_sdn" { "sdn.csv" } else { "cons_prim.csv" },
        });
    };
    let dated = date_in(main.name);
    sides.sort_by_key(|(role, _)| *role as u8);
    let mut reading = ofac_csv::read(list, main, sides)?;
    reading.dated = dated;
    Ok(reading)
}

/// A file's name without its endings: what a list of one's own is called.
pub(super) fn stem(file: &str) -> String {
    file.split('.').next().unwrap_or(file).to_owned()
}

/// The first date in a file's name: `sdn-2024-07-02.csv`, `list_20240702.csv`, `alt-2025-01.csv`.
fn date_in(file: &str) -> Option<String> {
    let runs: Vec<_> = file.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let year = |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let small =
        |text: &str, most: u8| text.len() == 2 && text.parse().is_ok_and(|n: u8| (1..=most).contains(&n));
    for (at, run) in runs.iter().enumerate() {
        if run.len() == 8 && year(&run[..4]) && small(&run[4..6], 12) && small(&run[6..], 31) {
            return Some(format!("{}-{}-{}", &run[..4], &run[4..6], &run[6..]));
        }
        if !year(run) {
            continue;
        }
        return Some(match (runs.get(at + 1), runs.get(at + 2)) {
            (Some(month), Some(day)) if small(month, 12) && small(day, 31) => format!("{run}-{month}-{day}"),
            (Some(month), _) if small(month, 12) => format!("{run}-{month}"),
            _ => (*run).to_owned(),
        });
    }
    None
}
