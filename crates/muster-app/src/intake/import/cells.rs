//! Cells of a comma-separated row (RFC 4180), fed line by line.

/// Why a row does not fall into cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stray {
    /// In which cell, from 0.
    pub(super) cell: usize,
}

/// Takes a row apart. A quoted cell may go on over several lines.
pub(super) struct Cells {
    separator: u8,
    done: Vec<Vec<u8>>,
    cell: Vec<u8>,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the beginning of a cell.
    Start,
    /// In a cell without quotes; a quote in it is only a character.
    Plain,
    /// Between quotes.
    Quoted,
    /// After a quote in a quoted cell: its end, or the first of two that stand for one.
    AfterQuote,
}

impl Cells {
    pub(super) const fn new(separator: u8) -> Self {
        Self { separator, done: Vec::new(), cell: Vec::new(), state: State::Start }
    }

    /// Takes a line with its line feed. Says whether the row is whole.
    pub(super) fn feed(&mut self, line: &[u8]) -> Result<bool, Stray> {
        let body = line.strip_suffix(b"\n").unwrap_or(line);
        let body = body.strip_suffix(b"\r").unwrap_or(body);
        for &byte in body {
            match (self.state, byte) {
                (State::Start | State::AfterQuote, b'"') => {
                    if self.state == State::AfterQuote {
                        self.cell.push(b'"');
                    }
                    self.state = State::Quoted;
                }
                (State::Quoted, b'"') => self.state = State::AfterQuote,
                (State::Quoted, _) => self.cell.push(byte),
                (_, byte) if byte == self.separator => self.end_cell(),
                (State::AfterQuote, b' ') => {}
                (State::AfterQuote, _) => return Err(Stray { cell: self.done.len() }),
                (State::Start | State::Plain, _) => {
                    self.cell.push(byte);
                    self.state = State::Plain;
                }
            }
        }
        if self.state == State::Quoted {
            self.cell.push(b'\n');
            return Ok(false);
        }
        self.end_cell();
        Ok(true)
    }

    /// The cell that is open.
    pub(super) const fn open_cell(&self) -> usize {
        self.done.len()
    }

    /// The cells of a whole row.
    pub(super) fn into_cells(self) -> Vec<Vec<u8>> {
        self.done
    }

    fn end_cell(&mut self) {
        self.done.push(std::mem::take(&mut self.cell));
        self.state = State::Start;
    }
}

/// What divides the cells of a header line: a comma, a semicolon or a tab, whichever it has most of.
pub(super) fn separator_of(header: &[u8]) -> u8 {
    let count = |separator: &u8| header.split(|byte| byte == separator).count();
    // `max_by_key` gives the last of equals: a comma, when there is nothing to go by.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(lines: &[&str]) -> Result<Vec<String>, Stray> {
        let mut cells = Cells::new(b',');
        for line in lines {
            cells.feed(line.as_bytes())?;
        }
        Ok(cells.into_cells().into_iter().map(|cell| String::from_utf8(cell).unwrap()).collect())
    }

    #[test]
    fn a_row_falls_into_its_cells() {
        assert_eq!(cells(&["a,,\"b, \"\"c\"\"\",5' 10\"\r\n"]).unwrap(), ["a", "", "b, \"c\"", "5' 10\""]);
        assert_eq!(cells(&["\"two\n", "lines\",x"]).unwrap(), ["two\nlines", "x"]);
        assert_eq!(cells(&["a,"]).unwrap(), ["a", ""]);
    }

    #[test]
    fn text_after_a_closing_quote_is_told_with_its_cell() {
        assert_eq!(cells(&["a,\"b\"c,d\n"]), Err(Stray { cell: 1 }));
    }

    #[test]
    fn the_header_shows_what_divides_cells() {
        assert_eq!(separator_of(b"given;family;born"), b';');
        assert_eq!(separator_of(b"given\tfamily"), b'\t');
        assert_eq!(separator_of(b"email"), b',');
    }
}
