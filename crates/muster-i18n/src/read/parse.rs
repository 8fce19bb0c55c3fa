//! One file: from text to named parts with their lines.

use super::parts::Parts;
use crate::{Fault, Problem, Source};
use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;
use fluent_syntax::parser::{ErrorKind, ParserError};
use std::sync::Arc;

/// A message, a term or an attribute.
pub(super) struct Node {
    /// `id`, `-id`, `id.attribute` or `-id.attribute`.
    pub(super) name: String,
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) parts: Parts,
}

impl Node {
    pub(super) fn problem(&self, fault: Fault) -> Problem {
        Problem { file: self.file.clone(), line: self.line, fault }
    }

    pub(super) fn is_message(&self) -> bool {
        !self.name.starts_with('-') && !self.name.contains('.')
    }
}

/// A file that was read, as far as it could be.
pub(super) struct Parsed {
    pub(super) resource: Arc<FluentResource>,
    pub(super) nodes: Vec<Node>,
    pub(super) problems: Vec<Problem>,
}

pub(super) fn parse(source: &Source<'_>) -> Parsed {
    let file = format!("{}/{}", source.language, source.file);
    let (resource, errors) = match FluentResource::try_new(source.text.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err(broken) => broken,
    };
    let mut problems: Vec<Problem> = errors.iter().map(|error| said(&file, source.text, error)).collect();
    let mut heads = heads(source.text).into_iter();
    let mut nodes = Vec::new();
    for entry in resource.entries() {
        let (name, value, attributes) = match entry {
            Entry::Message(message) => {
                (message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
            }
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
            _ => continue,
        };
        let line = heads.find(|(_, head)| *head == name).map_or(0, |(line, _)| line);
        for attribute in attributes {
            nodes.push(Node {
                name: format!("{name}.{}", attribute.id.name),
                file: file.clone(),
                line,
                parts: Parts::of(&attribute.value),
            });
        }
        let parts = value.map(Parts::of).unwrap_or_default();
        if !parts.says {
            problems.push(Problem { file: file.clone(), line, fault: Fault::Empty(name.clone()) });
        }
        nodes.push(Node { name, file: file.clone(), line, parts });
    }
    Parsed { resource: Arc::new(resource), nodes, problems }
}

/// Where entries begin: the tree keeps no places, but a name in the first column with an equals sign after it can
/// be nothing else.
fn heads(text: &str) -> Vec<(usize, &str)> {
    text.lines()
        .enumerate()
        .filter_map(|(number, line)| {
            let (name, _) = line.split_once('=')?;
            let name = name.trim_end();
            let bare = name.strip_prefix('-').unwrap_or(name);
            let named = bare.starts_with(|letter: char| letter.is_ascii_alphabetic())
                && bare.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter));
            named.then_some((number + 1, name))
        })
        .collect()
}

fn said(file: &str, text: &str, error: &ParserError) -> Problem {
    let start = error.slice.as_ref().map_or(error.pos.start, |slice| slice.start);
    let lines = |text: &str| text.matches('\n').count() + 1;
    let before = |end: usize| text.get(..end).unwrap_or(text);
    // What is missing at the end of a line is noticed at the beginning of the next.
    let line = lines(before(error.pos.start).trim_end()).max(lines(before(start)));
    let (line, fault) = match &error.kind {
        ErrorKind::ExpectedMessageField { entry_id } => {
            (lines(before(start)), Fault::Empty(entry_id.clone()))
        }
        ErrorKind::ExpectedTermField { entry_id } => {
            (lines(before(start)), Fault::Empty(format!("-{entry_id}")))
        }
        kind => (line, Fault::Syntax(kind.to_string())),
    };
    Problem { file: file.to_owned(), line, fault }
}
