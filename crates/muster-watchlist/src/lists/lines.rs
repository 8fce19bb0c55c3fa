//! A file line by line, whatever is in it.

use super::limits::{MAX_RECORD, Meter, is_too_big};
use super::reading::{ListRefused, Source};
use std::io::BufRead;

/// One line, without its end.
pub(super) enum Line {
    /// Its number from 1, and its text.
    Text(u64, String),
    /// Its number from 1, and what keeps it from being text.
    Bad(u64, &'static str),
}

/// Reads lines that end in LF or CRLF. A byte order mark is taken off; so is the end-of-file byte of old systems.
pub(super) struct Lines<'a> {
    file: String,
    bytes: Meter<'a>,
    number: u64,
}

impl<'a> Lines<'a> {
    pub(super) fn new(source: Source<'a>) -> Self {
        Self { file: source.name.to_owned(), bytes: Meter::new(source.bytes), number: 0 }
    }

    pub(super) fn file(&self) -> &str {
        &self.file
    }

    pub(super) fn next(&mut self) -> Result<Option<Line>, ListRefused> {
        let mut line = Vec::new();
        let (mut any, mut too_long) = (false, false);
        loop {
            let chunk = self.bytes.fill_buf().map_err(|error| refused(&self.file, error))?;
            if chunk.is_empty() {
                break;
            }
            any = true;
            let end = chunk.iter().position(|byte| *byte == b'\n');
            let upto = end.unwrap_or(chunk.len());
            if line.len() + upto > MAX_RECORD {
                too_long = true;
                line.clear();
            } else if !too_long {
                line.extend_from_slice(&chunk[..upto]);
            }
            self.bytes.consume(end.map_or(upto, |end| end + 1));
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        self.number += 1;
        if too_long {
            return Ok(Some(Line::Bad(self.number, "the line is longer than a mebibyte")));
        }
        if self.number == 1 && line.starts_with(b"\xEF\xBB\xBF") {
            line.drain(..3);
        }
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        if line == [0x1A] {
            line.clear();
        }
        Ok(Some(match String::from_utf8(line) {
            Ok(text) => Line::Text(self.number, text),
            Err(_) => Line::Bad(self.number, "it is not UTF-8"),
        }))
    }
}

/// Reading the file itself failed.
pub(super) fn refused(file: &str, source: std::io::Error) -> ListRefused {
    let file = file.to_owned();
    if is_too_big(&source) { ListRefused::TooBig { file } } else { ListRefused::Unreadable { file, source } }
}
