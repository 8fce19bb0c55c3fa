//! Checking everything: the chain, the boxes, the views, the keys.

use super::{
    Journal,
    entry::{COLUMNS, Entry},
    rebuild::key_bytes,
};
use crate::{
    StoreError,
    db::{DbError, Value},
    views::Table,
};
use muster_vocab::{Digest, StreamId};
use sha2::{Digest as _, Sha256};
use std::{
    collections::{HashMap, hash_map::DefaultHasher},
    fmt,
    hash::{Hash as _, Hasher as _},
};

/// One finding of damage. Nothing in it is personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
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
    /// A row of a view is not what follows from the log.
    View {
        /// The table.
        table: &'static str,
        /// What is wrong.
        what: &'static str,
    },
    /// A wrapped key does not open.
    Key {
        /// Whose.
        holder: String,
    },
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chain { seq, what } => write!(f, "log entry {seq}: {what}"),
            Self::Stream { stream, what } => write!(f, "stream {stream}: {what}"),
            Self::Box { stream, version, part, what } => write!(f, "box {stream}/{version}/{part}: {what}"),
            Self::View { table, what } => write!(f, "view {table}: {what}"),
            Self::Key { holder } => write!(f, "key of {holder}: it does not open"),
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
pub(super) const DAMAGES_MAX: usize = 100;

impl VerifyReport {
    /// Whether nothing was found.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.damaged == 0
    }

    fn find(&mut self, damage: Damage) {
        self.damaged += 1;
        if self.damages.len() < DAMAGES_MAX {
            self.damages.push(damage);
        }
    }

    fn absorb(&mut self, other: Self) {
        self.damaged += other.damaged;
        let room = DAMAGES_MAX - self.damages.len().min(DAMAGES_MAX);
        self.damages.extend(other.damages.into_iter().take(room));
    }
}

type BoxKey = (StreamId, u64, u16);

/// What the log says the views hold: for each key's hash the row's hash, and the table.
type Expected = HashMap<u64, (u64, Table)>;

impl Journal {
    /// Checks the chain, the boxes, the views and the keys. `progress` is told how many entries were walked.
    ///
    /// Two threads: one walks the chain in the log's order, one folds stream by stream and compares boxes and views.
    ///
    /// # Errors
    /// If a database fails. Damage is no error but a finding.
    ///
    /// # Panics
    /// If the walking thread did.
    pub fn verify(&self, progress: &(dyn Fn(u64) + Sync)) -> Result<VerifyReport, StoreError> {
        std::thread::scope(|scope| {
            let chain = scope.spawn(|| self.verify_chain(progress));
            let folded = self.verify_folds();
            let mut report = chain.join().expect("the walk of the chain does not panic")?;
            let folded = folded?;
            report.streams = folded.streams;
            report.boxes = folded.boxes;
            report.rows = folded.rows;
            report.absorb(folded);
            let keys = self.keys.verify()?;
            report.keys = keys.whole;
            for holder in keys.damaged {
                report.find(Damage::Key { holder: holder.to_string() });
            }
            Ok(report)
        })
    }

    fn verify_chain(&self, progress: &(dyn Fn(u64) + Sync)) -> Result<VerifyReport, StoreError> {
        let mut report = VerifyReport::default();
        let (mut seq, mut hash) = (0, Digest::ZERO);
        let sql = format!("SELECT {COLUMNS} FROM log ORDER BY seq");
        self.db.read(|tx| {
            tx.each(&sql, &[], &mut |row| {
                report.entries += 1;
                let Ok(entry) = Entry::read(&row) else {
                    report.find(Damage::Chain { seq: seq + 1, what: "the row cannot be read" });
                    seq += 1;
                    return Ok(());
                };
                if entry.seq != seq + 1 {
                    report.find(Damage::Chain { seq: entry.seq, what: "an entry before it is missing" });
                }
                if entry.prev != hash {
                    report
                        .find(Damage::Chain { seq: entry.seq, what: "it does not follow the entry before" });
                }
                if !entry.is_whole() {
                    report
                        .find(Damage::Chain { seq: entry.seq, what: "its hash does not cover what it says" });
                }
                (seq, hash) = (entry.seq, entry.hash);
                if seq.is_multiple_of(4096) {
                    progress(seq);
                }
                Ok::<_, DbError>(())
            })
        })?;
        report.head = (seq > 0).then_some(hash);
        Ok(report)
    }

