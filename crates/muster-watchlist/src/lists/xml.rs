//! XML as a stream of records: each is a small tree, read, used and dropped.
//!
//! Only the five entities that XML itself has are known. A document type declaration refuses the file. A damaged
//! record is reported, and reading goes on with the next one.

use super::limits::{MAX_DEPTH, MAX_FIELD, MAX_RECORD, Meter, is_too_big, is_too_long};
use super::lines::refused;
use super::node::Node;
use super::reading::{ListRefused, Position, Source};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Error, Reader};

/// What comes next.
pub(super) enum Next {
    /// The document's own element, without what is in it.
    Root(Node),
    /// A record and where it begins.
    Record(Position, Node),
    /// What is no record, and why.
    Bad(Position, String),
}

/// Reads the elements with the given names as records, wherever they are.
pub(super) struct Records<'a> {
    file: String,
    wanted: &'static [&'static str],
    reader: Reader<Meter<'a>>,
    /// Where the reader began: it is set up anew behind damage.
    base: u64,
    buffer: Vec<u8>,
    open: Vec<Node>,
    begun: u64,
    bytes: usize,
    root: bool,
    /// Start tags since the reader began: it remembers those that are not closed, without end.
    starts: usize,
}

/// After that many start tags the reader is set up anew, so that what it remembers stays small.
const MANY_STARTS: usize = 10_000;
/// What an element takes in memory, about.
const ELEMENT: usize = 160;

