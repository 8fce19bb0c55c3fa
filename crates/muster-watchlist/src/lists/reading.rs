//! What reading list files gives: entries, and records that could not be read.

use super::limits::{MAX_BAD, MAX_FIELD, MAX_NAMES};
use crate::{AliasStrength, Entry};
use serde::Serialize;
use std::{fmt, io::Read};

/// One file to be read.
pub struct Source<'a> {
    /// The file's name, without its folder.
    pub name: &'a str,
    /// Its bytes, as a stream.
    pub bytes: Box<dyn Read + 'a>,
}

impl fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("name", &self.name).finish_non_exhaustive()
    }
}

/// One list as read from its file or files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The list's short name, such as `un_sc`; for a list of one's own, the file's name without its ending.
    pub list: String,
    /// The publisher's date (ISO 8601) if the file or its name says it.
    pub dated: Option<String>,
    /// The entries that could be read, in the publisher's order.
    pub entries: Vec<Entry>,
    /// The records that could not be read, and why.
    pub bad: Vec<BadRecord>,
}

/// A record that could not be read. The others of its file were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BadRecord {
    /// Where it is.
    pub at: Position,
    /// What is wrong with it.
    pub cause: String,
}

impl fmt::Display for BadRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.cause)
    }
}

/// Where something is in a list file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Position {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The byte, from 0, where there are no lines to count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byte: Option<u64>,
    /// The publisher's identifier of the record, if it could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
}

impl Position {
    pub(super) fn line(file: &str, line: u64) -> Self {
        Self { file: file.to_owned(), line: Some(line), ..Self::default() }
    }

    pub(super) fn byte(file: &str, byte: u64) -> Self {
        Self { file: file.to_owned(), byte: Some(byte), ..Self::default() }
    }

    pub(super) fn record(self, record: &str) -> Self {
        let short: String = record.chars().take(60).collect();
        Self { record: Some(short).filter(|short| !short.is_empty()), ..self }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(byte) = self.byte {
            write!(f, ", byte {byte}")?;
        }
        if let Some(record) = &self.record {
            write!(f, ", record {record}")?;
        }
        Ok(())
    }
}

/// Why nothing was read at all.
#[derive(Debug, thiserror::Error)]
pub enum ListRefused {
    /// No reader knows it.
    #[error(
        "{file} is in no format that Muster reads. A list of your own is a CSV whose first line names its columns, \
         at least id and name"
    )]
    UnknownFormat {
        /// The file.
        file: String,
    },
    /// A document type declaration.
    #[error(
        "{file} declares a document type, with which entities can be smuggled in; no publisher's list has one"
    )]
    DocumentType {
        /// The file.
        file: String,
    },
    /// Not UTF-8 as a whole.
    #[error("{file} is written in {encoding}; save it as UTF-8 and try again")]
    Encoding {
        /// The file.
        file: String,
        /// What it is written in.
        encoding: String,
    },
    /// Beyond 2 GiB.
    #[error("{file} is larger than 2 GiB, and no list is")]
    TooBig {
        /// The file.
        file: String,
    },
    /// Aliases or addresses of entries that are elsewhere.
    #[error("{file} holds only {what} of a list: give its main file (such as {main}) together with it")]
    WithoutMain {
        /// The file.
        file: String,
        /// What it holds.
        what: &'static str,
        /// What the main file is usually called.
        main: &'static str,
    },
    /// Two editions of one list.
    #[error("{first} and {second} are both {what}: read one edition of a list at a time")]
    Twice {
        /// One file.
        first: String,
        /// The other.
        second: String,
        /// What both are.
        what: String,
    },
    /// Nothing given.
    #[error("no file was given")]
    Nothing,
    /// The file could not be read.
    #[error("{file} could not be read: {source}")]
    Unreadable {
        /// The file.
        file: String,
        /// Why.
        source: std::io::Error,
    },
}

/// A reading that grows: it keeps what is sound and says what is not.
#[derive(Debug, Default)]
pub(super) struct Gather {
    pub(super) dated: Option<String>,
    pub(super) entries: Vec<Entry>,
    bad: Vec<BadRecord>,
    uncounted: usize,
}

impl Gather {
    /// Nothing yet, of a file whose name says its date.
    pub(super) fn dated(dated: Option<&str>) -> Self {
        Self { dated: dated.map(str::to_owned), ..Self::default() }
    }

    /// Keeps an entry if it is sound.
    pub(super) fn keep(&mut self, at: Position, mut entry: Entry) {
        if let Some(cause) = unsound(&entry) {
            self.bad(at.record(&entry.id), cause);
            return;
        }
        if !entry.names.iter().any(|name| name.strength == AliasStrength::Primary) {
            entry.names[0].strength = AliasStrength::Primary;
        }
        self.entries.push(entry);
    }

    /// Reports a record.
    pub(super) fn bad(&mut self, at: Position, cause: impl Into<String>) {
        if self.bad.len() < MAX_BAD {
            self.bad.push(BadRecord { at, cause: cause.into() });
        } else {
            self.uncounted += 1;
        }
    }

    /// That is all.
    pub(super) fn finish(mut self, list: &str) -> Reading {
        if self.uncounted > 0
            && let Some(last) = self.bad.last()
        {
            let at = Position { file: last.at.file.clone(), ..Position::default() };
            let cause = format!("and {} more records that could not be read", self.uncounted);
            self.bad.push(BadRecord { at, cause });
        }
        Reading { list: list.to_owned(), dated: self.dated, entries: self.entries, bad: self.bad }
    }
}

/// What keeps an entry from being kept.
fn unsound(entry: &Entry) -> Option<String> {
    if entry.id.is_empty() {
        return Some("it has no identifier".to_owned());
    }
    if entry.names.is_empty() {
        return Some("it has no name".to_owned());
    }
    if entry.names.len() > MAX_NAMES {
        return Some(format!("it has {} names; more than {MAX_NAMES} are not believed", entry.names.len()));
    }
    let texts = entry.names.iter().map(|name| &name.text).chain([&entry.id]).chain(&entry.remarks);
    let lists = [&entry.birthplaces, &entry.nationalities, &entry.fathers, &entry.programmes];
    let longest = texts.chain(lists.into_iter().flatten()).map(String::len).max().unwrap_or_default();
    (longest > MAX_FIELD)
        .then(|| format!("one of its fields has {longest} bytes; more than {MAX_FIELD} are not read"))
}
