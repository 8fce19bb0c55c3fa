//! Files that are tables: separated by commas or semicolons, quoted as in RFC 4180.
//!
//! A quotation mark that is never closed spoils its own line only: a row over several lines must come out with the
//! right number of fields, or its first line is bad and reading goes on with its second.

use super::limits::{MAX_FIELD, MAX_LINES, MAX_RECORD};
use super::lines::{Line, Lines};
use super::reading::{ListRefused, Position, Source};
use super::row::{Row, Splitter, Within};
use std::collections::VecDeque;

/// Where a table has what a reader looks for, if it has it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column(pub(super) Option<usize>);

/// What comes next in a table.
pub(super) enum Next {
    /// A row and where it begins.
    Row(Position, Row),
    /// What is no row, and why.
    Bad(Position, String),
}

/// A table that is read row by row.
pub(super) struct Table<'a> {
    lines: Lines<'a>,
    ahead: VecDeque<Line>,
    delimiter: char,
    header: Vec<String>,
    /// How many fields a row has, if that is known.
    width: Option<usize>,
    /// Whether a quoted field may contain line ends.
    multiline: bool,
}

impl<'a> Table<'a> {
    /// A table without a header whose rows are one line and `width` fields each.
    pub(super) fn bare(source: Source<'a>, width: usize) -> Self {
        Self {
            lines: Lines::new(source),
            ahead: VecDeque::new(),
            delimiter: ',',
            header: Vec::new(),
            width: Some(width),
            multiline: false,
        }
    }

    /// A table whose first row for which `is_header` holds names the columns; what is before it is given back.
    pub(super) fn headed(
        source: Source<'a>,
        delimiter: char,
        is_header: fn(&Row) -> bool,
    ) -> Result<(Self, Vec<Row>), ListRefused> {
        let mut table = Self { delimiter, width: None, multiline: true, ..Self::bare(source, 0) };
        let mut before = Vec::new();
        while let Some(next) = table.next()? {
            match next {
                Next::Row(_, row) if is_header(&row) => {
                    table.header = (0..row.len()).map(|index| plain(row.get(index))).collect();
                    table.width = Some(row.len());
                    return Ok((table, before));
                }
                Next::Row(_, row) if before.len() < 10 => before.push(row),
                Next::Row(..) | Next::Bad(..) => break,
            }
        }
        Err(ListRefused::UnknownFormat { file: table.lines.file().to_owned() })
    }

    /// The column with one of these names, however they are written.
    pub(super) fn column(&self, names: &[&str]) -> Column {
        Column(names.iter().find_map(|name| {
            let name = plain(name);
            self.header.iter().position(|column| *column == name)
        }))
    }

    /// The next row.
    pub(super) fn next(&mut self) -> Result<Option<Next>, ListRefused> {
        loop {
            let Some(line) = self.line()? else { return Ok(None) };
            let (number, text) = match line {
                Line::Text(_, text) if text.trim().is_empty() => continue,
                Line::Text(number, text) => (number, text),
                Line::Bad(number, cause) => {
                    return Ok(Some(Next::Bad(self.position(number), cause.to_owned())));
                }
            };
            let mut split = Splitter::new(self.delimiter);
            split.feed(&text);
            if split.is_open() && self.multiline {
                split = self.complete(split, text.len())?;
            }
            let row = split.finish().ok_or_else(|| "a quotation mark in it is never closed".to_owned());
            return Ok(Some(match row.and_then(|row| self.check(row)) {
                Ok(row) => Next::Row(self.position(number), row),
                Err(cause) => Next::Bad(self.position(number), cause),
            }));
        }
    }