impl<'a> Records<'a> {
    pub(super) fn new(source: Source<'a>, wanted: &'static [&'static str]) -> Self {
        Self {
            file: source.name.to_owned(),
            wanted,
            reader: reader(Meter::new(source.bytes).by_record()),
            base: 0,
            buffer: Vec::new(),
            open: Vec::new(),
            begun: 0,
            bytes: 0,
            root: false,
            starts: 0,
        }
    }

    pub(super) fn next(&mut self) -> Result<Option<Next>, ListRefused> {
        loop {
            self.buffer.clear();
            self.reader.get_mut().rewind();
            let at = self.base + self.reader.buffer_position();
            let mut buffer = std::mem::take(&mut self.buffer);
            let event = self.reader.read_event_into(&mut buffer);
            let starts = matches!(event, Ok(Event::Start(_)));
            let step = match event {
                Ok(Event::Eof) => Step::End,
                Ok(event) => self.step(event, at)?,
                Err(error) => self.damaged(error)?,
            };
            self.buffer = buffer;
            self.starts += usize::from(starts);
            if starts && self.starts > MANY_STARTS {
                self.begin_anew();
            }
            match step {
                Step::On => {}
                Step::Give(next) => return Ok(Some(next)),
                Step::Bad(cause) => {
                    let begun = if self.open.is_empty() { at } else { self.begun };
                    self.open.clear();
                    return Ok(Some(Next::Bad(Position::byte(&self.file, begun), cause)));
                }
                Step::End if self.open.is_empty() => return Ok(None),
                Step::End => {
                    self.open.clear();
                    let cause = "the file breaks off in the middle of it".to_owned();
                    return Ok(Some(Next::Bad(Position::byte(&self.file, self.begun), cause)));
                }
            }
        }
    }

    fn step(&mut self, event: Event<'_>, at: u64) -> Result<Step, ListRefused> {
        match event {
            Event::Start(tag) => Ok(self.start(&tag, at, false)),
            Event::Empty(tag) => Ok(self.start(&tag, at, true)),
            Event::End(tag) => Ok(self.end(tag.local_name().into_inner())),
            Event::Text(text) => Ok(self.text(&text.xml10_content())),
            Event::CData(text) => Ok(self.text(&text.xml10_content())),
            Event::GeneralRef(reference) => Ok(match resolve(&reference) {
                Some(c) => self.text(c.encode_utf8(&mut [0; 4])),
                None if self.open.is_empty() => Step::On,
                None => Step::Bad("it uses an entity that XML itself does not have".to_owned()),
            }),
            Event::DocType(_) => Err(ListRefused::DocumentType { file: self.file.clone() }),
            Event::Decl(declaration) => match declaration.encoding() {
                Some(Ok(encoding)) if !encoding.eq_ignore_ascii_case("utf-8") => {
                    Err(ListRefused::Encoding { file: self.file.clone(), encoding: encoding.into_owned() })
                }
                _ => Ok(Step::On),
            },
            Event::PI(_) | Event::Comment(_) | Event::Eof => Ok(Step::On),
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, at: u64, empty: bool) -> Step {
        let is_record = self.wanted.contains(&tag.local_name().into_inner());
        let node = match Node::of(tag) {
            Ok(node) => node,
            Err(cause) => return Step::Bad(cause),
        };
        if is_record && !self.open.is_empty() {
            // Somebody else's end tag is missing. What begins here is not lost.
            let begun = std::mem::replace(&mut self.begun, at);
            self.open = vec![node];
            self.bytes = 0;
            let cause = "it is not closed before the next one begins".to_owned();
            return Step::Give(Next::Bad(Position::byte(&self.file, begun), cause));
        }
        if self.open.is_empty() {
            if !is_record {
                let root = !std::mem::replace(&mut self.root, true);
                return if root { Step::Give(Next::Root(node)) } else { Step::On };
            }
            (self.begun, self.bytes) = (at, 0);
        }
        if self.open.len() >= MAX_DEPTH {
            return Step::Bad(format!("its elements are nested more than {MAX_DEPTH} deep"));
        }
        self.bytes +=
            ELEMENT + node.attributes.iter().map(|(key, value)| key.len() + value.len()).sum::<usize>();
        if self.bytes > 4 * MAX_RECORD {
            return Step::Bad("it is longer than four mebibytes".to_owned());
        }
        self.open.push(node);
        if empty { self.close() } else { Step::On }
    }

    fn end(&mut self, name: &str) -> Step {
        match self.open.last() {
            None => Step::On,
            Some(last) if last.name == name => self.close(),
            Some(last) => Step::Bad(format!("{} is closed by the end of another element", last.name)),
        }
    }

    fn close(&mut self) -> Step {
        let Some(node) = self.open.pop() else { return Step::On };
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(node);
            return Step::On;
        }
        Step::Give(Next::Record(Position::byte(&self.file, self.begun), node))
    }

    fn text(&mut self, text: &str) -> Step {
        let Some(node) = self.open.last_mut() else { return Step::On };
        self.bytes += text.len();
        if node.text.len() + text.len() > MAX_FIELD {
            return Step::Bad(format!("{} has more than {MAX_FIELD} bytes", node.name));
        }
        node.text.push_str(text);
        Step::On
    }

    /// Behind damage a new reader goes on where the old one stopped.
    fn damaged(&mut self, error: Error) -> Result<Step, ListRefused> {
        let cause = match &error {
            Error::IllFormed(_) => return Ok(Step::Bad("its XML is not well formed".to_owned())),
            Error::Io(io) if is_too_long(io) => "a tag or text in it is longer than a mebibyte",
            Error::Io(io) if is_too_big(io) => return Err(ListRefused::TooBig { file: self.file.clone() }),
            Error::Io(io) => return Err(refused(&self.file, io.kind().into())),
            Error::Encoding(_) => "it is not UTF-8",
            _ => "its XML is damaged",
        };
        self.begin_anew();
        Ok(Step::Bad(cause.to_owned()))
    }

    fn begin_anew(&mut self) {
        let empty = Meter::new(Box::new(std::io::empty()));
        let meter = std::mem::replace(&mut self.reader, reader(empty)).into_inner();
        self.base = meter.total();
        self.reader = reader(meter);
        self.starts = 0;
    }
}

enum Step {
    On,
    Give(Next),
    Bad(String),
    End,
}

fn reader(meter: Meter<'_>) -> Reader<Meter<'_>> {
    let mut reader = Reader::from_reader(meter);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    reader
}

fn resolve(reference: &BytesRef<'_>) -> Option<char> {
    if reference.is_char_ref() {
        return reference.resolve_char_ref().ok().flatten();
    }
    match &*reference.xml10_content() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
