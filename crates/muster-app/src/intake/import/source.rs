//! Rows of a spreadsheet or of JSON Lines, as answers by column.

use super::{
    Fault, Form,
    cells::{Cells, separator_of},
    columns::{COLUMNS, Column, find, suggest},
    lines::{Line, Lines, ROW_MAX},
};
use crate::Failure;
use std::{collections::BTreeMap, io::BufRead};

/// What a row says, by column: trimmed, without what is empty.
pub(super) type Answers = BTreeMap<&'static str, String>;

/// A row of the source: its answers, or everything that is wrong with it.
pub(super) struct SourceRow {
    pub(super) line: u64,
    pub(super) answers: Result<Answers, Vec<Fault>>,
}

/// Reads rows one by one, and goes on after a broken one.
pub(super) struct Source<R> {
    lines: Lines<R>,
    shape: Shape,
}

enum Shape {
    Json,
    Csv { separator: u8, header: Vec<&'static Column> },
}

impl<R: BufRead> Source<R> {
    /// Reads the header, if the form has one.
    pub(super) fn open(from: R, form: Form) -> Result<Self, Failure> {
        let mut lines = Lines::new(from);
        refuse_utf16(&mut lines)?;
        let shape = match form {
            Form::JsonLines => Shape::Json,
            Form::Csv => read_header(&mut lines)?,
        };
        Ok(Self { lines, shape })
    }

    /// The next row that is not blank; nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<SourceRow>, Failure> {
        while let Some(line) = self.lines.next().map_err(unreadable)? {
            let number = line.number;
            let answers = match (line.bytes.is_some(), &self.shape) {
                (false, _) => Err(vec![over_long(number, None)]),
                (true, Shape::Json) => json_answers(number, &line.bytes.unwrap_or_default()),
                (true, Shape::Csv { .. }) => self.csv_answers(line)?,
            };
            if !answers.as_ref().is_ok_and(BTreeMap::is_empty) {
                return Ok(Some(SourceRow { line: number, answers }));
            }
        }
        Ok(None)
    }

    /// A row that begins on `first`. If it turns out to be none, only its first line is lost and reported: the lines
    /// after it are read as rows of their own, so that one stray quote costs one row.
    fn csv_answers(&mut self, first: Line) -> Result<Result<Answers, Vec<Fault>>, Failure> {
        let Shape::Csv { separator, header } = &self.shape else { return Ok(Ok(Answers::new())) };
        let named = |cell: usize| header.get(cell).map(|column| column.name);
        let unclosed = |cell: usize| {
            Err(vec![Fault::new(first.number, named(cell), "a quote is opened and never closed")])
        };
        let (mut cells, mut bytes) = (Cells::new(*separator), 0);
        let mut after_first = Vec::new();
        let mut line = first.bytes.unwrap_or_default();
        let answers = loop {
            bytes += line.len();
            if bytes > ROW_MAX {
                break unclosed(cells.open_cell());
            }
            match cells.feed(&line) {
                Ok(true) => break csv_row(first.number, header, cells.into_cells()),
                Ok(false) => {}
                Err(stray) => {
                    let cause = "text follows a closing quote; write a quote inside a cell twice";
                    break Err(vec![Fault::new(first.number, named(stray.cell), cause)]);
                }
            }
            let Some(next) = self.lines.next().map_err(unreadable)? else {
                break unclosed(cells.open_cell());
            };
            match &next.bytes {
                Some(more) => line.clone_from(more),
                None => bytes = ROW_MAX,
            }
            after_first.push(next);
        };
        if answers.is_err() {
            self.lines.give_back(after_first);
        }
        Ok(answers)
    }
}

fn csv_row(line: u64, header: &[&'static Column], cells: Vec<Vec<u8>>) -> Result<Answers, Vec<Fault>> {
    let blank = |cell: &Vec<u8>| cell.iter().all(u8::is_ascii_whitespace);
    if cells.iter().all(blank) {
        return Ok(Answers::new());
    }
    if cells.len() < header.len() || !cells[header.len()..].iter().all(blank) {
        let cause = format!("the row has {} cells, the header names {}", cells.len(), header.len());
        return Err(vec![Fault { line, column: None, cause }]);
    }
    let mut answers = Answers::new();
    let mut faults = Vec::new();
    for (column, cell) in header.iter().zip(cells) {
        match String::from_utf8(cell) {
            // Even at its ends: between two stray quotes may lie a row of somebody else.
            Ok(text) if text.contains('\n') && !holds_lines(column) => {
                faults.push(Fault::new(
                    line,
                    Some(column.name),
                    "the cell goes over several lines; write it on one",
                ));
            }
            Ok(text) => take(line, column, &text, &mut answers, &mut faults),
            Err(_) => faults.push(Fault::new(line, Some(column.name), NOT_UTF8)),
        }
    }
    if faults.is_empty() { Ok(answers) } else { Err(faults) }
}

const NOT_UTF8: &str = "the text is not UTF-8; save the file as UTF-8 and import it again";

fn json_answers(line: u64, bytes: &[u8]) -> Result<Answers, Vec<Fault>> {
    use serde_json::Value;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Answers::new());
    }
    if std::str::from_utf8(bytes).is_err() {
        return Err(vec![Fault::new(line, None, NOT_UTF8)]);
    }
    let object: serde_json::Map<String, Value> =
        serde_json::from_slice(bytes.trim_ascii_end()).map_err(|error| {
            // Where only: the parser's own words may quote the row.
            let cause = match error.column() {
                0 => "this is not a JSON object".to_owned(),
                at => format!("this is not a JSON object, at character {at}"),
            };
            vec![Fault { line, column: None, cause }]
        })?;
    let (mut answers, mut faults) = (Answers::new(), Vec::new());
    for (name, value) in &object {
        let Some(column) = find(name) else {
            // A name that is none of ours may itself be something personal: only what comes near one is hinted at.
            let cause = format!("a field is not known: {}", suggest(name));
            faults.push(Fault { line, column: None, cause });
            continue;
        };
        match text_of(column, value) {
            Some(text) => take(line, column, &text, &mut answers, &mut faults),
            None => {
                faults.push(Fault::new(line, Some(column.name), "a text or a list of texts is wanted here"));
            }
        }
    }
    if faults.is_empty() { Ok(answers) } else { Err(faults) }
}