    /// Adds further lines until the quoted field ends; puts them back if that makes no row.
    fn complete(&mut self, mut split: Splitter, mut bytes: usize) -> Result<Splitter, ListRefused> {
        let mut taken = Vec::new();
        while split.is_open() && taken.len() < MAX_LINES && bytes < MAX_RECORD {
            match self.line()? {
                Some(Line::Text(number, text)) => {
                    bytes += text.len();
                    split.row.text.push('\n');
                    split.feed(&text);
                    taken.push(Line::Text(number, text));
                }
                Some(bad @ Line::Bad(..)) => {
                    taken.push(bad);
                    break;
                }
                None => break,
            }
        }
        if split.is_open() || split.loose || self.width.is_some_and(|width| split.row.ends.len() + 1 != width)
        {
            split.within = Within::Quotes;
            for line in taken.into_iter().rev() {
                self.ahead.push_front(line);
            }
        }
        Ok(split)
    }

    fn check(&self, row: Row) -> Result<Row, String> {
        if let Some(width) = self.width
            && row.len() != width
        {
            return Err(format!("its number of fields is {}, and every row here has {width}", row.len()));
        }
        let longest = (0..row.len()).map(|index| row.get(index).len()).max().unwrap_or_default();
        if longest > MAX_FIELD {
            return Err(format!("one of its fields has {longest} bytes; more than {MAX_FIELD} are not read"));
        }
        Ok(row)
    }

    fn line(&mut self) -> Result<Option<Line>, ListRefused> {
        match self.ahead.pop_front() {
            Some(line) => Ok(Some(line)),
            None => self.lines.next(),
        }
    }

    fn position(&self, line: u64) -> Position {
        Position::line(self.lines.file(), line)
    }
}

/// A column's name as it is compared: letters and digits only, small.
pub(super) fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            c if c.is_ascii_alphanumeric() => plain.push(c.to_ascii_lowercase()),
            c if !c.is_ascii() && c.is_alphanumeric() => plain.extend(c.to_lowercase()),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::super::row::split;
    use super::{Next, Source, Table};
    use proptest::prelude::*;

    fn rows(text: &str, width: usize) -> Vec<String> {
        let source = Source { name: "t.csv", bytes: Box::new(text.as_bytes()) };
        let mut table = Table { multiline: true, ..Table::bare(source, width) };
        let mut rows = Vec::new();
        while let Some(next) = table.next().expect("bytes in memory") {
            rows.push(match next {
                Next::Row(at, row) => {
                    let fields: Vec<_> = (0..row.len()).map(|index| row.get(index)).collect();
                    format!("{}: {}", at.line.unwrap_or_default(), fields.join("|"))
                }
                Next::Bad(at, cause) => format!("{}! {cause}", at.line.unwrap_or_default()),
            });
        }
        rows
    }

    #[test]
    fn an_unclosed_quotation_mark_spoils_its_own_line_only() {
        insta::assert_snapshot!(rows("1,a\n2,\"b\n3,c\n4,\"d\ne\"\n5,\"f\n", 2).join("\n"), @"
        1: 1|a
        2! a quotation mark in it is never closed
        3: 3|c
        4: 4|d
        e
        6! a quotation mark in it is never closed
        ");
    }

    proptest! {
        #[test]
        fn what_is_written_as_a_table_is_read_back(
            fields in prop::collection::vec("[a-z\",\n ]{0,8}", 1..6),
        ) {
            let quoted: Vec<_> = fields.iter().map(|f| format!("\"{}\"", f.replace('"', "\"\""))).collect();
            let trimmed: Vec<_> = fields.iter().map(|f| f.trim()).collect();
            prop_assert_eq!(
                rows(&quoted.join(","), fields.len()),
                vec![format!("1: {}", trimmed.join("|"))],
            );
        }

        #[test]
        fn a_line_splits_as_the_csv_crate_splits_it(line in "[ab\", ]{1,20}") {
            let mut oracle = csv::ReaderBuilder::new().has_headers(false).flexible(true)
                .from_reader(line.as_bytes());
            if let Some(Ok(record)) = oracle.records().next() {
                let row = split(&line, ',');
                let ours: Vec<_> = (0..row.len()).map(|index| row.get(index)).collect();
                let theirs: Vec<_> = record.iter().map(str::trim).collect();
                prop_assert_eq!(ours, theirs);
            }
        }
    }
}
