//! JSON Lines, and the objects of one big JSON array, one at a time.

use super::limits::{MAX_BAD, MAX_DEPTH, MAX_RECORD, Meter};
use super::lines::{Line, Lines, refused};
use super::reading::{ListRefused, Position, Source};
use serde::de::DeserializeOwned;
use std::collections::VecDeque;
use std::io::BufRead;

/// An object, or what is wrong where one should be.
pub(super) type Item<T> = (Position, Result<T, String>);

const NOT_CLOSED: &str = "it is never closed, or longer than a mebibyte, or nested too deep";

/// One object a line.
pub(super) struct ObjectLines<'a>(Lines<'a>);

impl<'a> ObjectLines<'a> {
    pub(super) fn new(source: Source<'a>) -> Self {
        Self(Lines::new(source))
    }

    pub(super) fn next<T: DeserializeOwned>(&mut self) -> Result<Option<Item<T>>, ListRefused> {
        loop {
            return Ok(Some(match self.0.next()? {
                None => return Ok(None),
                Some(Line::Text(_, text)) if text.trim().is_empty() => continue,
                Some(Line::Text(number, text)) => {
                    (Position::line(self.0.file(), number), object(text.as_bytes()))
                }
                Some(Line::Bad(number, cause)) => {
                    (Position::line(self.0.file(), number), Err(cause.to_owned()))
                }
            }));
        }
    }
}

/// The objects directly inside an array, which may itself be inside one object.
///
/// A damaged object is left behind at its first byte: reading goes on with the next `{` after a comma.
pub(super) struct ObjectsOfArray<'a> {
    file: String,
    bytes: Meter<'a>,
    /// Bytes that were read and are to be looked at again.
    again: VecDeque<u8>,
    at: u64,
    damaged: usize,
}

impl<'a> ObjectsOfArray<'a> {
    pub(super) fn new(source: Source<'a>) -> Self {
        Self {
            file: source.name.to_owned(),
            bytes: Meter::new(source.bytes),
            again: VecDeque::new(),
            at: 0,
            damaged: 0,
        }
    }

    pub(super) fn next<T: DeserializeOwned>(&mut self) -> Result<Option<Item<T>>, ListRefused> {
        if self.damaged >= MAX_BAD {
            return Ok(None);
        }
        if !self.find_object()? {
            return Ok(None);
        }
        let at = Position::byte(&self.file, self.at - 1);
        let (bytes, closed) = self.take_object()?;
        let read = if closed { object(&bytes) } else { Err(NOT_CLOSED.to_owned()) };
        if read.is_ok() {
            return Ok(Some((at, read)));
        }
        self.damaged += 1;
        self.at -= bytes.len() as u64 - 1;
        for byte in bytes[1..].iter().rev() {
            self.again.push_front(*byte);
        }
        if self.damaged == MAX_BAD {
            return Ok(Some((at, Err(format!("the {MAX_BAD}th damaged object; nothing after it is read")))));
        }
        Ok(Some((at, read)))
    }

    /// Goes to just behind the `{` that begins the next object of the array.
    fn find_object(&mut self) -> Result<bool, ListRefused> {
        let mut before = b' ';
        while let Some(byte) = self.byte()? {
            if byte == b'{' && matches!(before, b'[' | b',') {
                return Ok(true);
            }
            if !byte.is_ascii_whitespace() {
                before = byte;
            }
        }
        Ok(false)
    }

    /// From `{` to its `}`, at most [`MAX_RECORD`] bytes.
    fn take_object(&mut self) -> Result<(Vec<u8>, bool), ListRefused> {
        let mut object = vec![b'{'];
        let (mut depth, mut quoted, mut escaped) = (1_usize, false, false);
        while object.len() < MAX_RECORD {
            let Some(byte) = self.byte()? else { break };
            object.push(byte);
            match byte {
                _ if escaped => escaped = false,
                b'\\' if quoted => escaped = true,
                b'"' => quoted = !quoted,
                b'{' | b'[' if !quoted => depth += 1,
                b'}' | b']' if !quoted => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Ok((object, true));
            }
            if depth > MAX_DEPTH {
                break;
            }
        }
        Ok((object, false))
    }

    fn byte(&mut self) -> Result<Option<u8>, ListRefused> {
        let byte = if let Some(byte) = self.again.pop_front() {
            byte
        } else {
            let chunk = self.bytes.fill_buf().map_err(|error| refused(&self.file, error))?;
            let Some(byte) = chunk.first().copied() else { return Ok(None) };
            self.bytes.consume(1);
            byte
        };
        self.at += 1;
        Ok(Some(byte))
    }
}

fn object<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    if depth(bytes) > MAX_DEPTH {
        return Err(format!("its brackets are nested more than {MAX_DEPTH} deep"));
    }
    // serde's own words quote what they found; a list's reader needs the place, not the value.
    serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => {
            format!("it is not an object of the form this list has (column {})", error.column())
        }
        _ => format!("it is no sound JSON (column {})", error.column()),
    })
}

/// How deep brackets are nested.
fn depth(bytes: &[u8]) -> usize {
    let (mut deepest, mut depth, mut quoted, mut escaped) = (0, 0_usize, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}
