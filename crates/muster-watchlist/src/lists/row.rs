//! One row of a table, and how text becomes one.

use super::table::Column;

/// One row.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) text: String,
    pub(super) ends: Vec<usize>,
}

impl Row {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The field at `index`, without white space around it; empty if there is none.
    pub(super) fn get(&self, index: usize) -> &str {
        let Some(end) = self.ends.get(index) else { return "" };
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text[start..*end].trim()
    }

    /// The field of a column; empty if the table has no such column.
    pub(super) fn at(&self, column: Column) -> &str {
        column.0.map_or("", |index| self.get(index))
    }
}

/// Splits a row that comes line by line.
pub(super) struct Splitter {
    delimiter: char,
    pub(super) row: Row,
    pub(super) within: Within,
    /// Something stands between a closing quotation mark and the end of its field.
    pub(super) loose: bool,
}

/// Where in a field a splitter is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// At its beginning, where a quotation mark opens it.
    Start,
    /// Inside a quoted field.
    Quotes,
    /// Just after a quotation mark in a quoted field: it ends it, or a second one makes it a mark.
    Closing,
    /// In or behind text without quotation marks.
    Plain,
}

impl Splitter {
    pub(super) fn new(delimiter: char) -> Self {
        Self { delimiter, row: Row::default(), within: Within::Start, loose: false }
    }

    pub(super) fn is_open(&self) -> bool {
        self.within == Within::Quotes
    }

    pub(super) fn feed(&mut self, text: &str) {
        for c in text.chars() {
            self.within = match self.within {
                Within::Quotes if c == '"' => Within::Closing,
                Within::Start if c == '"' => Within::Quotes,
                Within::Quotes => self.push(c, Within::Quotes),
                _ if c == self.delimiter => {
                    self.row.ends.push(self.row.text.len());
                    Within::Start
                }
                Within::Closing if c == '"' => self.push(c, Within::Quotes),
                within => {
                    self.loose |= within == Within::Closing;
                    self.push(c, Within::Plain)
                }
            };
        }
    }

    fn push(&mut self, c: char, within: Within) -> Within {
        self.row.text.push(c);
        within
    }

    /// The row, or nothing if a quotation mark is still open.
    pub(super) fn finish(mut self) -> Option<Row> {
        self.row.ends.push(self.row.text.len());
        (!self.is_open()).then_some(self.row)
    }
}

/// Splits one line, for looking at the beginning of a file.
pub(super) fn split(line: &str, delimiter: char) -> Row {
    let mut split = Splitter::new(delimiter);
    split.feed(line);
    split.within = Within::Plain;
    split.finish().unwrap_or_default()
}
