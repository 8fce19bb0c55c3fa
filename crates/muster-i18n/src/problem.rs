//! What is wrong with the messages, for the person who writes them.

use std::fmt;

/// A fault in a file of messages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The language and the file: `uk/start.ftl`.
    pub file: String,
    /// The line, from one; zero when it is about no line.
    pub line: usize,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Fault {
    /// It cannot be read.
    #[error("this cannot be read: {0}")]
    Syntax(String),
    /// A language has one id twice.
    #[error("`{id}` is already in {first}; give one of them another name")]
    Twice {
        /// The id.
        id: String,
        /// File and line of the first.
        first: String,
    },
    /// A language lacks a message.
    #[error("`{id}` is not in {language}; write it there, or take it out here")]
    Untranslated {
        /// The id.
        id: String,
        /// The language without it.
        language: &'static str,
    },
    /// A translation lacks a variable.
    #[error("`{id}` does not use ${variable}, which {language} does")]
    VariableLeftOut {
        /// The id.
        id: String,
        /// The variable, without its sign.
        variable: String,
        /// The language with it.
        language: &'static str,
    },
    /// A translation has a variable of its own.
    #[error("`{id}` uses ${variable}, which {language} does not")]
    VariableTooMany {
        /// The id.
        id: String,
        /// The variable, without its sign.
        variable: String,
        /// The language without it.
        language: &'static str,
    },
    /// A message says nothing.
    #[error("`{0}` says nothing")]
    Empty(String),
    /// A term or an attribute that no message asks for; pages can only ask for messages.
    #[error("`{0}` is used by no message of this language; take it out")]
    Unused(String),
    /// A message asks for something that is not there.
    #[error("`{id}` asks for `{what}`, which is not in this language")]
    Unknown {
        /// The id.
        id: String,
        /// What it asks for.
        what: String,
    },
    /// A message contains itself.
    #[error("`{0}` contains itself")]
    Circle(String),
    /// Numbers that need a form of their own do not have it.
    #[error("`{id}` has no form for `{category}`, which numbers need in this language")]
    Plural {
        /// The id.
        id: String,
        /// The plural category: `few`.
        category: &'static str,
    },
    /// There are no names of countries, no dates and no plurals for this language.
    #[error(
        "there are no names in this language yet; the README in the data of `muster-i18n` says how to add them"
    )]
    NoSuchLanguage,
    /// The default language has no messages.
    #[error("there are no messages in the default language")]
    NoDefault,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.fault),
            line => write!(f, "{}:{line}: {}", self.file, self.fault),
        }
    }
}

impl std::error::Error for Problem {}
