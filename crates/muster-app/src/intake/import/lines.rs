//! Lines of a file, however broken the file is, and never more of it in memory than one record may have.

use std::{
    collections::VecDeque,
    io::{self, BufRead},
};

/// The most bytes one row may have, over all its lines.
pub(super) const ROW_MAX: usize = 64 * 1024;

/// What some programs write in front of UTF-8.
const BYTE_ORDER_MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// A line with its number, from 1.
pub(super) struct Line {
    pub(super) number: u64,
    /// The bytes with their line feed; nothing if there were more than a row may have.
    pub(super) bytes: Option<Vec<u8>>,
}

/// Reads lines, and takes back those that turned out to belong to the next row.
pub(super) struct Lines<R> {
    from: R,
    read: u64,
    ahead: VecDeque<Line>,
}

impl<R: BufRead> Lines<R> {
    pub(super) const fn new(from: R) -> Self {
        Self { from, read: 0, ahead: VecDeque::new() }
    }

    /// The next line; nothing at the end of the file.
    pub(super) fn next(&mut self) -> io::Result<Option<Line>> {
        if let Some(line) = self.ahead.pop_front() {
            return Ok(Some(line));
        }
        let (mut bytes, mut any, mut over) = (Vec::new(), false, false);
        loop {
            let chunk = self.from.fill_buf()?;
            if chunk.is_empty() {
                break;
            }
            any = true;
            let end = chunk.iter().position(|byte| *byte == b'\n').map(|at| at + 1);
            let taken = end.unwrap_or(chunk.len());
            if bytes.len() + taken > ROW_MAX {
                over = true;
            } else if !over {
                bytes.extend_from_slice(&chunk[..taken]);
            }
            self.from.consume(taken);
            if end.is_some() {
                break;
            }
        }
        if !any {
            return Ok(None);
        }
        self.read += 1;
        if self.read == 1 && bytes.starts_with(BYTE_ORDER_MARK) {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        Ok(Some(Line { number: self.read, bytes: (!over).then_some(bytes) }))
    }

    /// Gives lines back, to be read again in the same order.
    pub(super) fn give_back(&mut self, lines: Vec<Line>) {
        for line in lines.into_iter().rev() {
            self.ahead.push_front(line);
        }
    }
}