    fn verify_folds(&self) -> Result<VerifyReport, StoreError> {
        let mut report = VerifyReport::default();
        let mut boxes: HashMap<BoxKey, Digest> = HashMap::new();
        let mut expected = Expected::new();
        let mut broken = Vec::new();
        let mut streams = 0;
        self.fold_all(
            &mut |stream, version, at| {
                boxes.insert((stream, version, at.part), at.sha256);
            },
            &mut |_, rows| {
                streams += 1;
                for ((table, _), row) in rows {
                    expected.insert(key_hash(table, &row), (row_hash(&row), table));
                }
            },
            &mut |stream, error| broken.push(Damage::Stream { stream, what: error.to_string() }),
        )?;
        report.streams = streams;
        broken.into_iter().for_each(|damage| report.find(damage));
        self.verify_boxes(boxes, &mut report)?;
        self.verify_views(expected, &mut report)?;
        Ok(report)
    }

    fn verify_boxes(
        &self,
        mut due: HashMap<BoxKey, Digest>,
        report: &mut VerifyReport,
    ) -> Result<(), StoreError> {
        const SQL: &str = "SELECT stream, version, part, sealed FROM boxes ORDER BY stream, version, part";
        self.db.read(|tx| {
            tx.each(SQL, &[], &mut |row| {
                report.boxes += 1;
                let (stream, version, part) = (StreamId::from_bytes(row.get(0)?), row.get(1)?, row.get(2)?);
                let sealed: &[u8] = row.get(3)?;
                let what = match due.remove(&(stream, version, part)) {
                    None => "it belongs to no event",
                    Some(told) if told.0 != <[u8; 32]>::from(Sha256::digest(sealed)) => "it was changed",
                    Some(_) => return Ok::<_, DbError>(()),
                };
                report.find(Damage::Box { stream, version, part, what });
                Ok(())
            })
        })?;
        for (stream, version, part) in due.into_keys() {
            report.find(Damage::Box { stream, version, part, what: "it is missing" });
        }
        Ok(())
    }

    fn verify_views(&self, mut expected: Expected, report: &mut VerifyReport) -> Result<(), StoreError> {
        for &table in Table::ALL {
            let sql = format!("SELECT {} FROM {}", table.columns().join(", "), table.name());
            self.db.read(|tx| {
                tx.each(&sql, &[], &mut |row| {
                    report.rows += 1;
                    let what = match expected.remove(&key_hash(table, row.0)) {
                        None => "a row does not follow from the log",
                        Some((hash, _)) if hash != row_hash(row.0) => "a row differs from what the log says",
                        Some(_) => return Ok::<_, DbError>(()),
                    };
                    report.find(Damage::View { table: table.name(), what });
                    Ok(())
                })
            })?;
        }
        for (_, table) in expected.into_values() {
            report.find(Damage::View { table: table.name(), what: "a row is missing" });
        }
        Ok(())
    }
}

/// 64 bits suffice: they tell rows apart that were not made to collide, and the log itself is held by SHA-256.
fn key_hash(table: Table, row: &[Value]) -> u64 {
    let mut hasher = DefaultHasher::new();
    table.hash(&mut hasher);
    key_bytes(&row[..table.key_len()]).hash(&mut hasher);
    hasher.finish()
}

fn row_hash(row: &[Value]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for value in row {
        match value {
            Value::Null => 0_u8.hash(&mut hasher),
            Value::Int(n) => (1_u8, n).hash(&mut hasher),
            Value::Real(r) => (2_u8, r.to_bits()).hash(&mut hasher),
            Value::Text(text) => (3_u8, text).hash(&mut hasher),
            Value::Blob(bytes) => (4_u8, bytes).hash(&mut hasher),
        }
    }
    hasher.finish()
}
