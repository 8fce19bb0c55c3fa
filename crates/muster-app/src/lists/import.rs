//! Taking in the files of a list: read, hashed, kept whole; not used before two people put the edition in force.

use super::hashed::hashed;
use crate::{App, Failure};
use jiff::Timestamp;
use muster_case::{
    Permit,
    office::{ImportList, ListEdition},
};
use muster_store::journal::ListContent;
use muster_vocab::{Digest, PartialDate};
use muster_watchlist::{
    Entry,
    lists::{self, BadRecord, Reading, Source},
};

/// What a list of one's own is called and dated, where its file does not say it.
#[derive(Debug, Clone, Default)]
pub struct Named {
    /// The list's short name, in place of the one that its files say.
    pub list: Option<String>,
    /// The publisher's date (ISO 8601), in place of the one that its files say.
    pub dated: Option<String>,
}

/// An edition that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The edition.
    pub edition: ListEdition,
    /// Whether it is new; the same bytes are one edition, however often they are imported.
    pub new: bool,
    /// The records that could not be read.
    pub bad: Vec<BadRecord>,
}

/// Takes in list files: several of one list are joined, several lists give several editions.
///
/// # Errors
/// [`Failure::Input`] if a file cannot be read as a whole, has no entry, or does not say its date and nobody did;
/// nothing is imported then. Else as [`App::carry_out_office`].
pub fn import(
    app: &App,
    permit: Permit<ImportList>,
    sources: Vec<Source<'_>>,
    named: &Named,
    at: Timestamp,
) -> Result<Vec<Imported>, Failure> {
    let (sources, sums) = hashed(sources);
    let readings = lists::read(sources).map_err(|refused| Failure::Input(refused.to_string()))?;
    let source = sums.digest().map_err(Failure::Input)?;
    if readings.len() > 1 && named.list.is_some() {
        return Err(Failure::Input("the files hold several lists; one name does not fit them all".into()));
    }
    // All of them are named before the first is taken in.
    let named: Vec<_> = readings.iter().map(|reading| name_of(reading, named)).collect::<Result<_, _>>()?;
    let readings = readings.into_iter().zip(named).map(|(reading, (list, dated))| Reading {
        list,
        dated: Some(dated),
        ..reading
    });
    readings.map(|reading| take_in(app, permit, reading, source, at)).collect()
}

/// Takes in an edition that was read; `source` is the hash of what it was read from.
///
/// # Errors
/// As [`import`].
pub fn take_in(
    app: &App,
    permit: Permit<ImportList>,
    reading: Reading,
    source: Digest,
    at: Timestamp,
) -> Result<Imported, Failure> {
    let (list, edition) = name_of(&reading, &Named::default())?;
    let content = ListContent::of(&lines(&reading.entries));
    let (entries, bad) = (reading.entries.len() as u32, reading.bad.len() as u32);
    let edition = ListEdition { list, edition, source, content: content.digest(), entries, bad };
    let command = ImportList { edition: edition.clone() };
    let new = app.carry_out_office_with(permit, command, Some(content), at)?;
    Ok(Imported { edition, new, bad: reading.bad })
}

/// The list's name and the edition's date.
fn name_of(reading: &Reading, named: &Named) -> Result<(String, String), Failure> {
    let list = named.list.as_ref().unwrap_or(&reading.list).trim().to_owned();
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if list.is_empty() || list.len() > 40 || !list.chars().all(is_word) {
        return Err(Failure::Input(format!(
            "`{list}` is no name for a list: letters, digits, `_` and `-`, at most 40"
        )));
    }
    if reading.entries.is_empty() {
        return Err(Failure::Input(format!(
            "{list} has no entry that could be read ({} records could not); it is not imported, for it would clear \
             everybody",
            reading.bad.len()
        )));
    }
    let dated = named.dated.as_ref().or(reading.dated.as_ref()).ok_or_else(|| {
        Failure::Input(format!(
            "the files of {list} do not say of which day they are; say it, such as 2022-02-15"
        ))
    })?;
    // Some publishers give the time of day too; the day is what an edition is called by.
    let day = dated.split('T').next().unwrap_or_default();
    day.parse::<PartialDate>().map_err(|rejected| Failure::Input(rejected.to_string()))?;
    Ok((list, day.to_owned()))
}

/// The entries as they are kept: one JSON text a line.
fn lines(entries: &[Entry]) -> Vec<u8> {
    let mut lines = Vec::new();
    for entry in entries {
        serde_json::to_writer(&mut lines, entry).expect("an entry has only texts and numbers");
        lines.push(b'\n');
    }
    lines
}
