//! What a list file may not exceed, and the reader that counts.
//!
//! A list comes from outside. Whatever is in it, reading it takes bounded memory and ends.

use std::io::{self, BufRead, BufReader, Read};

/// Bytes in one file.
pub(super) const MAX_FILE: u64 = 2 << 30;
/// Bytes in one record: a line, an object, an event of XML.
pub(super) const MAX_RECORD: usize = 1 << 20;
/// Bytes in one field.
pub(super) const MAX_FIELD: usize = 64 << 10;
/// Names of one entry.
pub(super) const MAX_NAMES: usize = 1_000;
/// Elements or brackets inside each other.
pub(super) const MAX_DEPTH: usize = 64;
/// Lines that one record of a table may span.
pub(super) const MAX_LINES: usize = 500;
/// Bad records that are reported one by one; the rest are counted.
pub(super) const MAX_BAD: usize = 1_000;

/// A reader that stops at [`MAX_FILE`] bytes, and at [`MAX_RECORD`] bytes since the last [`Meter::rewind`].
pub(super) struct Meter<'a> {
    inner: BufReader<Box<dyn Read + 'a>>,
    total: u64,
    since: usize,
    per_record: usize,
}

impl<'a> Meter<'a> {
    pub(super) fn new(bytes: Box<dyn Read + 'a>) -> Self {
        Self { inner: BufReader::with_capacity(64 << 10, bytes), total: 0, since: 0, per_record: usize::MAX }
    }

    /// Also counts the bytes of each record.
    pub(super) fn by_record(self) -> Self {
        Self { per_record: MAX_RECORD, ..self }
    }

    /// The next record begins.
    pub(super) fn rewind(&mut self) {
        self.since = 0;
    }

    /// The bytes read so far.
    pub(super) fn total(&self) -> u64 {
        self.total
    }
}

/// The file, not only one record of it, is beyond what is read.
pub(super) fn is_too_big(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::FileTooLarge
}

/// One record is beyond what is read.
pub(super) fn is_too_long(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::QuotaExceeded
}

impl BufRead for Meter<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.total >= MAX_FILE {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        if self.since >= self.per_record {
            return Err(io::ErrorKind::QuotaExceeded.into());
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.total += amount as u64;
        self.since = self.since.saturating_add(amount);
        self.inner.consume(amount);
    }
}

impl Read for Meter<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let amount = available.len().min(into.len());
        into[..amount].copy_from_slice(&available[..amount]);
        self.consume(amount);
        Ok(amount)
    }
}