fn text_of(column: &Column, value: &serde_json::Value) -> Option<String> {
    use serde_json::Value;
    match value {
        Value::Null => Some(String::new()),
        Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.clone()),
        Value::Array(items) if column.list => {
            let texts: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            texts.map(|texts| texts.join(";"))
        }
        Value::Array(_) | Value::Object(_) => None,
    }
}

/// Puts one cell among the answers. What looks like a formula is a text like any other: nothing here evaluates it.
fn take(line: u64, column: &'static Column, text: &str, answers: &mut Answers, faults: &mut Vec<Fault>) {
    let text = text.trim();
    let forbidden = |c: char| c.is_control() && !(holds_lines(column) && matches!(c, '\n' | '\r' | '\t'));
    if text.chars().any(forbidden) {
        faults.push(Fault::new(line, Some(column.name), "the cell holds a control character; take it out"));
    } else if text.chars().count() > column.most {
        faults.push(over_long(line, Some(column)));
    } else if !text.is_empty() {
        answers.insert(column.name, text.to_owned());
    }
}

fn holds_lines(column: &Column) -> bool {
    column.name == "words"
}

fn over_long(line: u64, column: Option<&'static Column>) -> Fault {
    let cause = match column {
        Some(column) => format!("the cell is longer than {} characters", column.most),
        None => format!("the row is longer than {ROW_MAX} bytes"),
    };
    Fault { line, column: column.map(|column| column.name), cause }
}

fn read_header<R: BufRead>(lines: &mut Lines<R>) -> Result<Shape, Failure> {
    let refused = |why: String| Failure::Input(format!("line 1, the header: {why}"));
    let Some(line) = lines.next().map_err(unreadable)? else {
        return Err(refused("the file is empty; begin it with a line that names the columns".into()));
    };
    let bytes = line.bytes.ok_or_else(|| refused(format!("it is longer than {ROW_MAX} bytes")))?;
    let separator = separator_of(&bytes);
    let mut cells = Cells::new(separator);
    if !cells.feed(&bytes).map_err(|_| refused("text follows a closing quote".into()))? {
        return Err(refused("a quote is opened and not closed".into()));
    }
    let names: Result<Vec<String>, _> = cells.into_cells().into_iter().map(String::from_utf8).collect();
    let names = names.map_err(|_| refused(NOT_UTF8.into()))?;
    if !names.iter().any(|name| find(name).is_some()) {
        // Perhaps the header is missing and this is somebody's row: nothing of it is told.
        return Err(refused("none of its names is a column's; `muster import --help` lists them".into()));
    }
    let mut header: Vec<&'static Column> = Vec::new();
    for name in names {
        let shown: String = name.trim().chars().filter(|c| !c.is_control()).take(40).collect();
        let column = find(&name)
            .ok_or_else(|| refused(format!("there is no column `{shown}`: {}", suggest(&name))))?;
        if header.iter().any(|other| other.name == column.name) {
            return Err(refused(format!("the column `{}` is there twice", column.name)));
        }
        header.push(column);
    }
    debug_assert!(header.len() <= COLUMNS.len());
    Ok(Shape::Csv { separator, header })
}

/// Some programs save text in two bytes a character, which no reader of lines can take apart.
fn refuse_utf16<R: BufRead>(lines: &mut Lines<R>) -> Result<(), Failure> {
    let Some(first) = lines.next().map_err(unreadable)? else { return Ok(()) };
    let starts = |mark: [u8; 2]| first.bytes.as_ref().is_some_and(|bytes| bytes.starts_with(&mark));
    if starts([0xff, 0xfe]) || starts([0xfe, 0xff]) {
        return Err(Failure::Input("the file is UTF-16; save it as UTF-8 and import it again".into()));
    }
    lines.give_back(vec![first]);
    Ok(())
}

fn unreadable(error: std::io::Error) -> Failure {
    Failure::Input(format!("the source cannot be read on: {error}"))
}

#[cfg(test)]
#[path = "source_tests.rs"]
mod tests;
