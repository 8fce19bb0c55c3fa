//! What a verification tells.

use muster_vocab::{Digest, StreamId};
use std::fmt;

/// One finding of damage. Nothing in it is personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// A database cannot be read through.
    Database {
        /// What it said.
        what: String,
    },
    /// An entry of the log is not what its hash covers, or does not follow the one before.
    Chain {
        /// Its place in the log.
        seq: u64,
        /// What is wrong.
        what: &'static str,
    },
    /// A stream cannot be folded.
    Stream {
        /// Which.
        stream: StreamId,
        /// Why.
        what: String,
    },
    /// A box is missing, changed, or belongs to no event.
    Box {
        /// The stream of its event.
        stream: StreamId,
        /// Its event's version.
        version: u64,
        /// Its number within the event.
        part: u16,
        /// What is wrong.
        what: &'static str,
    },
    /// A row of a view, or beside the log, is not what follows from the log.
    View {
        /// The table.
        table: &'static str,
        /// What is wrong.
        what: &'static str,
    },
    /// A person's key is missing, does not open, or was destroyed without an erasure.
    Key {
        /// Whose.
        holder: String,
        /// What is wrong.
        what: &'static str,
    },
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Database { what } => write!(f, "database: {what}"),
            Self::Chain { seq, what } => write!(f, "log entry {seq}: {what}"),
            Self::Stream { stream, what } => write!(f, "stream {stream}: {what}"),
            Self::Box { stream, version, part, what } => write!(f, "box {stream}/{version}/{part}: {what}"),
            Self::View { table, what } => write!(f, "view {table}: {what}"),
            Self::Key { holder, what } => write!(f, "key of {holder}: {what}"),
        }
    }
}

/// What a verification found.
#[derive(Debug, Clone, Default)]
pub struct VerifyReport {
    /// Entries of the log.
    pub entries: u64,
    /// Streams folded.
    pub streams: u64,
    /// Boxes compared with the hash in the log.
    pub boxes: u64,
    /// Rows of views compared.
    pub rows: u64,
    /// Keys opened.
    pub keys: u64,
    /// The hash of the last entry: write it down, and a log cut short is found too.
    pub head: Option<Digest>,
    /// The first findings, at most a hundred.
    pub damages: Vec<Damage>,
    /// How many findings there are.
    pub damaged: u64,
}

/// How many findings a report tells one by one.
const DAMAGES_MAX: usize = 100;

impl VerifyReport {
    /// Whether nothing was found.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.damaged == 0
    }

    pub(super) fn find(&mut self, damage: Damage) {
        self.damaged += 1;
        if self.damages.len() < DAMAGES_MAX {
            self.damages.push(damage);
        }
    }

    /// Adds what another part of the verification counted and found.
    pub(super) fn absorb(&mut self, other: Self) {
        self.entries += other.entries;
        self.streams += other.streams;
        self.boxes += other.boxes;
        self.rows += other.rows;
        self.keys += other.keys;
        self.head = self.head.or(other.head);
        self.damaged += other.damaged;
        let room = DAMAGES_MAX - self.damages.len().min(DAMAGES_MAX);
        self.damages.extend(other.damages.into_iter().take(room));
    }
}
