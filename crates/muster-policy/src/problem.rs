//! What is wrong in a policy file, where, and what to do about it.

use std::fmt;

/// A place in a file, counted from 1 as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

impl Place {
    /// The first character of a file: for what concerns the file as a whole.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place of a byte in a text.
    pub(crate) fn of(text: &str, byte: usize) -> Self {
        let before = text.get(..byte.min(text.len())).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { line, column }
    }
}

/// Something wrong in a policy file.
///
/// It prints as `file:line:column: message`, then a line that says what to do next.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as it was named to the reader.
    pub file: String,
    /// Where in the file.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// What to do next.
    pub help: String,
}

impl Problem {
    /// A problem at a place.
    pub(crate) fn new(file: &str, place: Place, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { file: file.to_owned(), place, message: message.into(), help: help.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, place, message, help } = self;
        write!(f, "{file}:{}:{}: {message}\n  help: {help}", place.line, place.column)
    }
}

impl std::error::Error for Problem {}

/// `did you mean …?` for a word that is none of the known ones, or the list of them when nothing comes near.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let nearest = known
        .iter()
        .map(|candidate| (strsim::osa_distance(word, candidate), *candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count() / 3).max(1))
        .min();
    match nearest {
        Some((_, candidate)) => format!("did you mean `{candidate}`?"),
        None if known.is_empty() => "there is none yet: add it".to_owned(),
        None => format!("it is one of {}", known.join(", ")),
    }
}
